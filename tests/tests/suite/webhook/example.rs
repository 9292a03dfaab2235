//! Runs the receiver as a user does: `cargo run --example webhook_server`.

use std::process::Stdio;

use plane_api::{Auth, Bytes, Client, endpoint, webhook::sign};
use plane_tests::example;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

use super::SECRET;

#[endpoint(POST, "/webhook" -> ())]
struct Deliver {
    #[header("X-Plane-Signature")]
    signature: String,
    #[body]
    body: Bytes,
}

fn command(env: &[(&str, &str)]) -> Command {
    let mut command = example("webhook_server");
    command.envs(env.iter().copied());
    command
}

#[tokio::test]
async fn without_configuration_it_receives_samples_and_ends() {
    let output = command(&[]).output().await.unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let starts = ["new ", "repeated ", "rejected ", "response  204", "response  401"];
    let counts = starts.map(|start| stdout.lines().filter(|line| line.starts_with(start)).count());
    assert_eq!(counts, [3, 1, 3, 4, 3], "{stdout}");
    for words in [
        "new       workitem.updated",
        "name    Fuel the rocket",
        "changed priority",
        "new       rocket.launched",
    ] {
        assert!(stdout.contains(words), "{words}: {stdout}");
    }
}

#[tokio::test]
async fn with_secrets_it_receives_what_is_signed_with_either() {
    let secrets = format!("{SECRET} plane_wh_old");
    let env =
        [("PLANE_WEBHOOK_SECRET", secrets.as_str()), ("PLANE_WEBHOOK_ADDRESS", "127.0.0.1:0")];
    let mut child = command(&env).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let listening = lines.next_line().await.unwrap().unwrap();
    let url =
        listening.strip_prefix("Listening on ").and_then(|line| line.split("/webhook").next());
    let client = Client::builder(url.unwrap()).auth(Auth::none()).build().unwrap();
    let deliver = async |secret: &str, body: &'static str| {
        let signature = sign(secret, body.as_bytes());
        Deliver::new(signature, body).send(&client).await
    };
    deliver(SECRET, r#"{"version": "v2", "event": "cycle.created", "event_id": "1"}"#)
        .await
        .unwrap();
    deliver("plane_wh_old", r#"{"version": "v2", "event": "cycle.deleted", "event_id": "2"}"#)
        .await
        .unwrap();
    let error = deliver("plane_wh_older", r#"{"event_id": "3"}"#).await.unwrap_err();
    assert!(error.is_unauthorized());
    for start in [
        "new       cycle.created",
        "  key     1",
        "  payload",
        "new       cycle.deleted",
        "  key     2",
        "  payload",
        "rejected ",
    ] {
        let line = lines.next_line().await.unwrap().unwrap();
        assert!(line.starts_with(start), "{line}");
    }
    child.kill().await.unwrap();
}

#[tokio::test]
async fn an_unusable_address_is_named() {
    let env = [("PLANE_WEBHOOK_SECRET", "CANARY"), ("PLANE_WEBHOOK_ADDRESS", "nowhere")];
    let output = command(&env).output().await.unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr.starts_with("error: cannot listen on PLANE_WEBHOOK_ADDRESS `nowhere`"),
        "{stderr}"
    );
    assert!(!stderr.contains("CANARY"));
}
