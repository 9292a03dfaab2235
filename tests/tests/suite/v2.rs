//! Plane's API v2: requests, lists, bulk requests, upserts and errors.

mod bulk;
mod lists;
mod problems;
mod secrets;
mod upserts;

use std::time::Duration;

use plane_api::{Client, RetryPolicy};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer, Protocol},
};

/// Returns a JSON response.
fn json(status: u16, body: &str) -> Fault {
    Fault::Answer(answer(status, "Content-Type: application/json\r\n", body))
}

/// Returns a client of this server with almost no delay before a retry.
fn client(server: &FaultServer) -> Client {
    let short = Duration::from_millis(1);
    let retry = RetryPolicy::standard().backoff(short, short);
    let builder = Client::plane().base_url(server.url()).api_key("key").retry(retry);
    let builder = match server.pem() {
        Some(pem) => builder.root_certificates(pem).system_root_certificates(false),
        None => builder,
    };
    builder.build().unwrap()
}

/// Starts a server for each protocol.
fn servers(faults: impl Fn() -> Vec<Fault>, then: &Fault) -> Vec<FaultServer> {
    let start = |protocol| FaultServer::speaking(protocol, faults(), then.clone()).unwrap();
    Protocol::ALL.into_iter().map(start).collect()
}

/// Returns the method and target of each request. HTTP/2 servers do not record them.
fn lines(server: &FaultServer) -> Option<Vec<String>> {
    let lines = server.requests().iter().map(|request| request.line().to_owned()).collect();
    server.pem().is_none().then_some(lines)
}
