//! Tools for testing code that sends requests: mocks, and recordings of a real server.
//!
//! | | responds with | needs | use it for |
//! |---|---|---|---|
//! | mock: [`Mock`] | what the test declares | nothing | one function and its requests; failures that are hard to provoke |
//! | recording: [`Recorder`], [`Replay`] | what a server once sent | the server, once | code with many requests against an API that you cannot run; noticing when its requests change |
//! | fake: `Sandbox` (feature `sandbox`) | what Plane would, from its state | a port on loopback | programs that create, change and list objects of Plane |
//!
//! All of them serve a real [`Client`]: encoding, credentials, time limits, retries, rate limiting and decoding work as
//! usual. The first two only replace its [`Transport`], and need no sockets.
//!
//! # Mocks
//!
//! A [`Mock`] responds as the test tells it to. The example needs these dependencies; `test-util` is for
//! `start_paused`:
//!
//! ```sh
//! cargo add --dev plane-api --features testing
//! cargo add --dev serde_json
//! cargo add --dev tokio --features macros,rt,test-util
//! ```
//!
//! ```
//! use plane_api::{
//!     Client, Result,
//!     testing::{Mock, Reply},
//!     v1::customers::{GetCustomer, UpdateCustomer},
//! };
//! use serde_json::json;
//!
//! /// The code under test.
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
//! // In a `#[tokio::test(start_paused = true)]`:
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
//! A test checks what a server would receive. Waits use tokio's clock: with paused time they take none.
//!
//! # Expectations
//!
//! - [`Mock::expect`] expects one request, compared as it is on the wire: its method, its path, its query pairs (in any
//!   order, except pairs with the same name), the headers that the request itself sets, and its body. JSON bodies are
//!   compared by value, including all digits of numbers and repeated members, other bodies byte by byte. Headers that
//!   the client adds (credentials, `Accept`, `User-Agent`) and the content of streams are not compared; the rest of a
//!   multipart body with streams is.
//! - [`Mock::expect_any`] expects any request of one endpoint.
//! - [`Expectation::times`] sets the number of calls. Default: at least one, and at least as many as there are replies.
//! - [`Mock::in_order`] expects the requests in the order in which they are declared.
//!
//! If several expectations match, `expect` takes precedence over `expect_any`; among equals the first unsatisfied one
//! is used, otherwise the last.
//!
//! # Replies
//!
//! [`Expectation::reply`] accepts any serializable value, or a [`Reply`]: Plane's rejections, broken connections, and
//! responses that are delayed, truncated or not JSON.
//!
//! Endpoints that stream, or decode the response with a function, expect the reply that a server would send:
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
//! [`Reply::truncated`] truncates a stream.
//!
//! # Failures
//!
//! An unexpected request is rejected with 417, which no predicate of [`Error`](crate::Error) matches and which is not
//! retried; [`Error::detail`](crate::Error::detail) compares it with the expectations. [`Mock::verify`] reports it
//! again, together with unmet expectations, and so does dropping the mock. Reports never show credentials, but do show
//! the rest of a request.
//!
//! # Recordings
//!
//! Record the exchanges with a server once, keep the file next to the tests, and replay it without the server:
//!
// `no_run`: records from a real server.
//! ```no_run
//! use plane_api::{
//!     Client, Result,
//!     testing::{Recorder, Replay},
//!     v1::customers::{GetCustomer, UpdateCustomer},
//! };
//!
//! /// The code under test.
//! async fn rename(client: &Client) -> Result<()> {
//!     let customer = GetCustomer::new("acme", "7").send(client).await?;
//!     UpdateCustomer::new("acme", &customer.id).name("Acme").send(client).await?;
//!     Ok(())
//! }
//!
//! # async fn example() -> Result<()> {
//! // Once, with a server and a key:
//! let recorder = Recorder::create("tests/recordings/rename.jsonl")?;
//! rename(&Client::plane().api_key("my-key").record(&recorder).build()?).await?;
//! recorder.finish()?;
//!
//! // In the test, with neither:
//! let replay = Replay::open("tests/recordings/rename.jsonl")?;
//! rename(&Client::plane().replay(&replay).build()?).await?;
//! replay.verify();
//! # Ok(())
//! # }
//! ```
//!
//! A recording is a text file with a line of JSON for each exchange, without credentials and other secrets:
//! [`Recorder`] lists the recorded and redacted parts, and [`Replay`] the compared parts and how to exclude some. All
//! exchanges are played as they happened: compressed, streamed, binary and multipart bodies, rejections, and broken
//! connections with the retries after them.

