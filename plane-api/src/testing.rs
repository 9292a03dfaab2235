//! A mock to test code with that sends requests: a [`Client`] that answers as a test tells it to, without a server and
//! without sockets.
//!
//! ```
//! use plane_api::{
//!     Client, Result,
//!     testing::{Mock, Reply},
//!     v1::customers::{GetCustomer, UpdateCustomer},
//! };
//! use serde_json::json;
//!
//! /// The code that is to be tested.
//! async fn rename(client: &Client, id: &str, name: &str) -> Result<bool> {
//!     let customer = GetCustomer::new("acme", id).send(client).await?;
//!     if customer.name.as_deref() == Some(name) {
//!         return Ok(false);
//!     }
//!     UpdateCustomer::new("acme", id).name(name).send(client).await?;
//!     Ok(true)
//! }
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() {
//! // Within a `#[tokio::test(start_paused = true)]`:
//! let mock = Mock::plane();
//! mock.expect(&GetCustomer::new("acme", "7"))
//!     .reply(json!({"id": "7", "created_at": "2024-01-01T00:00:00Z", "name": "Acne"}));
//! mock.expect(&UpdateCustomer::new("acme", "7").name("Acme"))
//!     .reply(Reply::rate_limited(30))
//!     .reply(json!({"id": "7", "created_at": "2024-01-01T00:00:00Z", "name": "Acme"}));
//!
//! assert!(rename(&mock.client(), "7", "Acme").await.unwrap());
//!
//! assert_eq!(mock.calls()[1].json, json!({"name": "Acme"}));
//! mock.verify();
//! # }
//! ```
//!
//! Only the [`Transport`] is replaced. Encoding, credentials, time limits, repeats, pacing and decoding are those of every
//! client, so that a test sees what a server would make of it. Waits are tokio's: with paused time they cost none.
//!
//! # What is expected
//!
//! - [`Mock::expect`] expects one request, by what is on the wire: its method, its path, the pairs of its query (their
//!   order only among pairs of one name), the headers that the request itself sets, and its body, by value if it is JSON
//!   (all digits of its numbers, and members that are there twice) and otherwise byte for byte. What the client adds
//!   (credentials, `Accept`, `User-Agent`) is not compared, nor is the content of a stream: of a multipart body with
//!   streams, everything else is.
//! - [`Mock::expect_any`] expects whatever is sent of one endpoint.
//! - [`Expectation::times`] says how often: at least once, unless said otherwise, and at least as often as there are replies.
//! - [`Mock::in_order`] expects the requests in the order in which they are declared.
//!
//! Of several expectations that a request meets, one for this very request goes before one for its endpoint; of equals
//! the first that is still waited for; and if none is, the last.
//!
//! # What is answered
//!
//! [`Expectation::reply`] takes any value that serializes, or a [`Reply`]: Plane's refusals, connections that break,
//! answers that are late, broken off, or no JSON.
//!
//! Endpoints that stream, or decode the response with a function, are answered with what the server would send:
//!
//! ```
//! use plane_api::{Events, Lines, RawResponse, endpoint, http::StatusCode, testing::{Mock, Reply}};
//!
//! #[endpoint(GET, "/ticks" -> Events<u32>)]
//! struct Watch {}
//!
//! #[endpoint(GET, "/export" -> Lines<u32>)]
//! struct Export {}
//!
//! #[endpoint(POST, "/jobs" -> String, decode = location)]
//! struct CreateJob {}
//!
//! fn location(response: RawResponse) -> plane_api::Result<String> {
//!     response.header("Location")
//! }
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! let mock = Mock::new();
//! mock.expect_any::<Watch>()
//!     .reply(Reply::new(StatusCode::OK).header("content-type", "text/event-stream").body("id: a\ndata: 1\n\ndata: 2\n\n"));
//! mock.expect_any::<Export>().reply(Reply::new(StatusCode::OK).body("1\n2\n"));
//! mock.expect_any::<CreateJob>().reply(Reply::new(StatusCode::CREATED).header("location", "/jobs/7"));
//!
//! let mut ticks = Watch::new().send(&mock.client()).await?;
//! assert_eq!(ticks.next().await.unwrap()?.data, 1);
//! assert_eq!(ticks.last_event_id(), Some("a"));
//! let mut rows = Export::new().send(&mock.client()).await?;
//! assert_eq!(rows.next().await.unwrap()?, 1);
//! assert_eq!(CreateJob::new().send(&mock.client()).await?, "/jobs/7");
//! # Ok(())
//! # }
//! ```
//!
//! [`Reply::truncated`] breaks a stream off in the middle.
//!
//! # What goes wrong
//!
//! An unexpected request is answered with 417, which no predicate of [`Error`](crate::Error) takes for anything else and
//! nothing repeats; [`Error::detail`](crate::Error::detail) shows it beside what was expected. [`Mock::verify`] reports it
//! once more, with the expectations that were not met, and so does the mock when it is dropped. Credentials are never
//! shown; what the requests carry is.

#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod expectation;
mod json;
mod model;
mod recorded;
mod reply;
mod report;

use std::{
    fmt,
    panic::Location,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use bytes::{Bytes, BytesMut};
use http::{Request, Response};

use self::expectation::{Expected, Mismatch};
pub use self::{
    expectation::{Expectation, Times},
    model::model,
    recorded::RecordedCall,
    reply::Reply,
};
use crate::{
    client::{
        Client,
        builder::ClientBuilder,
        transport::{BoxFuture, CallInfo, Transport},
    },
    endpoint::{Endpoint, body::Body},
    error::{Stage, TransportError},
};

/// Stands in for the server, and checks what it is sent.
///
/// It is verified when it is dropped: keep it to the end of the test. See the [module](self) for an example.
pub struct Mock(Arc<Mutex<State>>);

/// What a mock was told, and what it has seen.
struct State {
    /// Starts to configure its clients.
    builder: fn() -> ClientBuilder,
    in_order: bool,
    expected: Vec<Expected>,
    calls: Vec<RecordedCall>,
    /// What was wrong with each unexpected call.
    unexpected: Vec<String>,
    /// Whether a failed verification has been reported: once is enough.
    is_reported: bool,
}

impl Default for Mock {
    fn default() -> Self {
        Self::new()
    }
}

impl Mock {
    /// A mock of any API that expects nothing yet. For Plane's see [`Mock::plane`].
    #[must_use]
    pub fn new() -> Self {
        Self::of(|| Client::builder(""))
    }

    /// A mock whose clients are configured like this.
    pub(crate) fn of(builder: fn() -> ClientBuilder) -> Self {
        Self(Arc::new(Mutex::new(State {
            builder,
            in_order: false,
            expected: Vec::new(),
            calls: Vec::new(),
            unexpected: Vec::new(),
            is_reported: false,
        })))
    }

    /// Expects requests in the order in which they are declared.
    ///
    /// A request may come once all that is expected before it has come as often as it must, and until something comes
    /// that is expected after it. What may come any number of times (`times(..)`) has no place in the order.
    #[must_use]
    pub fn in_order(self) -> Self {
        self.state().in_order = true;
        self
    }

    /// A client of this mock.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "it never does")]
    pub fn client(&self) -> Client {
        self.client_builder().build().expect("key and base URL are valid")
    }

    /// Starts to configure a client of this mock: with other limits, repeats or credentials than a client's own.
    #[must_use]
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = self.state().builder;
        builder()
            .base_url("https://mock.test")
            .api_key("the_key_of_the_mock")
            .transport(MockTransport(self.0.clone()))
    }

    /// Expects a request. Its answer is empty (204) unless [`Expectation::reply`] says otherwise.
    ///
    /// # Panics
    ///
    /// When the request holds a value that cannot be sent.
    #[track_caller]
    pub fn expect<E: Endpoint>(&self, request: &E) -> Expectation<'_> {
        let (parts, body) = match crate::endpoint::writer::build(request) {
            Ok(request) => request.into_parts(),
            Err(error) => panic!("the expected request cannot be sent: {error}"),
        };
        let request = RecordedCall::expected(E::SPEC, &parts, &body);
        self.add(Expected::request(request, Location::caller()))
    }

    /// Expects requests of one endpoint, whatever they carry.
    ///
    /// ```
    /// use plane_api::{Page, testing::{Mock, Reply}, v1::customers::ListCustomers};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::plane();
    /// let customer = |id| json!({"id": id, "created_at": "2024-01-01T00:00:00Z"});
    /// mock.expect_any::<ListCustomers>()
    ///     .reply(Reply::page([customer("1"), customer("2")], Some("2:1:0")))
    ///     .reply(Reply::page([customer("3")], None))
    ///     .times(2);
    ///
    /// let customers = ListCustomers::new("acme").items(&mock.client()).collect(100).await?;
    /// assert_eq!(customers.len(), 3);
    /// assert_eq!(mock.calls()[1].query, [("cursor".into(), "2:1:0".into())]);
    /// # Ok(())
    /// # }
    /// ```
    #[track_caller]
    pub fn expect_any<E: Endpoint>(&self) -> Expectation<'_> {
        self.add(Expected::any(E::SPEC, Location::caller()))
    }

    fn add(&self, expected: Expected) -> Expectation<'_> {
        let mut state = self.state();
        state.expected.push(expected);
        Expectation::new(self, state.expected.len() - 1)
    }

    /// What was sent so far, in order: repeats are calls of their own, and unexpected requests are among them.
    #[must_use]
    pub fn calls(&self) -> Vec<RecordedCall> {
        self.state().calls.clone()
    }

    /// Checks that all expectations are met, and that nothing else was sent.
    ///
    /// Dropping the mock does the same, and does nothing more once a failure was reported. If it is dropped because the
    /// test fails already, the report is written to standard error.
    ///
    /// # Panics
    ///
    /// When they are not, with a report.
    #[track_caller]
    pub fn verify(&self) {
        // Nothing may be locked when it panics: the report is about to drop the mock.
        let failure = self.state().take_failure();
        if let Some(failure) = failure {
            panic!("{failure}");
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.0)
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Mock {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.verify();
        } else if let Some(failure) = self.state().take_failure() {
            eprintln!("{failure}");
        }
    }
}

