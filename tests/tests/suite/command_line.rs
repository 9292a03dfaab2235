//! Runs Plane's API on the command line as a user does: `cargo run --example plane`.

use std::process::Stdio;

use plane_api::{
    Client, ListStyle, Param, registry, sandbox::Sandbox, v1::customers::CreateCustomer,
};
use plane_tests::{Server, example, json};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/// Exit code, standard output and standard error.
async fn run(env: &[(&str, &str)], args: &[&str]) -> (Option<i32>, String, String) {
    let output = example("plane").args(args).envs(env.iter().copied()).output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Returns the output of a success.
async fn success(env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, stdout, stderr) = run(env, args).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{args:?}");
    stdout
}

/// Asserts a failure: one line, without output, and with this exit code.
async fn failure(env: &[(&str, &str)], args: &[&str], code: i32) -> String {
    let (found, stdout, stderr) = run(env, args).await;
    assert_eq!((found, stdout.as_str()), (Some(code), ""), "{args:?}: {stderr}");
    let line = stderr.strip_prefix("error: ").unwrap().trim_end();
    assert_eq!(line.lines().count(), 1, "{stderr}");
    line.to_owned()
}

#[tokio::test]
async fn endpoints_are_listed_and_described() {
    let all = success(&[], &["list"]).await;
    assert_eq!(all.lines().count(), 842);
    let found = success(&[], &["list", "customer", "CREATES", "--api", "v1"]).await;
    assert!(found.contains("v1::customers::CreateCustomer  Creates a customer"), "{found}");
    assert!(!found.contains("v2::") && !found.contains("DeleteCustomer"), "{found}");
    let line = failure(&[], &["list", "xyzzy", "Customer"], 1).await;
    assert_eq!(line, "no endpoint matches `xyzzy Customer`");

    let text = success(&[], &["describe", "v1::UpdateCustomer"]).await;
    for words in [
        "v1::customers::UpdateCustomer\n\nUpdates a customer",
        "PATCH /api/v1/workspaces/{workspace_slug}/customers/{customer_id}/ -> Customer\n",
        "\n  customer_id (path, required): CustomerId\n",
        "\n  name (body): Option<String>\n      Name of the customer.\n",
        "\n  email (body): Patch<String>\n",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for name in ["UpdateCustomer", "v2::UpdateCustomer", "customers::UpdateCustomer"] {
        let text = success(&[], &["describe", name, "--api", "v2"]).await;
        assert!(text.contains("PATCH /api/v2/workspaces/"), "{text}");
    }
}

#[tokio::test]
async fn a_dry_run_shows_the_request_and_needs_no_key() {
    let id = format!("customer_id={ID}");
    let args = ["--api", "v1", "call", "UpdateCustomer", "workspace_slug=acme", &id, "name=A b"];
    let update = [&args[..], &["email:=null", "employees=7", "--dry-run"]].concat();
    let text = success(&[], &update).await;
    let (head, body) = text.split_once("\n\n").unwrap();
    let expected = format!(
        "PATCH /api/v1/workspaces/acme/customers/{ID}/\naccept: application/json\ncontent-type: application/json"
    );
    assert_eq!(head, expected);
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body, serde_json::json!({"name": "A b", "email": null, "employees": 7}));
    let env = [("PLANE_WORKSPACE_SLUG", "acme")];
    let list = ["call", "v1::ListCustomers", "per_page=5", "--dry-run"];
    let text = success(&env, &list).await;
    assert_eq!(
        text,
        "GET /api/v1/workspaces/acme/customers/?per_page=5\naccept: application/json\n"
    );
    for fields in [&["fields=id", "fields=name"][..], &["fields:=[\"id\",\"name\"]"]] {
        let args = [&["call", "v2::ListCustomers", "--dry-run"], fields].concat();
        let text = success(&env, &args).await;
        assert!(text.contains("fields=id,name"), "{text}");
    }
    // A list that a function joins is passed like any other.
    let joined = registry::endpoints().find_map(|entry| {
        let is_list = |it: &Param| it.serialize_with && it.list_style == ListStyle::Comma;
        Some((entry, entry.spec.params.into_iter().find(is_list)?.name))
    });
    let (entry, name) = joined.unwrap();
    let required = entry.spec.params.into_iter().filter(|it| it.required && it.path.is_none());
    let mut args = vec!["call".to_owned(), entry.to_string(), "--dry-run".to_owned()];
    args.extend(required.map(|it| format!("{}=7", it.label())));
    for fields in [&["id", "name"][..], &["id,name"]] {
        let mut args = args.clone();
        args.extend(fields.iter().map(|field| format!("{name}={field}")));
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let text = success(&env, &args).await;
        assert!(text.contains(&format!("{name}=id,name")), "{text}");
    }
}

