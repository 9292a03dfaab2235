//! [`Error`]: what went wrong, and what the caller can do about it.

mod delivery;
mod dialect;
mod headers;
mod kind;
mod problem;
mod show;
mod transport;

use std::{borrow::Cow, error, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

pub(crate) use self::dialect::Dialect;
pub(crate) use self::headers::{asked_wait, is_throttled, request_id, reset};
pub use self::{
    delivery::Delivery,
    kind::{ErrorKind, FieldError, OptionalExt, Timeout},
    transport::{Stage, TransportError},
};
use self::{delivery::delivery_of, dialect::Meaning, problem::Problem, show::hint};
use crate::{
    redact::Redaction,
    spec::{RetryClass, Spec},
    text,
};

/// A `Result` whose error is [`struct@Error`] unless said otherwise.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Shared, so that those who wait for one thing can share its failure.
type Source = Arc<dyn error::Error + Send + Sync>;

/// Why a call failed.
///
/// [`Display`](std::fmt::Display) says it in one line: method, path template, host, status and the server's own words.
/// The methods answer what a program asks next: is the object missing, was the key refused, which field was wrong,
/// may the server have acted ([`Error::delivery`])?
///
/// Credentials and query strings are never part of it, and the body of an answer only where it is asked for:
/// [`Error::body_snippet`] and [`Error::body`].
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    delivery: Delivery,
    timeout: Option<Timeout>,
    message: Cow<'static, str>,
    call: Option<CallSite>,
    answer: Option<Refusal>,
    json_path: Option<String>,
    /// How long the server accepts no requests, if that is why this one was not sent.
    closed_for: Option<Duration>,
    source: Option<Source>,
}

/// Where a call went.
#[derive(Debug, Clone)]
pub(crate) struct CallSite {
    pub(crate) spec: &'static Spec,
    /// Host and, where it is not the scheme's own, port.
    pub(crate) host: Option<Arc<str>>,
    pub(crate) attempts: u32,
    /// The idempotency key of the call.
    pub(crate) idempotency_key: Option<Arc<str>>,
}

impl CallSite {
    /// A request that was not sent.
    pub(crate) const fn of(spec: &'static Spec) -> Self {
        Self { spec, host: None, attempts: 0, idempotency_key: None }
    }
}

