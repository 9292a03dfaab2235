//! Building a client: default headers, credentials, hosts and connections.

mod connections;
mod credentials;
mod headers;
mod hosts;

use std::sync::{Arc, Mutex};

use plane_api::{
    Body, BoxFuture, CallInfo, Client, ClientBuilder, Error, ErrorKind, Interceptor, RetryPolicy,
    Transport, TransportError, Value, endpoint,
    http::{HeaderMap, Request, Response, Uri},
};
use plane_tests::{Server, json};

use crate::transports::client_of;

#[endpoint(GET, "/things/<id>")]
pub struct GetThing {
    pub key: Option<String>,
    #[header("Accept")]
    pub accept: Option<String>,
}

#[endpoint(POST, "/things")]
pub struct CreateThing {
    pub name: String,
}

#[endpoint(GET, "/public", auth = none)]
pub struct GetPublic {}

async fn server() -> Server {
    Server::always(json(200, "null")).await.unwrap()
}

/// Returns a client that does not retry.
fn builder(url: &str) -> ClientBuilder {
    client_of(url).api_key("open-sesame").retry(RetryPolicy::never())
}

/// Returns the error of a client that cannot be built.
fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    error.to_string()
}

/// Returns the complete text of an error, including its causes.
fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.body_snippet());
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text += &format!(" {error} {error:?}");
        source = error.source();
    }
    text
}

/// Records the requests that an interceptor sees.
#[derive(Default)]
struct Seen(Mutex<Vec<String>>);

impl Seen {
    fn text(&self) -> String {
        self.0.lock().unwrap().join("\n")
    }
}

impl Interceptor for Seen {
    fn request(
        &self,
        uri: &Uri,
        headers: &mut HeaderMap,
        info: &CallInfo,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        self.0.lock().unwrap().push(format!("{uri} {headers:?} {info:?}"));
        Ok(())
    }
}