#[tokio::test]
async fn a_dry_run_shows_no_secret() {
    let env = [("PLANE_WORKSPACE_SLUG", "acme"), ("PLANE_API_KEY", "canary-of-the-key")];
    let config = serde_json::json!({
        "url": "https://user:canary-1@hooks.example/?token=canary-2",
        "headers": {"Authorization": "Bearer canary-3", "x-api-key": "canary-4"},
        "steps": [{"password": "canary-5", "script_id": "7"}],
    });
    let config = format!("config:={config}");
    let call = ["call", "v1::CreateWorkflowTransitionHook", "project_id=p", "workflow_id=w"];
    let hook = ["transition_id=t", "phase=pre", "handler_name=send_webhook", &config, "--dry-run"];
    let text = success(&env, &[&call[..], &hook].concat()).await;
    assert!(!text.contains("canary"), "{text}");
    for shown in ["REDACTED@hooks.example", "\"script_id\": \"7\"", "\"phase\": \"pre\""] {
        assert!(text.contains(shown), "{shown}: {text}");
    }

    // A large body is printed whole.
    let name = "n".repeat(100_000);
    let create = ["call", "v1::CreateCustomer", &format!("name={name}"), "--dry-run"];
    assert!(success(&env, &create).await.contains(&name));
}

#[tokio::test]
async fn calls_reach_the_sandbox_and_a_server() {
    let create = ["--sandbox", "call", "v1::CreateCustomer", "name=Acme", "employees=7"];
    let customer: Value = serde_json::from_str(&success(&[], &create).await).unwrap();
    assert_eq!((&customer["name"], &customer["employees"]), (&"Acme".into(), &7.into()));

    let sandbox = Sandbox::start().await.unwrap();
    let (url, key) = (sandbox.base_url(), sandbox.api_key());
    let client = Client::plane().base_url(&url).api_key(key).build().unwrap();
    for number in 0..5 {
        let create = CreateCustomer::new(sandbox.workspace(), format!("C{number}"));
        create.send(&client).await.unwrap();
    }
    let env = [
        ("PLANE_API_KEY", key),
        ("PLANE_BASE_URL", url.as_str()),
        ("PLANE_WORKSPACE_SLUG", sandbox.workspace()),
    ];
    let before = sandbox.requests().len();
    for version in ["v1", "v2"] {
        let name = format!("{version}::ListCustomers");
        let lines = success(&env, &["call", &name, "per_page=2", "--all"]).await;
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let mut names: Vec<_> = lines.iter().map(|it| it["name"].clone()).collect();
        names.sort_by_key(Value::to_string);
        assert_eq!(names, ["C0", "C1", "C2", "C3", "C4"]);
    }
    assert_eq!(sandbox.requests().len() - before, 6);
    // A response without a body prints nothing.
    let list = success(&env, &["call", "v1::ListCustomers"]).await;
    let list: Value = serde_json::from_str(&list).unwrap();
    let id = format!("customer_id={}", list["results"][0]["id"].as_str().unwrap());
    assert_eq!(success(&env, &["call", "v1::DeleteCustomer", &id]).await, "");
}

