//! Runs the export as a user does: `cargo run --example export_work_items`.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Output, Stdio},
};

use plane_api::{
    Client, Value,
    sandbox::Sandbox,
    v1::{
        projects::CreateProject,
        work_items::{CreateWorkItem, GetWorkItem},
    },
};
use plane_tests::{Received, Reply, Server, example, json};
use tokio::process::Command;

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/// Creates a directory for one test.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("export").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn command(directory: &Path, env: &[(&str, &str)], args: &[&str]) -> Command {
    let mut command = example("export_work_items");
    command
        .args(args)
        .envs(env.iter().copied())
        .env("TMPDIR", directory)
        .env("TMP", directory)
        .current_dir(directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Exit code, standard output and standard error.
fn read(output: Output) -> (Option<i32>, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

async fn run(
    directory: &Path,
    env: &[(&str, &str)],
    args: &[&str],
) -> (Option<i32>, String, String) {
    read(command(directory, env, args).output().await.unwrap())
}

/// Returns the message of a failure: one line, and a non-zero exit code.
async fn failure(directory: &Path, env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, stdout, stderr) = run(directory, env, args).await;
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    let line = stderr.strip_prefix("error: ").unwrap().trim_end();
    assert_eq!(line.lines().count(), 1, "{stderr}");
    line.to_owned()
}

/// Asserts the output for wrong arguments: the mistake, the usage, and the usual exit code.
async fn misuse(directory: &Path, env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, stdout, stderr) = run(directory, env, args).await;
    assert_eq!((code, stdout.as_str()), (Some(2), ""), "{stderr}");
    assert!(stderr.starts_with("error: ") && stderr.contains("--help"), "{stderr}");
    stderr
}

