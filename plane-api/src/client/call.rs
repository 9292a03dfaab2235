//! [`Call`]: one call, from the encoded request to the response.

use std::{
    borrow::Cow,
    fmt,
    future::{Future, IntoFuture},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response};

use super::{Client, flow::execute, options::Options, watch::Watch};
use crate::{
    client::{headers::is_transport, options::Timeouts, retry::RetryPolicy, transport::BoxFuture},
    endpoint::{
        meta::Meta,
        raw_response::{RawResponse, streams::Events},
        values::{BodyValue, FromResponse, QueryValue},
        writer::Encoded,
    },
    error::{CallSite, Error, Result},
};

/// A call with its own settings, which override the settings of the client. [`Client::call`] creates it.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use std::time::Duration;
///
/// use plane_api::{Client, RetryPolicy, endpoint};
///
/// #[endpoint(GET, "/tasks" -> Vec<u64>)]
/// struct ListTasks {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>().reply(serde_json::json!([7]));
/// # let client = mock.client();
/// let call = client.call(&ListTasks::new()).timeout(Duration::from_secs(5)).retry(RetryPolicy::never());
/// let (tasks, meta) = call.with_meta().await?;
/// println!("{} tasks in {:?}, request {:?}", tasks.len(), meta.duration(), meta.request_id());
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T> {
    client: Client,
    request: Result<Encoded>,
    options: Options,
    decode: fn(RawResponse) -> Result<T>,
}

impl<T> Call<T> {
    pub(super) fn new(
        client: Client,
        request: Result<Encoded>,
        decode: fn(RawResponse) -> Result<T>,
    ) -> Self {
        let options = Options::of(&client);
        Self { client, request, options, decode }
    }

    /// Limits the time of the whole call, instead of [`Timeouts::call`]. Unlike `Timeouts::call`, this limit includes
    /// the time in which the call waits for the rate limit and for a token. The time starts when the call is first
    /// polled.
    ///
    /// Each attempt is still limited by [`Timeouts::attempt`], by default to 60 s. To allow a slow server more time, change
    /// both with [`Call::timeouts`].
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Sets the time limits of this call. The connect timeout remains that of the client.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.options.timeouts = timeouts;
        self
    }

    /// Sets the maximum size of the response body in bytes, after decompression, instead of the client's limit
    /// ([`ClientBuilder::max_response_bytes`](crate::ClientBuilder::max_response_bytes)).
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.options.max_response_bytes = Some(bytes);
        self
    }

    /// Sets when this request is retried, instead of the client's policy.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// Sets a header. Replaces a header with the same name.
    ///
    /// If the header belongs to the transport (`Host`, `Content-Length`, `Transfer-Encoding`, `Connection` and the
    /// like), the call fails before anything reaches the server.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        if is_transport(&name) {
            self.reject(format!(
                "the header `{name}` is set by the transport; remove it from the call"
            ));
        } else {
            self.options.headers.push((name, value));
        }
        self
    }

    /// Makes `send` return this error, unless there is one already.
    fn reject(&mut self, message: impl Into<Cow<'static, str>>) {
        if let Ok(request) = &self.request {
            let site = CallSite::of(request.spec);
            self.request = Err(Error::request(message).at(site));
        }
    }

    /// Adds a query parameter that the endpoint does not declare.
    ///
    /// The value is written like the value of a declared parameter: the name is repeated for each item of a list, an
    /// empty list is omitted, and a map or a struct is written as `name[entry]`. An invalid value makes the call fail
    /// before anything reaches the server.
    ///
    #[cfg_attr(feature = "testing", doc = "```")]
    #[cfg_attr(not(feature = "testing"), doc = "```ignore")]
    /// use plane_api::{endpoint, testing::Mock};
    ///
    /// #[endpoint(GET, "/tasks" -> ())]
    /// pub struct ListTasks {}
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::new();
    /// mock.expect_any::<ListTasks>();
    ///
    /// mock.client().call(&ListTasks::new()).query("preview", true).query("tag", ["a", "b"]).send().await?;
    ///
    /// let sent = [("preview", "true"), ("tag", "a"), ("tag", "b")];
    /// assert_eq!(mock.calls()[0].query, sent.map(|(name, value)| (name.into(), value.into())));
    /// # Ok(())
    /// # }
    /// ```
    pub fn query(self, name: &str, value: impl QueryValue) -> Self {
        self.changed(|request| request.add_query(name, &value))
    }

    /// Adds to the JSON object in the body a member that the endpoint does not declare.
    ///
    /// If the body already contains or declares a member with this name, or if the body is not a JSON object, the call
    /// fails before anything reaches the server. An optional body that is omitted (`json = optional`) counts as an
    /// empty object.
    ///
    #[cfg_attr(feature = "testing", doc = "```")]
    #[cfg_attr(not(feature = "testing"), doc = "```ignore")]
    /// use plane_api::{endpoint, testing::Mock};
    ///
    /// #[endpoint(POST, "/tasks" -> ())]
    /// pub struct CreateTask {
    ///     pub name: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> plane_api::Result<()> {
    /// let mock = Mock::new();
    /// mock.expect_any::<CreateTask>();
    ///
    /// mock.client().call(&CreateTask::new("Write")).field("beta_rank", 7).send().await?;
    ///
    /// assert_eq!(mock.calls()[0].body, r#"{"name":"Write","beta_rank":7}"#);
    /// # Ok(())
    /// # }
    /// ```
    pub fn field(self, name: &str, value: impl BodyValue) -> Self {
        self.changed(|request| request.add_field(name, &value))
    }

    /// Changes the request if it was encoded successfully.
    fn changed(mut self, change: impl FnOnce(&mut Encoded) -> Result<()>) -> Self {
        self.request = self.request.and_then(|mut request| match change(&mut request) {
            Ok(()) => Ok(request),
            Err(error) => Err(error.at(CallSite::of(request.spec))),
        });
        self
    }

    /// Decodes the response with a different function from the endpoint's.
    #[cfg(feature = "oauth")]
    pub(crate) fn decoded_by(mut self, decode: fn(RawResponse) -> Result<T>) -> Self {
        self.decode = decode;
        self
    }

    /// Redacts these secrets from errors, in case the server echoes them.
    #[cfg(feature = "oauth")]
    pub(crate) fn secrets(
        mut self,
        secrets: impl IntoIterator<Item = crate::secret::Secret>,
    ) -> Self {
        self.options.secrets.extend(secrets);
        self
    }

    /// Sends the request and decodes the response.
    pub fn send(self) -> ResponseFuture<T> {
        let Self { client, request, options, decode } = self;
        ResponseFuture { received: execute(client, request, options), decode }
    }

    /// Sends the request and returns the decoded response together with its metadata: the status, the headers, the
    /// request id, the number of attempts and the elapsed time.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Call::send`].
    pub async fn with_meta(self) -> Result<(T, Meta)> {
        let (received, watch) = execute(self.client, self.request, self.options).await?;
        let meta = received.meta().clone();
        Ok((watch.finish(received, self.decode)?, meta))
    }

    /// Sends the request and returns the response without decoding it.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Call::send`] except decoding errors. A response that rejects the request is still an error.
    pub async fn raw(mut self) -> Result<Response<Bytes>> {
        self.options.whole = true;
        let (received, watch) = execute(self.client, self.request, self.options).await?;
        watch.finish(received, |received| {
            let mut response = Response::new(received.body().clone());
            *response.status_mut() = received.meta().status();
            *response.headers_mut() = received.meta().headers().clone();
            Ok(response)
        })
    }

    /// Sends the request and decodes the JSON of the response into `U` instead of the endpoint's response type.
    pub fn send_as<U: FromResponse>(self) -> ResponseFuture<U> {
        let Self { client, request, mut options, .. } = self;
        options.whole = true;
        ResponseFuture { received: execute(client, request, options), decode: RawResponse::json }
    }
}