#[tokio::test]
async fn failures_are_one_line_and_an_exit_code() {
    let help = success(&[], &["--help"]).await;
    for code in ["0  success", "2  the arguments", "4  the server rejected", "6  the response"] {
        assert!(help.contains(code), "{help}");
    }
    let wrong = [
        (&[][..], "missing command; `plane --help` lists them"),
        (
            &["call"],
            "the following required arguments were not provided: <ENDPOINT>; `plane --help`",
        ),
        (&["cal", "X"], "unrecognized subcommand 'cal'"),
        (
            &["describe", "UpdateCustmer", "--api", "v2"],
            "did you mean `v2::customers::UpdateCustomer`?",
        ),
        (
            &["describe", "v1::UpdateCustomer", "--api", "v2"],
            "did you mean `v2::customers::UpdateCustomer`?",
        ),
        (
            &["describe", "v3::GetCustomer"],
            "did you mean `v1::customers::GetCustomer` or `v2::customers::GetCustomer`?; ",
        ),
        (&["cal", "v1::GetCustomer"], "similar subcommand exists: 'call'"),
        (&["call", "v1::GetCustomer", "--sandbx"], "similar argument exists: '--sandbox'"),
        (&["describe", "UpdateCustomer"], "write `v1::customers::UpdateCustomer` or `v2::"),
        (&["call", "v1::CreateCustomer", "name"], "`name` is not a value; write name=text"),
        (&["call", "v1::CreateCustomer", "name:=Acme"], "`name` is not JSON: expected value"),
        (&["call", "v1::CreateCustomer", "name=a", "name=b"], "`name` is set twice"),
        (
            &["call", "v1::CreateCustomer", "nmae=Acme", "--dry-run"],
            "`nmae` is not a parameter; did you mean `name` (body, `String`",
        ),
        (
            &["call", "v1::CreateCustomer", "name=Acme", "employees=many", "--dry-run"],
            "`employees` expects an integer",
        ),
        (
            &["call", "v1::GetCustomer", "workspace_slug=a", "--dry-run"],
            "`customer_id` is missing (path",
        ),
        (
            &["call", "v1::GetCustomer", "workspace_slug=a", "customer_id=1", "--all"],
            "v1::customers::GetCustomer is not a paginated list; call it without --all",
        ),
        (
            &["--sandbox", "call", "v1::GetCustomer", "customer_id=1", "--all"],
            "v1::customers::GetCustomer is not a paginated list; call it without --all",
        ),
        (&["describe", "Xyzzy"], "there is no endpoint `Xyzzy`; `plane list` shows all"),
        (&["describe", "v1::Xyzzy", "--api", "v1"], "there is no endpoint `v1::Xyzzy`;"),
        (
            &["--sandbox", "call", "v1::ListCustomers", "workspace_slug=acme"],
            "the sandbox has only the workspace `sandbox`; omit `workspace_slug`",
        ),
        (
            &["call", "v1::ListCustomers", "per_page=1e30", "--dry-run"],
            "`per_page` expects an integer from 0 to 4294967295, but found a larger number (",
        ),
    ];
    for (args, words) in wrong {
        let line = failure(&[], args, 2).await;
        assert!(line.contains(words), "{words}: {line}");
    }
    let line = failure(&[], &["call", "v1::ListCustomers", "workspace_slug=a"], 3).await;
    assert!(line.contains("PLANE_API_KEY"), "{line}");
    let id = format!("customer_id={ID}");
    let line = failure(&[], &["--sandbox", "call", "v1::GetCustomer", &id], 4).await;
    assert!(line.contains("404 Not Found"), "{line}");

    let server = Server::start(|_| json(200, "{not json")).await.unwrap();
    let env = [("PLANE_API_KEY", "CANARY"), ("PLANE_BASE_URL", server.url())];
    let list = ["call", "v1::ListCustomers", "workspace_slug=a", "--all"];
    let line = failure(&env, &list, 6).await;
    assert!(line.contains("the response is not JSON") && !line.contains("CANARY"), "{line}");
    drop(server);
    let env = [("PLANE_API_KEY", "CANARY"), ("PLANE_BASE_URL", "http://127.0.0.1:1")];
    let line = failure(&env, &list, 5).await;
    assert!(!line.contains("CANARY"), "{line}");
}

/// Like `plane list | head -1`, and with a reader that reads nothing.
#[tokio::test]
async fn a_reader_that_stops_early_is_no_failure() {
    for (name, args) in
        [("plane", &["list"][..]), ("update_customer", &[]), ("export_work_items", &[])]
    {
        for reads in [1, 0] {
            let mut command = example(name);
            command.args(args).env_remove("PLANE_API_KEY").env_remove("PLANE_ACCESS_TOKEN");
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            for _ in 0..reads {
                assert!(lines.next_line().await.unwrap().is_some());
            }
            drop(lines);
            let output = child.wait_with_output().await.unwrap();
            let stderr = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {stderr}");
            assert!(!stderr.contains("panicked"), "{name}: {stderr}");
        }
    }
}
