//! Tools for testing code that sends requests: mocks, and recordings of a real server.
//!
//! | | responds with | needs | use it for |
//! |---|---|---|---|
//! | mock: [`Mock`] | the replies in the test | nothing | one function and its requests; failures that are hard to provoke |
//! | recording: [`Recorder`], [`Replay`] | the recorded responses of a server | the server, once | code that sends many requests to a server that you cannot run; detecting changes in the requests of your code |
//! | fake: `Sandbox` (feature `sandbox`) | responses like Plane's, computed from its state | a port on loopback | programs that create, change and list objects of Plane |
//!
//! All three work with a real [`Client`](crate::Client): encoding, credentials, time limits, retries, rate limiting and
//! decoding work as with a real server. Mocks and recordings only replace the client's [`Transport`](crate::Transport) and need
//! no sockets.
//!
//! # Mocks
//!
//! A [`Mock`] sends the replies that the test declares. The example needs these dependencies; `start_paused` needs `test-util`:
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
//! The test checks the requests that a server would receive. All waits use tokio's clock: in a test with
//! `start_paused = true`, as here, they take no real time.
//!
//! # Expectations
//!
//! - [`Mock::expect`] expects a request that equals the given one on the wire: in its method, its path, its query pairs
//!   (in any order, except pairs with the same name), the headers that the request itself sets, and its body. JSON bodies
//!   are compared by value, including all digits of numbers and repeated members; other bodies byte by byte. Headers that
//!   the client adds (credentials, `Accept`, `User-Agent`) are not compared. The content of a stream is not compared
//!   either, but the rest of a multipart body that contains streams is.
//! - [`Mock::expect_any`] expects any request of one endpoint.
//! - [`Expectation::times`] sets the number of calls. Default: at least one, and at least as many as there are replies.
//! - [`Mock::in_order`] expects the requests in the order in which they are declared.
//!
//! If several expectations match a request, those of `expect` take precedence over those of `expect_any`. Among several
//! expectations of the same method, the mock uses the first one that still needs calls, or the last one if none does.
//!
//! # Replies
//!
//! [`Expectation::reply`] accepts any serializable value, or a [`Reply`]. A `Reply` can be one of Plane's rejections, a
//! broken connection, or a response that is delayed, truncated or not JSON.
//!
//! Endpoints that stream the response or decode it with a function need the reply that a server would send:
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
//! [`Reply::truncated`] breaks the connection in the middle of a stream.
//!
//! # Failures
//!
//! A mock rejects an unexpected request with 417. The client does not retry after this status, and no `is_…` method of
//! [`Error`](crate::Error) is true for it. [`Error::detail`](crate::Error::detail) contains a report that compares the
//! request with the expectations. [`Mock::verify`] and dropping the mock show the report again, together with unmet
//! expectations. Reports never show credentials, but do show the rest of a request.
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
//! // In the test, without a server and a key:
//! let replay = Replay::open("tests/recordings/rename.jsonl")?;
//! rename(&Client::plane().replay(&replay).build()?).await?;
//! replay.verify();
//! # Ok(())
//! # }
//! ```
//!
//! A recording is a text file with a line of JSON for each exchange, without credentials and other secrets.
//! The page of [`Recorder`] lists what is recorded and what is redacted. The page of [`Replay`] lists what is compared, and
//! the methods that exclude values from the comparison. All exchanges are played as they happened: compressed, streamed,
//! binary and multipart bodies, rejections, and broken connections with the retries after them.

#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot continue should stop")]

mod exchange;
mod expectation;
mod json;
mod lines;
mod message;
mod mock;
mod model;
mod recorded;
mod recorder;
mod replay;
mod reply;
mod report;
mod scrub;

pub use self::{
    expectation::Times,
    mock::{Expectation, Mock},
    model::model,
    recorded::RecordedCall,
    recorder::Recorder,
    replay::Replay,
    reply::Reply,
};
