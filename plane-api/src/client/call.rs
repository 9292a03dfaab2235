//! One call: from an encoded request to its answer.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use tokio::time::{Instant, timeout_at};

use super::{Client, Inner};
use crate::{
    Answer, AnswerKind, Body, BoxFuture, CallInfo, Delivery, Error, ErrorKind, FromAnswer, Meta,
    Result, Stage, TransportError,
    auth::MAX_KEPT,
    error::CallSite,
    request::{Encoded, too_long},
};

/// A call with settings of its own. See [`Client::call`].
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T> {
    client: Client,
    request: Result<Encoded>,
    options: Options,
    decode: fn(Answer) -> Result<T>,
}

/// Where a call differs from its client.
#[derive(Debug, Default)]
struct Options {
    timeout: Option<Duration>,
    headers: HeaderMap,
}

impl<T> Call<T> {
    pub(super) fn new(
        client: Client,
        request: Result<Encoded>,
        decode: fn(Answer) -> Result<T>,
    ) -> Self {
        Self { client, request, options: Options::default(), decode }
    }

    /// Limits the whole call, instead of [`Timeouts::call`](crate::Timeouts::call).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Sends another header, in place of one of the same name.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.options.headers.insert(name, value);
        self
    }

    /// Sends the request and decodes its answer.
    pub fn send(self) -> ResponseFuture<T> {
        let Self { client, request, options, decode } = self;
        ResponseFuture { answer: Box::pin(execute(client, request, options)), decode }
    }

    /// Sends the request; the answer comes with its status and headers.
    ///
    /// # Errors
    ///
    /// As [`Call::send`].
    pub async fn with_meta(self) -> Result<(T, Meta)> {
        let answer = execute(self.client, self.request, self.options).await?;
        let meta = answer.meta().clone();
        Ok(((self.decode)(answer)?, meta))
    }

    /// Sends the request; the answer is not decoded.
    ///
    /// # Errors
    ///
    /// As [`Call::send`], but for what decoding finds: a refusal is an error here, too.
    pub async fn raw(self) -> Result<Response<Bytes>> {
        let answer = execute(self.client, self.request, self.options).await?;
        let mut response = Response::new(answer.body().clone());
        *response.status_mut() = answer.meta().status();
        *response.headers_mut() = answer.meta().headers().clone();
        Ok(response)
    }

    /// Sends the request and decodes the JSON of its answer into another type than the endpoint's.
    pub fn send_as<U: FromAnswer>(self) -> ResponseFuture<U> {
        let Self { client, request, options, .. } = self;
        ResponseFuture { answer: Box::pin(execute(client, request, options)), decode: Answer::json }
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

/// The answer to come. It borrows nothing: the request was encoded when it was sent.
///
/// Dropping it gives up the call. Whether the server acts on it then is not known.
#[must_use = "a request is not sent until its future is awaited"]
pub struct ResponseFuture<T> {
    answer: BoxFuture<'static, Result<Answer>>,
    decode: fn(Answer) -> Result<T>,
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        let decode = self.decode;
        self.answer.as_mut().poll(context).map(|answer| answer.and_then(decode))
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseFuture")
    }
}

/// A call from its beginning to its end, within its time.
async fn execute(client: Client, request: Result<Encoded>, options: Options) -> Result<Answer> {
    let request = request?;
    let inner = &*client.0;
    let site =
        CallSite { spec: request.spec, host: Some(inner.base_url.host.clone()), attempts: 1 };
    let limit = options.timeout.or(inner.timeouts.call);
    let result = match prepare(inner, &request, options.headers) {
        Ok(http) => within(limit, attempt(inner, &request, http, &site)).await,
        Err(error) => Err(error),
    };
    result.map_err(|error| error.at(site))
}

/// Adds what every request to this server carries.
fn prepare(inner: &Inner, request: &Encoded, more: HeaderMap) -> Result<Request<Body>> {
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::config("there is no Tokio runtime here; await the call within one"));
    }
    let mut http = Request::new(request.body.clone().map_or_else(Body::empty, Body::from));
    *http.method_mut() = request.spec.method.clone();
    *http.uri_mut() =
        [&inner.base_url.prefix, request.target.as_str()].concat().try_into().map_err(too_long)?;
    let headers = http.headers_mut();
    headers.reserve(request.headers.len() + more.len() + 4);
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(header::USER_AGENT, inner.user_agent.clone());
    headers.extend(request.headers.clone());
    if request.spec.auth {
        inner.auth.apply(headers);
    }
    headers.extend(more);
    Ok(http)
}

/// One sending of a request.
async fn attempt(
    inner: &Inner,
    request: &Encoded,
    http: Request<Body>,
    site: &CallSite,
) -> Result<Answer> {
    let limit = inner.timeouts.attempt;
    within(limit, exchange(inner, request, http, site)).await
}

