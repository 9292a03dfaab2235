//! TLS and proxies over real sockets, with certificates created here. It is a separate binary, so that it can run with
//! each TLS library without rebuilding all other tests.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on should stop")]
#![allow(unreachable_pub, reason = "requests are declared as in a library")]

mod ca;
mod client_certificates;
mod proxy;
mod runtimes;
mod server;
mod server_certificates;
mod settings;
mod storage;

use std::{
    error::Error as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use plane_api::{Client, ClientBuilder, Delivery, Error, ErrorKind, RetryPolicy, endpoint};
use tokio::process::Command;

#[endpoint(POST, "/things/")]
pub struct CreateThing {}

/// Returns a client that does not retry.
fn builder(url: &str) -> ClientBuilder {
    let builder = Client::builder(url).api_key("sesame").retry(RetryPolicy::never());
    if plane_tests::is_over_hyper() { builder.hyper() } else { builder }
}

#[tokio::test]
async fn everything_is_tested_over_hyper_as_well() {
    let modules = [
        "client_certificates::",
        "proxy::",
        "runtimes::",
        "server_certificates::",
        "settings::",
        "storage::",
    ];
    plane_tests::run_over_hyper(&modules, 30).await;
}

async fn send(builder: ClientBuilder) -> Result<(), Error> {
    CreateThing::new().send(&builder.build().unwrap()).await.map(|_| ())
}

/// Creates a file for this test only: the same test may run over the other transport at the same time.
fn scratch(name: &str) -> PathBuf {
    let transport = if plane_tests::is_over_hyper() { "hyper" } else { "reqwest" };
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{transport}-{name}"))
}

/// Asserts that nothing was sent, and returns the error message after the endpoint and the stage.
async fn rejection(builder: ClientBuilder) -> String {
    let error = send(builder).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.delivery()),
        (ErrorKind::Connect, Delivery::NotSent),
        "{error:?}"
    );
    assert!(error.source().is_some(), "{error:?}");
    let text = error.to_string();
    let words = text.split_once("cannot connect to the server");
    words.map_or_else(|| panic!("{text}"), |(_, words)| words.trim_start_matches(": ").to_owned())
}

/// Runs a test of this binary again, in a process with these environment variables and without the others that matter
/// here. In that process, `in_child` returns `true`.
async fn run_child(test: &str, env: &[(&str, &str)]) {
    const MATTER: [&str; 6] =
        ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"];
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture"]).stdin(Stdio::null()).kill_on_drop(true);
    for name in MATTER {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    let output = command.env("PLANE_TESTS_CHILD", test).envs(env.iter().copied()).output().await;
    let output = output.unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("1 passed"), "{text}");
}

/// Returns `true` if this process was started by `run_child`.
fn in_child() -> bool {
    std::env::var_os("PLANE_TESTS_CHILD").is_some()
}
