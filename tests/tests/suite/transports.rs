//! Both transports behave the same: failures, leaks and hangs.

use std::error::Error as _;

use plane_api::{Client, ClientBuilder, RetryPolicy, endpoint};

#[endpoint(GET, "/things/")]
struct GetThing {}

/// Returns a client over the transport that this process tests.
pub(crate) fn over(builder: ClientBuilder) -> ClientBuilder {
    if plane_tests::is_over_hyper() { builder.hyper() } else { builder }
}

/// Returns a client of any API. Tests whose server is not on this machine use a scripted transport.
pub(crate) fn client_of(url: &str) -> ClientBuilder {
    let builder = Client::builder(url);
    if url.starts_with("http://127.0.0.1:") { over(builder) } else { builder }
}

#[tokio::test]
async fn tests_over_reqwest_also_run_over_hyper() {
    let modules =
        ["calls::", "clients::", "faults::", "oauth::secrets::", "streams::", "uploads::"];
    plane_tests::run_over_hyper(&modules, 100).await;
}

#[tokio::test]
async fn a_client_uses_the_chosen_transport() {
    let closed = plane_tests::faults::ClosedPort::take().unwrap();
    let builder = || Client::builder(closed.url()).api_key("k").retry(RetryPolicy::never());
    for (builder, expected) in
        [(builder(), "reqwest::Error"), (builder().hyper(), "hyper_util::client::legacy::Error")]
    {
        let error = GetThing::new().send(&builder.build().unwrap()).await.unwrap_err();
        let source = format!("{:?}", error.source());
        assert!(source.contains(expected), "{source}");
    }
}
