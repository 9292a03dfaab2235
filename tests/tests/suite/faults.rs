//! What becomes of calls when the server, or the way to it, misbehaves.

mod cancelled;
mod counts;
mod echoes;
mod findings;
mod gzip;
mod idempotency;
mod limits;
mod malformed;
mod matrix;
mod refusals;
pub(crate) mod secrets;

use std::time::Duration;

use plane_api::{Client, ClientBuilder, RetryPolicy};
use plane_tests::{answer, faults::FaultServer};

use crate::transports::over;

/// A client of any API that repeats as ever, and hardly waits in between.
fn builder(url: &str) -> ClientBuilder {
    impatient(Client::builder(url))
}

/// The same for Plane, without its API root.
fn plane(url: &str) -> ClientBuilder {
    impatient(Client::plane().base_url(url).api_root(""))
}

fn impatient(builder: ClientBuilder) -> ClientBuilder {
    let short = Duration::from_millis(1);
    over(builder).api_key("k").retry(RetryPolicy::standard().backoff(short, short))
}

/// A client of a server that may have a certificate of its own.
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

/// An answer after which the connection is closed.
fn last(status: u16, headers: &str, body: &str) -> Vec<u8> {
    answer(status, &format!("Connection: close\r\n{headers}"), body)
}