fn files(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Five pages of two work items each, in Plane's format.
fn page(received: &Received) -> (usize, Reply) {
    let target = received.line();
    let number = target
        .split_once("cursor=2%3A")
        .map_or(0, |(_, rest)| rest.split('%').next().unwrap().parse::<usize>().unwrap());
    let item =
        |at: usize| format!(r#"{{"id": "{at}", "name": "Grüße {at}", "sort_order": 65535.0}}"#);
    let body = format!(
        r#"{{"results": [{}, {}], "next_cursor": "2:{}:0", "next_page_results": {}, "total_results": 10}}"#,
        item(2 * number),
        item(2 * number + 1),
        number + 1,
        number < 4,
    );
    (number, json(200, &body))
}

/// The lines of an uninterrupted export.
fn whole() -> String {
    (0..10)
        .map(|at| format!("{{\"id\":\"{at}\",\"name\":\"Grüße {at}\",\"sort_order\":65535.0}}\n"))
        .collect()
}

fn env(server: &Server) -> [(&'static str, &str); 2] {
    [("PLANE_API_KEY", "CANARY"), ("PLANE_BASE_URL", server.url())]
}

const ARGS: [&str; 4] = ["acme", ID, "--out", "items.jsonl"];

#[tokio::test]
async fn without_configuration_it_exports_a_sandbox_with_an_interruption() {
    let directory = directory("sandbox");
    let (code, stdout, stderr) = run(&directory, &[], &["--out", "items.jsonl"]).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    for words in [
        "this is a sandbox on http://127.0.0.1:",
        "Stopped halfway. Progress saved to items.jsonl.cursor:",
        r#""items":200,"total":250}"#,
        "exported 250 work items to items.jsonl",
        "Each of the 250 work items occurs once, in order.",
    ] {
        assert!(stdout.contains(words), "{words}: {stdout}");
    }
    assert_eq!(files(&directory), ["items.jsonl"]);
    let again = run(&directory, &[], &["--out", "items.jsonl"]).await;
    assert_eq!(again.0, Some(1));
    assert!(again.2.contains("items.jsonl already exists"), "{}", again.2);

    let (code, stdout, _) = run(&directory, &[], &[]).await;
    assert_eq!(code, Some(0));
    assert!(
        stdout.contains(&format!("exported 250 work items to {}", directory.display())),
        "{stdout}"
    );
}

#[tokio::test]
async fn with_a_key_it_exports_everything_that_the_server_sends() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    let workspace = sandbox.workspace();
    let project = CreateProject::new(workspace, "Rocket", "ROC").send(&client).await.unwrap().id;
    for number in 1..=101 {
        let create = CreateWorkItem::new(workspace, &project, number.to_string());
        create.send(&client).await.unwrap();
    }
    let (directory, url, project) =
        (directory("with_a_key"), sandbox.base_url(), project.to_string());
    let env = [
        ("PLANE_API_KEY", sandbox.api_key()),
        ("PLANE_BASE_URL", url.as_str()),
        ("PLANE_WORKSPACE_SLUG", workspace),
    ];
    let (code, stdout, stderr) = run(&directory, &env, &[&project, "--out", "items.jsonl"]).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(stdout, "exported 101 work items to items.jsonl\n");
    assert_eq!(files(&directory), ["items.jsonl"]);
    let text = fs::read_to_string(directory.join("items.jsonl")).unwrap();
    let items: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let names: Vec<_> = items.iter().map(|item| item["name"].as_str().unwrap()).collect();
    assert_eq!(names, (1..=101).map(|number| number.to_string()).collect::<Vec<_>>());
    let first = GetWorkItem::new(workspace, &project, items[0]["id"].as_str().unwrap());
    assert_eq!(items[0], client.call(&first).send_as::<Value>().await.unwrap());
    let queries: Vec<_> =
        sandbox.requests().iter().filter_map(|request| request.query.clone()).collect();
    let first = "order_by=created_at&per_page=100";
    assert_eq!(queries, [first.to_owned(), format!("{first}&cursor=100%3A1%3A0")]);

    let args = [ID, "--out", "other.jsonl"];
    let line = failure(&directory, &env, &args).await;
    assert!(line.starts_with("no access to this project"), "{line}");
    let rejected =
        failure(&directory, &[("PLANE_API_KEY", "CANARY"), env[1]], &["x", ID, "--out", "a"]).await;
    assert!(rejected.starts_with("the key was rejected; check PLANE_API_KEY"), "{rejected}");
    assert!(!rejected.contains("CANARY"));
    assert_eq!(files(&directory), ["items.jsonl"], "without a page, no files are left");
}

/// The server itself sends the signal while it handles the request for the page, so that the test does not depend on
/// time.
#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_stops_it_after_the_current_page_and_the_same_command_resumes() {
    use std::sync::{Arc, OnceLock};

    let directory = directory("ctrl_c");
    let child_id = Arc::new(OnceLock::<u32>::new());
    let its_id = Arc::clone(&child_id);
    let server = Server::start(move |received| {
        let (number, reply) = page(received);
        if number == 1
            && let Some(id) = its_id.get()
        {
            let kill = format!("kill -INT {id}");
            let status = std::process::Command::new("sh").args(["-c", &kill]).status();
            assert!(status.unwrap().success());
        }
        reply
    })
    .await
    .unwrap();

    let child = command(&directory, &env(&server), &ARGS).spawn().unwrap();
    child_id.set(child.id().unwrap()).unwrap();
    let (code, stdout, stderr) = read(child.wait_with_output().await.unwrap());
    assert_eq!((code, stdout.as_str()), (Some(130), ""), "{stderr}");
    assert_eq!(stderr, "stopped; run the same command to resume\n");
    assert_eq!(files(&directory), ["items.jsonl", "items.jsonl.cursor"]);
    let so_far = fs::read_to_string(directory.join("items.jsonl")).unwrap();
    assert!(whole().starts_with(&so_far));
    let lines = so_far.lines().count();
    assert_eq!((lines, server.requests().len()), (4, 2));

    // A power failure, for example, may truncate a line.
    fs::write(directory.join("items.jsonl"), so_far + "{\"id\":\"4\",\"na").unwrap();
    let server = Server::start(|received| page(received).1).await.unwrap();
    let (code, stdout, stderr) = run(&directory, &env(&server), &ARGS).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(stdout, "exported 10 work items to items.jsonl\n");
    assert_eq!(fs::read_to_string(directory.join("items.jsonl")).unwrap(), whole());
    assert_eq!(files(&directory), ["items.jsonl"]);
    assert_eq!(server.requests().len(), 3, "no page is requested twice");
}

#[tokio::test]
async fn a_failure_keeps_the_output_and_the_same_command_resumes() {
    let directory = directory("failure");
    let server = Server::start(|received| match page(received) {
        (3, _) => json(503, "{}"),
        (_, reply) => reply,
    })
    .await
    .unwrap();
    let line = failure(&directory, &env(&server), &ARGS).await;
    assert!(line.contains("; 6 work items are saved; run the same command to resume"), "{line}");
    assert!(!line.contains("CANARY"), "{line}");
    assert_eq!(files(&directory), ["items.jsonl", "items.jsonl.cursor"]);

    let of_another = failure(&directory, &env(&server), &["other", ID, "--out", ARGS[3]]).await;
    assert!(of_another.contains("items.jsonl.cursor belongs to another project"), "{of_another}");

    let server = Server::start(|received| page(received).1).await.unwrap();
    let (code, _, stderr) = run(&directory, &env(&server), &ARGS).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(fs::read_to_string(directory.join("items.jsonl")).unwrap(), whole());
    assert_eq!(files(&directory), ["items.jsonl"]);
}

#[tokio::test]
async fn inconsistent_files_are_rejected_and_left_unchanged() {
    let directory = directory("misfit");
    let server = Server::start(|received| page(received).1).await.unwrap();
    let (out, place) = (directory.join("items.jsonl"), directory.join("items.jsonl.cursor"));
    let state = |bytes: u64| {
        format!(
            r#"{{"workspace": "acme", "project": "{ID}", "cursor": "2:1:0", "bytes": {bytes}, "items": 2, "total": 12}}"#
        )
    };
    for (text, stored, words) in [
        (Some("a\n"), None, "items.jsonl already exists"),
        (Some("a\n"), Some("{".to_owned()), "items.jsonl.cursor contains no valid progress"),
        (Some("a\n"), Some(state(3)), "items.jsonl is shorter than items.jsonl.cursor says"),
        (None, Some(state(0)), "items.jsonl cannot be used"),
    ] {
        let _ = (fs::remove_file(&out), fs::remove_file(&place));
        text.iter().for_each(|text| fs::write(&out, text).unwrap());
        stored.iter().for_each(|stored| fs::write(&place, stored).unwrap());
        let line = failure(&directory, &env(&server), &ARGS).await;
        assert!(line.starts_with(words), "{words}: {line}");
        assert_eq!(fs::read_to_string(&out).ok().as_deref(), text);
        assert_eq!(fs::read_to_string(&place).ok(), stored);
    }
    assert_eq!(server.requests().len(), 0);

    // Two of twelve were deleted since the last page.
    fs::write(&out, "a\n").unwrap();
    fs::write(&place, state(2)).unwrap();
    let (code, _, stderr) = run(&directory, &env(&server), &ARGS).await;
    assert_eq!(code, Some(0));
    assert_eq!(
        stderr,
        "warning: work items were deleted during the export; others may be missing\n"
    );
    assert_eq!(fs::read_to_string(&out).unwrap().lines().count(), 1 + 8);
}

#[tokio::test]
async fn wrong_usage_says_how_to_use_it() {
    let directory = directory("usage");
    let key = [("PLANE_API_KEY", "k")];
    for (args, words) in [
        (&[][..], "missing argument <PROJECT>"),
        (&["--out", "x"], "missing argument <PROJECT>"),
        (&[ID, "--out", "x"], "missing argument <WORKSPACE>"),
        (&["acme", ID], "missing option --out <FILE>"),
        (&["acme", ID, "more", "--out", "x"], "unexpected argument 'more'"),
        (&["acme", ID, "--otu", "x"], "unexpected argument '--otu'"),
        (&["acme", ID, "--out"], "a value is required for '--out <FILE>'"),
        (&["acme", ID, "--out", "x", "--out", "y"], "cannot be used multiple times"),
    ] {
        let usage = misuse(&directory, &key, args).await;
        assert!(usage.contains(words), "{words}: {usage}");
    }
    for (env, args, words) in [
        (&[][..], &["acme", ID, "--out", "x"], "set `PLANE_API_KEY`"),
        (&key, &["acme", ID, "--out", "no/such/x"], "no/such/x cannot be used"),
        (&[("PLANE_API_KEY", "k\n")], &["acme", ID, "--out", "x"], "trim it"),
    ] {
        let line = failure(&directory, env, args).await;
        assert!(line.contains(words), "{words}: {line}");
    }
    assert_eq!(files(&directory), [""; 0]);
}