#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot continue should stop")]

mod exchange;
mod expectation;
mod json;
mod lines;
mod message;
mod model;
mod recorded;
mod recorder;
mod replay;
mod reply;
mod report;
mod scrub;

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
    recorder::Recorder,
    replay::Replay,
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

/// Replaces the server, and checks the requests that it receives.
///
/// The mock is verified when it is dropped: keep it until the end of the test. See the [module](self) for an example.
///
/// ```
/// use plane_api::{endpoint, testing::Mock};
///
/// #[endpoint(GET, "/tasks/<task>" -> String)]
/// struct GetTask {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// let mock = Mock::new();
/// mock.expect(&GetTask::new("7")).reply("Write");
///
/// assert_eq!(GetTask::new("7").send(&mock.client()).await?, "Write");
/// assert_eq!(mock.calls()[0].path, "/tasks/7");
/// # Ok(())
/// # }
/// ```
pub struct Mock(Arc<Mutex<State>>);

/// The expectations and the calls of a mock.
struct State {
    /// Starts the configuration of its clients.
    builder: fn() -> ClientBuilder,
    in_order: bool,
    expected: Vec<Expected>,
    calls: Vec<RecordedCall>,
    /// The report of each unexpected call.
    unexpected: Vec<String>,
    /// Whether a failed verification was already reported.
    is_reported: bool,
}

impl Default for Mock {
    fn default() -> Self {
        Self::new()
    }
}

impl Mock {
    /// Creates a mock of any API, without expectations. For Plane's API, see [`Mock::plane`].
    #[must_use]
    pub fn new() -> Self {
        Self::of(|| Client::builder(""))
    }

    /// Creates a mock whose clients are configured with this function.
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
    /// A request is accepted once all earlier expectations have been satisfied, and until a request arrives that
    /// matches a later one. Expectations with any number of calls (`times(..)`) are exempt from the order.
    #[must_use]
    pub fn in_order(self) -> Self {
        self.state().in_order = true;
        self
    }

    /// Returns a client of this mock.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "it never does")]
    pub fn client(&self) -> Client {
        self.client_builder().build().expect("key and base URL are valid")
    }

    /// Starts the configuration of a client of this mock, with other limits, retries or credentials than the default.
    #[must_use]
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = self.state().builder;
        builder()
            .base_url("https://mock.test")
            .api_key("the_key_of_the_mock")
            .transport(MockTransport(self.0.clone()))
    }

    /// Expects a request. The response is empty (204) unless [`Expectation::reply`] sets another.
    ///
    /// # Panics
    ///
    /// Panics if the request contains a value that cannot be sent.
    #[track_caller]
    pub fn expect<E: Endpoint>(&self, request: &E) -> Expectation<'_> {
        let (parts, body) = match crate::endpoint::writer::build(request) {
            Ok(built) => built.into_parts(),
            Err(error) => panic!("the expected request cannot be sent: {error}"),
        };
        let request = RecordedCall::expected(request.spec(), &parts, &body);
        self.add(Expected::request(request, Location::caller()))
    }

    /// Expects any request of one endpoint.
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

    /// Returns the calls so far, in order. Retries are separate calls, and unexpected requests are included.
    #[must_use]
    pub fn calls(&self) -> Vec<RecordedCall> {
        self.state().calls.clone()
    }

    /// Verifies that all expectations are met and that no other requests were sent.
    ///
    /// Dropping the mock does the same, unless a failure was already reported. If the mock is dropped during a panic,
    /// the report is written to standard error.
    ///
    /// # Panics
    ///
    /// Panics with a report if the verification fails.
    #[track_caller]
    pub fn verify(&self) {
        // No lock may be held during the panic, because the report drops the mock.
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

/// Shows the number of expectations and calls.
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
    /// Records the call and returns its reply; for an unexpected call, a reply that says so.
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

/// The transport of a mock's clients.
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
            // Without the lock, because the test's function may use the mock.
            answering(&call).checked().respond().await
        })
    }
}

/// Collects the body of a request.
async fn whole(mut body: Body) -> Result<Bytes, TransportError> {
    let mut whole = BytesMut::new();
    while let Some(piece) = body.chunk().await {
        let piece = piece.map_err(|error| TransportError::new(Stage::AfterSend, error))?;
        whole.extend_from_slice(&piece);
    }
    Ok(whole.freeze())
}