async fn exchange(
    inner: &Inner,
    request: &Encoded,
    http: Request<Body>,
    site: &CallSite,
) -> Result<Answer> {
    let info = CallInfo { spec: request.spec, attempt: site.attempts };
    let (parts, body) = inner.transport.execute(http, &info).await.map_err(broken)?.into_parts();
    let (status, headers) = (parts.status, parts.headers);

    let expects_redirect = request.spec.answer == AnswerKind::Redirect;
    if !(status.is_success() || expects_redirect && status.is_redirection()) {
        let body = refusal(inner, body).await;
        return Err(Error::refused(request.spec.replay, &request.target, status, headers, body));
    }
    if matches!(request.spec.answer, AnswerKind::Empty | AnswerKind::Redirect) {
        return Ok(Answer::new(status, headers, Bytes::new(), site.clone(), inner.auth.clone()));
    }
    match collect(inner, body, inner.max_response_bytes).await {
        Ok(body) => Ok(Answer::new(status, headers, body, site.clone(), inner.auth.clone())),
        Err(End::Full(body)) => Err(too_large(inner, status, headers, body)),
        Err(End::Broken(_, error)) => Err(accepted_and_lost(status, error)),
    }
}

/// The body of a refusal, as far as it can be had: what the server refused counts more than how its words end.
async fn refusal(inner: &Inner, body: Body) -> Bytes {
    let (Ok(body) | Err(End::Full(body) | End::Broken(body, _))) =
        collect(inner, body, MAX_KEPT).await;
    inner.auth.redacted(&body)
}

/// Why a body was not read to its end; with what was read of it.
enum End {
    Full(Bytes),
    Broken(Bytes, TransportError),
}

/// Reads a body up to a size, with a limit on the time between its pieces.
async fn collect(inner: &Inner, mut body: Body, limit: usize) -> Result<Bytes, End> {
    let mut whole = BytesMut::new();
    let mut first = Bytes::new();
    loop {
        let chunk = match within_idle(inner, body.chunk()).await {
            None => return Ok(if whole.is_empty() { first } else { whole.freeze() }),
            Some(Ok(chunk)) => chunk,
            Some(Err(error)) => {
                return Err(End::Broken(
                    if whole.is_empty() { first } else { whole.freeze() },
                    error,
                ));
            }
        };
        // Most answers come in one piece, which need not be copied.
        if whole.is_empty() && first.is_empty() && chunk.len() <= limit {
            first = chunk;
            continue;
        }
        if whole.is_empty() {
            whole.extend_from_slice(&first);
        }
        let room = limit - whole.len();
        whole.extend_from_slice(&chunk[..chunk.len().min(room)]);
        if chunk.len() > room {
            return Err(End::Full(whole.freeze()));
        }
    }
}

async fn within_idle(
    inner: &Inner,
    chunk: impl Future<Output = Option<Result<Bytes, TransportError>>>,
) -> Option<Result<Bytes, TransportError>> {
    let Some(limit) = inner.timeouts.idle else { return chunk.await };
    tokio::time::timeout(limit, chunk)
        .await
        .unwrap_or_else(|elapsed| Some(Err(TransportError::new(Stage::Body, elapsed).timed_out())))
}

/// The work, unless it takes too long.
async fn within<T>(limit: Option<Duration>, work: impl Future<Output = Result<T>>) -> Result<T> {
    let Some(limit) = limit else { return work.await };
    let Some(deadline) = Instant::now().checked_add(limit) else { return work.await };
    timeout_at(deadline, work).await.unwrap_or_else(|_| {
        let message = format!("no complete answer within {limit:?}");
        Err(Error::new(ErrorKind::Timeout, Delivery::Unknown, message))
    })
}

/// A failure without an answer.
fn broken(error: TransportError) -> Error {
    let (kind, delivery) = match error.stage() {
        Stage::BeforeSend => (ErrorKind::Connect, Delivery::NotSent),
        Stage::AfterSend | Stage::Body => (ErrorKind::Transport, Delivery::Unknown),
    };
    let kind = if error.is_timeout() { ErrorKind::Timeout } else { kind };
    Error::new(kind, delivery, error.to_string()).with_source(error)
}

/// A failure within the answer to a request that was accepted.
fn accepted_and_lost(status: StatusCode, error: TransportError) -> Error {
    let kind = if error.is_timeout() { ErrorKind::Timeout } else { ErrorKind::Transport };
    Error::unreadable(kind, error.to_string(), status, HeaderMap::new(), Bytes::new())
        .with_source(error)
}

fn too_large(inner: &Inner, status: StatusCode, headers: HeaderMap, body: Bytes) -> Error {
    let limit = inner.max_response_bytes;
    let message =
        format!("the answer is larger than {limit} bytes; see `max_response_bytes` of the client");
    Error::unreadable(ErrorKind::TooLarge, message, status, headers, inner.auth.redacted(&body))
}
