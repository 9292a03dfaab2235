//! Calls against a server whose responses the test defines: errors, limits, redirects, options.

mod additions;
mod bodies;
mod causes;
mod decode;
mod failures;
mod rejections;
mod responses;
mod secrets;
mod sending;

use std::time::Duration;

use plane_api::{
    Auth, Bytes, Client, ClientBuilder, Delivery, Error, ErrorKind, Redirect, RetryPolicy,
    Timeouts, Value, endpoint,
    http::{HeaderName, HeaderValue, StatusCode, header},
};
use plane_tests::{Reply, Server, answer, json};
use serde::Deserialize;

use crate::transports::over;

const KEY: &str = "plane_api_CANARY";

#[derive(Debug, Deserialize)]
pub struct Customer {
    pub id: String,
    pub employees: Option<u32>,
}

#[endpoint(PATCH, "/customers/<id>/" -> Customer)]
pub struct UpdateCustomer {
    pub name: Option<String>,
}

#[endpoint(GET, "/customers/<id>/" -> Customer)]
pub struct GetCustomer {
    pub expand: Option<String>,
}

#[endpoint(DELETE, "/customers/<id>/" -> ())]
pub struct DeleteCustomer {}

#[endpoint(GET, "/files/<id>/" -> Redirect)]
pub struct GetFile {}

#[endpoint(GET, "/files/<id>/raw" -> Bytes)]
pub struct GetFileBytes {}

#[endpoint(GET, "/public", auth = none)]
pub struct GetPublic {}

/// Returns a client that does not retry.
fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

fn builder(server: &Server) -> ClientBuilder {
    let builder = over(Client::builder(server.url())).api_key(KEY);
    builder.retry(RetryPolicy::never())
}

/// Returns the error for a reply, with the error dialect of any API.
async fn rejection(reply: Reply) -> Error {
    rejection_by(Client::builder, reply).await
}

/// Returns the error for a reply, with Plane's error dialect and without Plane's API root.
async fn plane_rejection(reply: Reply) -> Error {
    rejection_by(|url| Client::plane().base_url(url).api_root(""), reply).await
}

async fn rejection_by(api: fn(String) -> ClientBuilder, reply: Reply) -> Error {
    let server = Server::always(reply).await.unwrap();
    let builder = over(api(server.url().to_owned())).api_key(KEY);
    let client = builder.retry(RetryPolicy::never()).build().unwrap();
    UpdateCustomer::new("7").name("x").send(&client).await.unwrap_err()
}

/// Returns the error's text after the request's name and the host.
fn words(error: &Error) -> String {
    let text = error.to_string();
    let (start, words) = text.split_once(": ").unwrap();
    assert!(start.starts_with("PATCH /customers/{id}/ at 127.0.0.1:"), "{text}");
    words.to_owned()
}