/// The response of the server.
#[derive(Clone)]
struct Refusal {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    problem: Problem,
    meaning: Meaning,
    /// Not an id that the request itself named.
    existing_id: Option<String>,
    /// From when the answer arrived.
    retry_after: Option<Duration>,
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether the server may have acted.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.0.delivery
    }

    /// The HTTP status, if the server answered.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// The headers of the answer, if there was one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|answer| &answer.headers)
    }

    /// The request's description, if the failure is a request's.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Spec> {
        self.0.call.as_ref().map(|call| call.spec)
    }

    /// How often the request was sent, or tried to be.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.call.as_ref().map_or(0, |call| call.attempts)
    }

    /// The idempotency key of the call: that of the request's field, or the one that was generated
    /// (`#[idempotency_key]`).
    ///
    /// Set it and send the request again, and the server acts once, whatever became of this call. `None` if the endpoint
    /// has no such field, or if the request could not be encoded.
    ///
    /// ```
    /// use plane_api::{Client, Delivery, endpoint};
    ///
    /// #[endpoint(POST, "/payments" -> ())]
    /// #[derive(Debug, Clone)]
    /// pub struct Pay {
    ///     #[idempotency_key("Idempotency-Key")]
    ///     pub key: Option<String>,
    ///     pub amount: u64,
    /// }
    ///
    /// # async fn example(client: &Client) -> plane_api::Result<()> {
    /// let mut pay = Pay::new(100);
    /// if let Err(error) = pay.send(client).await {
    ///     pay.key = error.idempotency_key().map(str::to_owned);
    ///     // Later, and as often as need be:
    ///     pay.send(client).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.call.as_ref()?.idempotency_key.as_deref()
    }

    /// The server's id for the call (`X-Request-Id`), to quote in a report.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// What the server says is wrong, in its own words, fields apart.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.problem()?.detail.as_deref()
    }

    /// A word for programs that the server sends beside its words, such as `CYCLE_COMPLETED` or `5900`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.problem()?.code.as_deref()
    }

    /// What the server says about single fields.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.problem().map_or(&[], |problem| &problem.fields)
    }

    /// The object is not there: 404, unless the whole route is missing ([`Error::is_route_missing`]).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has(StatusCode::NOT_FOUND) && !self.is_route_missing()
    }

    /// The server has no such route: its edition lacks it, the base URL is wrong, or an id is malformed.
    ///
    /// Plane answers 404 with `Page not found.`, other servers with a page for browsers, or 405 if the path exists with
    /// other methods.
    #[must_use]
    pub fn is_route_missing(&self) -> bool {
        self.means(|meaning| meaning.is_route_missing)
    }

    /// The credentials are missing or refused: 401, or Plane's 403 `Given API token is not valid`.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.means(|meaning| meaning.is_unauthorized)
    }

    /// The key is good and may not do this: 403, unless it is for the rate limit. Plane answers so for workspaces and
    /// projects that do not exist, too.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has(StatusCode::FORBIDDEN) && !self.is_unauthorized() && !self.is_rate_limited()
    }

    /// The workspace's plan does not include this: 402, or a 400 that asks to upgrade.
    #[must_use]
    pub fn is_plan_required(&self) -> bool {
        self.means(|meaning| meaning.is_plan_required)
    }

    /// The object is the version that the request names, by `If-None-Match` for example: 304.
    #[must_use]
    pub fn is_not_modified(&self) -> bool {
        self.has(StatusCode::NOT_MODIFIED)
    }

    /// A time limit was reached. [`Error::timed_out`] says which one.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// The time limit that was reached, if it was one of the client's or the call's.
    #[must_use]
    pub fn timed_out(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// It collides with something that exists: 409. See [`Error::existing_id`].
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has(StatusCode::CONFLICT)
    }

    /// The id of the object that a new one collides with, where the server names it.
    ///
    /// `None` when it is only the id that the request itself addressed.
    #[must_use]
    pub fn existing_id(&self) -> Option<&str> {
        self.0.answer.as_ref()?.existing_id.as_deref()
    }

    /// Too many requests: 429, or 403 with a `Retry-After`; or the request was not sent because the server had asked, in
    /// response to another one, to send nothing for longer than the client waits ([`ErrorKind::RateLimit`]). See
    /// [`Error::retry_after`].
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
            || self.has(StatusCode::TOO_MANY_REQUESTS)
            || self.has(StatusCode::FORBIDDEN) && self.retry_after().is_some()
    }

    /// How long the server asked to wait, counted from its response; if the request was not sent, how long it still was
    /// then.
    ///
    /// It is the response's `Retry-After`: seconds, which may have a fraction, or a date, which is compared with the
    /// response's `Date`. For a 429 without it, it is `X-RateLimit-Reset-After`, `RateLimit-Reset` (both in seconds) or
    /// `X-RateLimit-Reset` (seconds, Unix seconds or Unix milliseconds, told apart by their size).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.answer.as_ref().map_or(self.0.closed_for, |answer| answer.retry_after)
    }

    /// Where in the JSON the answer stopped making sense, such as `results[3].created_at`.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }

    /// The beginning of the answer's body, for a person to look at. It may hold anything the server sent.
    #[must_use]
    pub fn body_snippet(&self) -> Option<Cow<'_, str>> {
        const LENGTH: usize = 1024;
        let body = &self.0.answer.as_ref()?.body;
        Some(String::from_utf8_lossy(&body[..body.len().min(LENGTH)]))
    }

    /// The answer's body, decoded: for an API whose errors are objects of their own.
    ///
    /// # Errors
    ///
    /// When the body is not JSON of that shape, or there was no answer.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let body = self.0.answer.as_ref().map_or(&b""[..], |answer| &answer.body);
        serde_json::from_slice(text::json(body))
    }

    /// What OpenTelemetry calls `error.type`: the status, or a word for the kind.
    pub(crate) fn type_name(&self) -> &str {
        match (self.0.kind, &self.0.answer) {
            (ErrorKind::Status, Some(answer)) => answer.status.as_str(),
            (kind, _) => kind.name(),
        }
    }

    /// Sets whether the server may have acted, where a decode function knows better
    /// ([`RawResponse::reject`](crate::RawResponse::reject)).
    #[must_use]
    pub fn with_delivery(mut self, delivery: Delivery) -> Self {
        self.0.delivery = delivery;
        self
    }

    fn has(&self, status: StatusCode) -> bool {
        self.0.kind == ErrorKind::Status && self.status() == Some(status)
    }

    fn means(&self, what: fn(&Meaning) -> bool) -> bool {
        self.0.answer.as_ref().is_some_and(|answer| what(&answer.meaning))
    }

    fn problem(&self) -> Option<&Problem> {
        self.0.answer.as_ref().map(|answer| &answer.problem)
    }
}

/// How the runtime makes errors.
impl Error {
    pub(crate) fn new(
        kind: ErrorKind,
        delivery: Delivery,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        let message = message.into();
        Self(Box::new(Inner {
            kind,
            delivery,
            timeout: None,
            message,
            call: None,
            answer: None,
            json_path: None,
            closed_for: None,
            source: None,
        }))
    }