/// Awaiting a call sends it, like [`Call::send`].
impl<T> IntoFuture for Call<T> {
    type Output = Result<T>;
    type IntoFuture = ResponseFuture<T>;

    fn into_future(self) -> ResponseFuture<T> {
        self.send()
    }
}

impl<T> Call<Events<T>> {
    /// Asks the server to continue after the event with this id, which is sent as `Last-Event-ID`. See
    /// [`Events::last_event_id`].
    ///
    /// If the id is not a valid header value, the call fails before anything reaches the server.
    pub fn resume(mut self, last_event_id: &str) -> Self {
        const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
        match HeaderValue::from_bytes(last_event_id.as_bytes()) {
            Ok(id) => self.header(LAST_EVENT_ID, id),
            Err(_) => {
                self.reject("the id of the last event is not a valid header value");
                self
            }
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spec = self.request.as_ref().ok().map(|request| request.spec.name);
        f.debug_struct("Call")
            .field("endpoint", &spec)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

/// The future of a call, which resolves to the decoded response. The future borrows nothing, because the request is
/// already encoded.
///
/// Dropping the future cancels the call. The server may still act on a request that was already sent.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, endpoint};
///
/// #[endpoint(GET, "/tasks/<task>" -> String)]
/// struct GetTask {}
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<GetTask>().reply("Write").reply("Read");
/// # let client = mock.client();
/// // The requests are sent at the same time, by tasks of the runtime.
/// let tasks = ["7", "8"].map(|id| tokio::spawn(GetTask::new(id).send(&client)));
/// for task in tasks {
///     println!("{}", task.await??);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request is not sent until its future is awaited"]
pub struct ResponseFuture<T> {
    received: BoxFuture<'static, Result<(RawResponse, Watch)>>,
    decode: fn(RawResponse) -> Result<T>,
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let decode = self.decode;
        match self.received.as_mut().poll(context) {
            Poll::Ready(Ok((received, watch))) => Poll::Ready(watch.finish(received, decode)),
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseFuture")
    }
}