/// Says how much is expected, and how much was sent.
impl fmt::Debug for Mock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Mock")
            .field("expectations", &state.expected.len())
            .field("calls", &state.calls.len())
            .finish_non_exhaustive()
    }
}

impl State {
    /// Remembers the call and finds its reply; what is not expected gets one that says so.
    fn reply_to(&mut self, call: RecordedCall) -> expectation::Answering {
        let found = expectation::find(&self.expected, self.in_order, &call);
        let answering = match found {
            Ok(index) => self.expected[index].answering(),
            Err(mismatch) => self.refuse(&call, mismatch),
        };
        self.calls.push(call);
        answering
    }

    fn refuse(&mut self, call: &RecordedCall, mismatch: Mismatch) -> expectation::Answering {
        let text = report::unexpected(call, &self.expected, mismatch);
        let reply = Reply::unexpected(&text);
        self.unexpected.push(text);
        Arc::new(move |_| reply.clone())
    }

    fn take_failure(&mut self) -> Option<String> {
        if std::mem::replace(&mut self.is_reported, true) {
            return None;
        }
        let failure = report::failure(&self.unexpected, &self.expected);
        self.is_reported = failure.is_some();
        failure
    }
}

/// What the clients of a mock send through.
struct MockTransport(Arc<Mutex<State>>);

impl Transport for MockTransport {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = whole(body).await?;
            let call = RecordedCall::sent(info, &parts, body);
            let answering = lock(&self.0).reply_to(call.clone());
            // Outside of the lock: a test's own function may ask the mock.
            answering(&call).checked().respond().await
        })
    }
}

/// All of a request's body.
async fn whole(mut body: Body) -> Result<Bytes, TransportError> {
    let mut whole = BytesMut::new();
    while let Some(piece) = body.chunk().await {
        let piece = piece.map_err(|error| TransportError::new(Stage::AfterSend, error))?;
        whole.extend_from_slice(&piece);
    }
    Ok(whole.freeze())
}
