//! Runs the main example as a user does: `cargo run --example update_customer`.

use plane_api::{Client, sandbox::Sandbox, v1::customers::CreateCustomer};
use plane_tests::{Server, example, json};

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

/// Exit code, standard output and standard error.
async fn run(env: &[(&str, &str)], args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = example("update_customer");
    let output = command.args(args).envs(env.iter().copied()).output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Returns the message of a failure: one line, and a non-zero exit code.
async fn failure(env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, stdout, stderr) = run(env, args).await;
    assert_eq!((code, stdout.as_str()), (Some(1), ""), "{stderr}");
    let line = stderr.strip_prefix("error: ").unwrap().trim_end();
    assert_eq!(line.lines().count(), 1, "{stderr}");
    line.to_owned()
}

/// Asserts the output for wrong arguments: the mistake, the usage, and the usual exit code.
async fn misuse(env: &[(&str, &str)], args: &[&str]) -> String {
    let (code, stdout, stderr) = run(env, args).await;
    assert_eq!((code, stdout.as_str()), (Some(2), ""), "{stderr}");
    assert!(stderr.starts_with("error: ") && stderr.contains("--help"), "{stderr}");
    stderr
}

#[tokio::test]
async fn without_configuration_it_shows_an_update_on_the_sandbox() {
    let (code, stdout, stderr) = run(&[], &[]).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    for words in [
        "this is a sandbox on http://127.0.0.1:",
        "  email   old@acme.example",
        "  email   ops@acme.example",
        "stage is still \"lead\"",
        "email is now None",
        "status    400 Bad Request",
        "delivery  Rejected",
        "field     name: This field may not be blank.",
        "detail    The requested resource does not exist.",
    ] {
        assert!(stdout.contains(words), "{words}: {stdout}");
    }
}

#[tokio::test]
async fn with_api_v2_it_shows_the_same() {
    let (code, stdout, stderr) = run(&[], &["--api", "v2"]).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    for words in [
        "  email   old@acme.example",
        "  email   ops@acme.example",
        "stage is still \"lead\"",
        "email is now None",
        "status    400 Bad Request",
        "detail    One or more fields failed validation.",
        "field     name: This field may not be blank.",
        "detail    The requested resource was not found.",
    ] {
        assert!(stdout.contains(words), "{words}: {stdout}");
    }
    let usage = misuse(&[], &["--api", "v3"]).await;
    assert!(usage.contains("invalid value 'v3' for '--api <API>'"), "{usage}");
    assert!(usage.contains("[possible values: v1, v2]"), "{usage}");
}

#[tokio::test]
async fn with_a_key_it_updates_a_customer_of_that_plane() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    let create = CreateCustomer::new(sandbox.workspace(), "Acne").email("old@acme.example");
    let id = create.send(&client).await.unwrap().id.to_string();
    let url = sandbox.base_url();
    let env = [("PLANE_API_KEY", sandbox.api_key()), ("PLANE_BASE_URL", url.as_str())];

    let args = [sandbox.workspace(), &id, "--name", "Acme", "--email", "ops@acme.example"];
    let (code, stdout, stderr) = run(&env, &args).await;
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert!(stdout.contains("name    Acme\n  email   ops@acme.example"), "{stdout}");

    let env = [env[0], env[1], ("PLANE_WORKSPACE_SLUG", sandbox.workspace())];
    let (code, stdout, _) = run(&env, &[&id, "--clear-email"]).await;
    assert_eq!(code, Some(0));
    assert!(stdout.contains("name    Acme\n  email   -"), "{stdout}");

    let missing = failure(&env, &[ID, "--name", "x"]).await;
    assert!(missing.starts_with("customer not found in this workspace; check the id"), "{missing}");
    let workspace = failure(&env, &["other", &id, "--name", "x"]).await;
    assert!(
        workspace.starts_with("the key has no permission for this; check the workspace's slug"),
        "{workspace}"
    );
    let env = [("PLANE_API_KEY", "CANARY"), ("PLANE_BASE_URL", url.as_str())];
    let rejected = failure(&env, &[sandbox.workspace(), &id, "--name", "x"]).await;
    assert!(rejected.starts_with("the key was rejected; check PLANE_API_KEY"), "{rejected}");
    assert!(!rejected.contains("CANARY"));
}

#[tokio::test]
async fn wrong_usage_says_how_to_use_it() {
    let key = [("PLANE_API_KEY", "k")];
    for (args, words) in [
        (&[][..], "missing argument <CUSTOMER>"),
        (&["--name", "x"], "<WORKSPACE>"),
        (&[ID, "--name", "x"], "missing argument <WORKSPACE>"),
        (&["acme", ID], "--name <NAME>|--email <EMAIL>|--clear-email"),
        (&["acme", ID, "more", "--name", "x"], "unexpected argument 'more'"),
        (&["acme", ID, "--nmae", "x"], "unexpected argument '--nmae'"),
        (&["acme", ID, "--name"], "a value is required for '--name <NAME>'"),
        (&["acme", ID, "--email", "x", "--clear-email"], "cannot be used with"),
        (&["acme", ID, "--name", "x", "--name", "y"], "cannot be used multiple times"),
    ] {
        let usage = misuse(&key, args).await;
        assert!(usage.contains(words), "{words}: {usage}");
    }
    for (env, words) in [
        (&[][..], "set `PLANE_API_KEY`"),
        (&[("PLANE_API_KEY", "k\n")], "trim it"),
        (
            &[("PLANE_API_KEY", "k"), ("PLANE_BASE_URL", "http://plane.example")],
            "is not encrypted; use `https://`",
        ),
    ] {
        let line = failure(env, &["acme", ID, "--name", "x"]).await;
        assert!(line.contains(words), "{words}: {line}");
    }
}

#[tokio::test]
async fn features_that_a_server_lacks_are_distinguished() {
    for (reply, words) in [
        (
            json(402, r#"{"error": "Payment required"}"#),
            "the workspace's plan does not include customers",
        ),
        (
            json(404, r#"{"error": "Page not found."}"#),
            "no such route; check that the server is a commercial edition",
        ),
        (json(404, "<html>"), "no such route; check that the server is a commercial edition"),
        (
            json(401, r#"{"detail": "Authentication credentials were not provided."}"#),
            "the key was rejected",
        ),
    ] {
        let server = Server::always(reply).await.unwrap();
        let env = [("PLANE_API_KEY", "CANARY"), ("PLANE_BASE_URL", server.url())];
        let line = failure(&env, &["acme", ID, "--name", "x"]).await;
        assert!(line.starts_with(words) && !line.contains("CANARY"), "{line}");
    }
}
