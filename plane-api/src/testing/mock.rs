//! [`Mock`] and its [`Expectation`]s, and the transport that compares requests with them.

use std::{
    fmt,
    panic::Location,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use bytes::{Bytes, BytesMut};
use http::{Request, Response};

use super::{
    expectation::{self, Expected, Mismatch, Times},
    recorded::RecordedCall,
    reply::Reply,
    report,
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

/// Replaces the server in a test, and checks the requests that the code under test sends.
///
/// The mock is verified when it is dropped: keep it until the end of the test. See the [module](crate::testing) for an example.
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
    /// `true` if a failed verification was already reported.
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

    /// Requires requests to arrive in the order in which their expectations were added.
    ///
    /// A request is accepted only if all earlier expectations are satisfied and no later expectation has had a call yet.
    /// Expectations with any number of calls (`times(..)`) are exempt from the order.
    #[must_use]
    pub fn in_order(self) -> Self {
        self.state().in_order = true;
        self
    }

    /// Returns a client that sends its requests to this mock.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "it never does")]
    pub fn client(&self) -> Client {
        self.client_builder().build().expect("key and base URL are valid")
    }

    /// Starts the configuration of a client that sends its requests to this mock. Use it to change limits, retries or
    /// credentials.
    #[must_use]
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = self.state().builder;
        builder()
            .base_url("https://mock.test")
            .api_key("the_key_of_the_mock")
            .transport(MockTransport(self.0.clone()))
    }

    /// Expects this request. The response is empty (204) unless [`Expectation::reply`] sets another.
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

/// One expectation of a [`Mock`]. Each method takes effect immediately.
///
/// ```
/// use plane_api::{endpoint, http::StatusCode, testing::{Mock, Reply}};
///
/// #[endpoint(GET, "/tasks/<task>" -> String)]
/// struct GetTask {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// let mock = Mock::new();
/// mock.expect(&GetTask::new("7")).reply(Reply::new(StatusCode::BAD_GATEWAY)).reply("Write").times(2);
///
/// assert_eq!(GetTask::new("7").send(&mock.client()).await?, "Write");
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Expectation<'a> {
    mock: &'a Mock,
    index: usize,
}

#[expect(clippy::return_self_not_must_use, reason = "each step is complete by itself")]
impl<'a> Expectation<'a> {
    fn new(mock: &'a Mock, index: usize) -> Self {
        Self { mock, index }
    }

    /// Sets the response: any serializable value, or a [`Reply`].
    ///
    /// Each further `reply` sets the response to the next request. All requests after that get the last response.
    ///
    /// ```
    /// use plane_api::{http::StatusCode, testing::{Mock, Reply}, v1::customers::DeleteCustomer};
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::plane();
    /// mock.expect(&DeleteCustomer::new("acme", "7"))
    ///     .reply(Reply::new(StatusCode::SERVICE_UNAVAILABLE))
    ///     .reply(Reply::new(StatusCode::NO_CONTENT));
    ///
    /// DeleteCustomer::new("acme", "7").send(&mock.client()).await?;
    /// assert_eq!(mock.calls().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the value cannot be serialized as JSON, or if the reply has a header that cannot be sent.
    #[track_caller]
    pub fn reply(self, reply: impl Into<Reply>) -> Self {
        let reply = reply.into().checked();
        self.reply_with(move |_| reply.clone())
    }

    /// Sets the response, like [`Expectation::reply`], to the result of this function, which is called with the request.
    ///
    /// ```
    /// use plane_api::{testing::{Mock, Reply}, v1::customers::CreateCustomer};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::plane();
    /// mock.expect_any::<CreateCustomer>().reply_with(|call| {
    ///     Reply::from(json!({"id": "7", "created_at": "2024-01-01T00:00:00Z", "name": call.json["name"]}))
    /// });
    ///
    /// let customer = CreateCustomer::new("acme", "Acme").send(&mock.client()).await?;
    /// assert_eq!(customer.name.as_deref(), Some("Acme"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn reply_with(
        self,
        reply: impl Fn(&RecordedCall) -> Reply + Send + Sync + 'static,
    ) -> Self {
        self.change(|expected| expected.replies.push(Arc::new(reply)))
    }

    /// Sets the expected number of calls, including retries by the client: `times(2)`, `times(1..=3)`, `times(0)` for
    /// none, `times(..)` for any number.
    pub fn times(self, times: impl Into<Times>) -> Self {
        let times = times.into();
        self.change(|expected| expected.times = Some(times))
    }

    fn change(self, change: impl FnOnce(&mut Expected)) -> Self {
        change(&mut self.mock.state().expected[self.index]);
        self
    }
}

impl State {
    /// Records the call and returns its reply. For an unexpected call, the reply reports that.
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
            // The lock is released, because the test's function may use the mock.
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
