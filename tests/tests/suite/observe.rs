//! Observability: spans, events and interceptors. The transport has no sockets, and time is paused.

mod interceptors;
pub(crate) mod recorder;
mod spans;

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use plane_api::{
    Body, BoxFuture, Bytes, CallInfo, Client, ClientBuilder, Cursor, Page, RetryPolicy, Stage,
    Transport, TransportError, endpoint,
    http::{HeaderMap, Request, Response},
};
use serde::Deserialize;

/// A secret in every position where it must not be shown.
const CANARY: &str = "CANARY_0123456789";

/// Its fields only serve to decode the response.
#[derive(Debug, Deserialize)]
pub struct Customer {
    #[serde(rename = "id")]
    pub _id: String,
}

#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
pub struct UpdateCustomer {
    pub name: Option<String>,
    #[query]
    pub notify: Option<String>,
}

#[endpoint(GET, "/customers/<id>/" -> Customer)]
pub struct GetCustomer {}

#[endpoint(GET, "/customers/" -> Page<Customer>)]
pub struct ListCustomers {
    pub cursor: Option<Cursor>,
}

/// The outcome of one attempt.
#[derive(Clone, Copy)]
enum Event {
    Answer(u16, &'static str),
    Broken(Stage),
    Silence,
}

use Event::{Answer, Broken, Silence};

const GOOD: Event = Answer(200, r#"{"id": "7"}"#);

/// Plays its events, one per attempt, each within a second, and records the requests.
#[derive(Clone)]
struct Script {
    events: Arc<Mutex<VecDeque<Event>>>,
    sent: Arc<Mutex<Vec<HeaderMap>>>,
}

impl Script {
    fn new(events: impl IntoIterator<Item = Event>) -> Self {
        Self { events: Arc::new(Mutex::new(events.into_iter().collect())), sent: Arc::default() }
    }

    /// Returns a client that waits exactly as long as the server asks.
    fn client(&self) -> ClientBuilder {
        let policy = RetryPolicy::standard().backoff(Duration::ZERO, Duration::ZERO);
        Client::builder("https://api.example").api_key(CANARY).retry(policy).transport(self.clone())
    }

    /// Returns the headers of the last request.
    fn last(&self) -> HeaderMap {
        self.sent.lock().unwrap().last().unwrap().clone()
    }
}

impl Transport for Script {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.sent.lock().unwrap().push(request.headers().clone());
        let event = self.events.lock().unwrap().pop_front().unwrap();
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            match event {
                Answer(status, body) => {
                    let answer = Response::builder().status(status).header("Retry-After", "2");
                    let answer = answer.header("Set-Cookie", CANARY).header("X-Request-Id", "r-1");
                    Ok(answer.body(Body::from(Bytes::from_static(body.as_bytes()))).unwrap())
                }
                Broken(stage) => Err(TransportError::new(stage, "broken")),
                Silence => std::future::pending().await,
            }
        })
    }
}

/// A request with a secret in every possible position.
fn update() -> UpdateCustomer {
    UpdateCustomer::new(CANARY, CANARY).name(CANARY).notify(CANARY)
}