    pub(crate) fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, Delivery::NotSent, message)
    }

    pub(crate) fn request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Request, Delivery::NotSent, message)
    }

    /// A request that is not sent since the server accepts none for that long.
    pub(crate) fn closed(left: Duration) -> Self {
        let message = format!(
            "the rate limit is exhausted and the server accepts no requests for another {} s; try again later",
            left.as_secs().max(1)
        );
        let mut error = Self::new(ErrorKind::RateLimit, Delivery::NotSent, message);
        error.0.closed_for = Some(left);
        error
    }

    /// The same once more, for another who waited for what failed.
    pub(crate) fn again(&self) -> Self {
        Self(self.0.clone())
    }

    /// A time limit was reached.
    pub(crate) fn timeout(
        timeout: Timeout,
        delivery: Delivery,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(ErrorKind::Timeout, delivery, message).timed_out_by(timeout)
    }

    /// Says which time limit was reached.
    pub(crate) fn timed_out_by(mut self, timeout: Timeout) -> Self {
        self.0.timeout = Some(timeout);
        self
    }

    /// A request without a response.
    pub(crate) fn transport(error: TransportError) -> Self {
        let (kind, delivery) = match error.stage() {
            Stage::BeforeSend => (ErrorKind::Connect, Delivery::NotSent),
            Stage::NotProcessed => (ErrorKind::Transport, Delivery::Rejected),
            Stage::RequestBody => (ErrorKind::Request, Delivery::Unknown),
            Stage::AfterSend | Stage::Body if error.is_malformed() => {
                (ErrorKind::Decode, Delivery::Unknown)
            }
            Stage::AfterSend | Stage::Body => (ErrorKind::Transport, Delivery::Unknown),
        };
        let kind = if error.is_timeout() { ErrorKind::Timeout } else { kind };
        Self::new(kind, delivery, error.to_string()).caused_by(error)
    }

    /// The server's rejection. `path` is what was requested, to tell an existing object from the one addressed.
    pub(crate) fn refused(
        dialect: &Dialect,
        replay: RetryClass,
        path: &str,
        status: StatusCode,
        headers: HeaderMap,
        (body, redaction): (&[u8], &Redaction),
    ) -> Self {
        let body = redaction.redacted(body);
        let problem = Problem::read(&body, dialect);
        let delivery = delivery_of(status, replay, dialect, problem.detail.as_deref());
        let meaning = dialect.meaning(status, &problem);
        let existing_id = problem
            .id
            .clone()
            .filter(|id| !path.split(['/', '?', '&', '=']).any(|part| part == id));
        let hint = hint(status, &headers, path, redaction);
        let mut error = Self::new(ErrorKind::Status, delivery, hint);
        let retry_after = asked_wait(status, &headers, dialect);
        error.0.answer =
            Some(Refusal { status, headers, body, problem, meaning, existing_id, retry_after });
        error
    }

    /// An accepted request whose response body is larger than it may be. `start` is what was read of it.
    pub(crate) fn too_large(
        limit: usize,
        status: StatusCode,
        headers: HeaderMap,
        start: Bytes,
    ) -> Self {
        let message = format!(
            "the response is larger than {limit} bytes; see `max_response_bytes` of the client and the call"
        );
        Self::unreadable(ErrorKind::TooLarge, message, status, headers, start)
    }

    /// An accepted request whose response body is not whole.
    pub(crate) fn broken_body(
        error: TransportError,
        status: StatusCode,
        headers: HeaderMap,
    ) -> Self {
        let kind = if error.is_timeout() {
            ErrorKind::Timeout
        } else if error.is_malformed() {
            ErrorKind::Decode
        } else {
            ErrorKind::Transport
        };
        Self::unreadable(kind, error.to_string(), status, headers, Bytes::new()).caused_by(error)
    }

    /// An accepted request whose answer cannot be used.
    pub(crate) fn unreadable(
        kind: ErrorKind,
        message: impl Into<Cow<'static, str>>,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let mut error = Self::new(kind, Delivery::Applied, message);
        error.0.answer = Some(Refusal {
            status,
            headers,
            body,
            problem: Problem::default(),
            meaning: Meaning::default(),
            existing_id: None,
            retry_after: None,
        });
        error
    }

    /// A rejection in spite of the status.
    pub(crate) fn rejected(
        code: String,
        detail: String,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let mut error = Self::unreadable(ErrorKind::Status, "", status, headers, body);
        error.0.delivery = Delivery::Rejected;
        if let Some(answer) = &mut error.0.answer {
            let text = |text: String| Some(text).filter(|text| !text.is_empty());
            (answer.problem.code, answer.problem.detail) = (text(code), text(detail));
        }
        error
    }

    pub(crate) fn at(mut self, site: CallSite) -> Self {
        self.0.call = Some(site);
        self
    }

    /// Takes into account what earlier attempts may have done.
    pub(crate) fn after(mut self, earlier: Delivery) -> Self {
        self.0.delivery = self.0.delivery.max(earlier);
        self
    }

    /// Keeps what caused the failure of a transport, which the message has told already.
    pub(crate) fn caused_by(mut self, error: TransportError) -> Self {
        self.0.timeout = error.timeout();
        self.with_source(error.into_source())
    }

    pub(crate) fn with_source(
        mut self,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// Forgets what the server sent, but for its own words: the rest may be a secret.
    pub(crate) fn without_body(mut self) -> Self {
        if let Some(answer) = &mut self.0.answer {
            answer.body = Bytes::new();
            answer.headers.remove(header::LOCATION);
            if answer.status.is_redirection() {
                self.0.message = Cow::Borrowed("redirects are not followed");
            }
        }
        self
    }

    pub(crate) fn with_json_path(mut self, path: String) -> Self {
        self.0.json_path = Some(path);
        self
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
