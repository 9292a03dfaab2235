//! Outcomes of calls when the server or the network misbehaves.

mod cancelled;
mod counts;
mod echoes;
mod findings;
mod gzip;
mod idempotency;
mod limits;
mod malformed;
mod matrix;
mod rejections;
pub(crate) mod secrets;

use std::time::Duration;

use plane_api::{Client, ClientBuilder, RetryPolicy};
use plane_tests::{answer, faults::FaultServer};

use crate::transports::over;

/// Returns a client of any API, with the default retries and almost no delay.
fn builder(url: &str) -> ClientBuilder {
    impatient(Client::builder(url))
}

/// Returns the same client for Plane, without its API root.
fn plane(url: &str) -> ClientBuilder {
    impatient(Client::plane().base_url(url).api_root(""))
}

fn impatient(builder: ClientBuilder) -> ClientBuilder {
    let short = Duration::from_millis(1);
    over(builder).api_key("k").retry(RetryPolicy::standard().backoff(short, short))
}

/// Returns a client that trusts the server's certificate, if it has one.
fn trusting(server: &FaultServer) -> ClientBuilder {
    trusting_as(builder, server)
}

fn trusting_as(api: fn(&str) -> ClientBuilder, server: &FaultServer) -> ClientBuilder {
    let builder = api(server.url());
    match server.pem() {
        Some(pem) => builder.root_certificates(pem).system_root_certificates(false),
        None => builder,
    }
}

/// A response after which the server closes the connection.
fn last(status: u16, headers: &str, body: &str) -> Vec<u8> {
    answer(status, &format!("Connection: close\r\n{headers}"), body)
}
