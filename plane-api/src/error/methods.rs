//! What a caller asks of an [`Error`].

use std::{borrow::Cow, time::Duration};

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{
    Delivery, Error, ErrorKind, FieldError, Timeout, dialect::Meaning, headers::request_id,
    problem::Problem,
};
use crate::{spec::Spec, text};

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
    /// response's `Date`. For a 429 without it, it is `X-RateLimit-Reset-After` (in seconds), `RateLimit-Reset` or
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
