//! Runs the app as a user does: `cargo run --example oauth_app`.

use std::{collections::HashMap, process::Stdio};

use plane_api::{Auth, Client, endpoint};
use plane_tests::{Server, example, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

fn command(env: &[(&str, &str)], args: &[&str]) -> Command {
    let mut command = example("oauth_app");
    command.args(args).envs(env.iter().copied());
    command
}

#[tokio::test]
async fn without_configuration_it_runs_the_whole_flow_and_ends() {
    let output = command(&[], &[]).output().await.unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{stdout}");
    let mut rest = stdout.as_str();
    // The order matters: new tokens are stored before they are used.
    for words in [
        "opened    http://127.0.0.1:",
        "granted   ",
        ": Acme\n",
        "stored    a new refresh token\n",
        ": Acme & Sons\n",
    ] {
        rest = rest.split_once(words).unwrap_or_else(|| panic!("{words}: {stdout}")).1;
    }
    assert!(!stdout.contains("pln_") && !stdout.contains("sample-secret"), "{stdout}");
}

#[endpoint(GET, "/callback" -> ())]
struct ComeBack {
    state: String,
    code: String,
}

#[tokio::test]
async fn with_a_client_id_it_waits_for_the_browser_and_updates_a_customer() {
    let server = Server::start(|received| match received.line() {
        "POST /auth/o/token/" => json(200, r#"{"access_token": "pln_a", "token_type": "Bearer"}"#),
        _ if received.header("authorization") == Some("Bearer pln_a") => json(
            200,
            &format!(r#"{{"id": "{ID}", "created_at": "2024-01-01T00:00:00Z", "name": "Acme"}}"#),
        ),
        _ => json(401, "{}"),
    })
    .await
    .unwrap();
    let env = [
        ("PLANE_CLIENT_ID", "my-client"),
        ("PLANE_CLIENT_SECRET", "CANARY"),
        ("PLANE_BASE_URL", server.url()),
        ("PLANE_REDIRECT_ADDRESS", "127.0.0.1:0"),
    ];
    let mut child = command(&env, &["acme", ID, "Acme"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let url = loop {
        let line = lines.next_line().await.unwrap().unwrap();
        if line.starts_with("http") {
            break line;
        }
    };
    let (page, query) = url.split_once('?').unwrap();
    assert_eq!(page, format!("{}/auth/o/authorize-app/", server.url()));
    let query: HashMap<_, _> = url::form_urlencoded::parse(query.as_bytes()).collect();
    let base_url = query["redirect_uri"].strip_suffix("/callback").unwrap();
    let browser = Client::builder(base_url).auth(Auth::none()).build().unwrap();

    let forged = ComeBack::new("another", "theirs").send(&browser).await.unwrap_err();
    assert_eq!(forged.status().unwrap().as_u16(), 400);
    ComeBack::new(query["state"].as_ref(), "c").send(&browser).await.unwrap();
    let line = loop {
        let line = lines.next_line().await.unwrap().unwrap();
        if !line.is_empty() {
            break line;
        }
    };
    assert_eq!(line, format!("updated   {ID}: Acme"));
    assert!(child.wait().await.unwrap().success());
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests[0].text().contains("&code=c&"), "{}", requests[0].text());
    assert_eq!(requests[1].line(), format!("PATCH /api/v1/workspaces/acme/customers/{ID}/"));
}

#[tokio::test]
async fn wrong_usage_says_how_to_use_it() {
    let both = [("PLANE_CLIENT_ID", "i"), ("PLANE_CLIENT_SECRET", "CANARY")];
    let insecure = [both[0], both[1], ("PLANE_BASE_URL", "http://plane.example")];
    for (env, args, words) in [
        (&both[..1], &[][..], "set both PLANE_CLIENT_ID and PLANE_CLIENT_SECRET"),
        (&both, &[], "usage: oauth_app"),
        (&insecure, &["acme", ID, "x"], "not encrypted"),
    ] {
        let output = command(env, args).output().await.unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr.starts_with("error: ") && stderr.contains(words), "{stderr}");
        assert!(!stderr.contains("CANARY"));
    }
}
