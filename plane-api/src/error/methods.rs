//! The public methods of [`Error`].

use std::{borrow::Cow, time::Duration};

use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{
    Delivery, Error, ErrorKind, FieldError, Timeout, dialect::Meaning, headers::request_id,
    problem::Problem,
};
use crate::{spec::Spec, text};

impl Error {
    /// Returns the kind of failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns whether the server may have acted.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.0.delivery
    }

    /// Returns the HTTP status, if the server responded.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.rejection.as_ref().map(|rejection| rejection.status)
    }

    /// Returns the headers of the response, if the server responded.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.rejection.as_ref().map(|rejection| &rejection.headers)
    }

    /// Returns the description of the request, if the failure belongs to a request.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Spec> {
        self.0.call.as_ref().map(|call| call.spec)
    }

    /// Returns the number of attempts, including attempts that could not connect.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.call.as_ref().map_or(0, |call| call.attempts)
    }

    /// Returns the idempotency key of the call: the value of the field `#[idempotency_key]`, or the generated key.
    ///
    /// To send the request again, set the field to this key: the server then acts only once, even if it has already
    /// acted on this call. Returns `None` if the endpoint has no such field or if the request could not be encoded.
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
    ///     // Later, as often as necessary:
    ///     pay.send(client).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.call.as_ref()?.idempotency_key.as_deref()
    }

    /// Returns the server's id for the request (`X-Request-Id`), for bug reports.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    /// Returns the server's own error message, without the messages about single fields ([`Error::field_errors`]).
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.problem()?.detail.as_deref()
    }

    /// Returns the server's machine-readable error code, such as `CYCLE_COMPLETED` or `5900`.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.problem()?.code.as_deref()
    }

    /// Returns the server's messages about single fields.
    #[must_use]
    pub fn field_errors(&self) -> &[FieldError] {
        self.problem().map_or(&[], |problem| &problem.fields)
    }

    /// Returns `true` if the object does not exist: 404, unless the server has no such route
    /// ([`Error::is_route_missing`]).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has(StatusCode::NOT_FOUND) && !self.is_route_missing()
    }

    /// Returns `true` if the server has no route for the request's path: the server's edition lacks the endpoint, the
    /// base URL is wrong, or an id is malformed.
    ///
    /// Plane responds with 404 and `Page not found.`. Other servers respond with 404 and an HTML page, or with 405 if
    /// the path only supports other methods.
    #[must_use]
    pub fn is_route_missing(&self) -> bool {
        self.means(|meaning| meaning.is_route_missing)
    }

    /// Returns `true` if the credentials are missing or rejected: 401, or Plane's 403 `Given API token is not valid`.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        self.means(|meaning| meaning.is_unauthorized)
    }

    /// Returns `true` if the credentials are valid but lack the permission: 403, unless the cause is the rate limit
    /// ([`Error::is_rate_limited`]). Plane also responds with 403 for workspaces and projects that do not exist.
    #[must_use]
    pub fn is_forbidden(&self) -> bool {
        self.has(StatusCode::FORBIDDEN) && !self.is_unauthorized() && !self.is_rate_limited()
    }

    /// Returns `true` if the workspace's plan does not include the feature: 402, or a 400 that asks to upgrade.
    #[must_use]
    pub fn is_plan_required(&self) -> bool {
        self.means(|meaning| meaning.is_plan_required)
    }

    /// Returns `true` if the server rejected the request before it acted, for a temporary reason.
    pub(crate) fn passes(&self) -> bool {
        self.means(|meaning| meaning.passes)
    }

    /// Returns `true` if the object still has the version that the request names, for example in `If-None-Match`: 304.
    #[must_use]
    pub fn is_not_modified(&self) -> bool {
        self.has(StatusCode::NOT_MODIFIED)
    }

    /// Returns `true` if a single entry of a paginated list could not be decoded. After such an error,
    /// [`Items`](crate::Items) continues with the next item, and [`Pages`](crate::Pages) with the next page. After any
    /// other error, the next call of either sends the same request again.
    #[must_use]
    pub fn is_entry(&self) -> bool {
        self.0.is_entry
    }

    /// Returns `true` if a time limit was reached. [`Error::timed_out`] says which limit.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns which time limit of the client or of the call was reached, if any.
    #[must_use]
    pub fn timed_out(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// Returns `true` if the request conflicts with an existing object: 409. See [`Error::existing_id`].
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has(StatusCode::CONFLICT)
    }

    /// Returns the id of the existing object that the new object conflicts with, if the response contains the id.
    ///
    /// Returns `None` if the id is that of the object that the request itself addressed.
    #[must_use]
    pub fn existing_id(&self) -> Option<&str> {
        self.0.rejection.as_ref()?.existing_id.as_deref()
    }

    /// Returns `true` if there were too many requests: 429, 403 with a `Retry-After`, or a request that was not sent
    /// because an earlier response requested a longer pause than
    /// [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after) allows ([`ErrorKind::RateLimit`]). See
    /// [`Error::retry_after`].
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
            || self.has(StatusCode::TOO_MANY_REQUESTS)
            || self.has(StatusCode::FORBIDDEN) && self.retry_after().is_some()
    }

    /// Returns the delay that the server requested, counted from the response. If the request was not sent because of
    /// such a delay, returns how much of the delay was left.
    ///
    /// The source is the response's `Retry-After`: seconds, with an optional fraction, or a date, which is compared
    /// with the response's `Date`. For a 429 without `Retry-After`, the source is `X-RateLimit-Reset-After` (in
    /// seconds), `RateLimit-Reset` or, except for Plane, `X-RateLimit-Reset` (seconds, Unix seconds or Unix
    /// milliseconds, distinguished by magnitude).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.rejection.as_ref().map_or(self.0.closed_for, |rejection| rejection.retry_after)
    }

    /// Returns the location in the JSON at which decoding failed, such as `results[3].created_at`.
    #[must_use]
    pub fn json_path(&self) -> Option<&str> {
        self.0.json_path.as_deref()
    }

    /// Returns the first 1024 bytes of the response body as text, for people. The text may contain anything that the
    /// server sent.
    #[must_use]
    pub fn body_snippet(&self) -> Option<Cow<'_, str>> {
        const LENGTH: usize = 1024;
        let body = &self.0.rejection.as_ref()?.body;
        Some(String::from_utf8_lossy(&body[..body.len().min(LENGTH)]))
    }

    /// Decodes the response body from JSON. Use this method for an API with structured errors.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not JSON of the type `T` or if the server did not respond.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        let body = self.0.rejection.as_ref().map_or(&b""[..], |rejection| &rejection.body);
        serde_json::from_slice(text::json(body))
    }

    /// Returns the value of OpenTelemetry's `error.type`: the status, or the name of the kind.
    pub(crate) fn type_name(&self) -> &str {
        match (self.0.kind, &self.0.rejection) {
            (ErrorKind::Status, Some(rejection)) => rejection.status.as_str(),
            (kind, _) => kind.name(),
        }
    }

    /// Sets whether the server may have acted. Use this method in a decode function that can tell this from the
    /// response body: see [`RawResponse::reject`](crate::RawResponse::reject).
    #[must_use]
    pub fn with_delivery(mut self, delivery: Delivery) -> Self {
        self.0.delivery = delivery;
        self
    }

    fn has(&self, status: StatusCode) -> bool {
        self.0.kind == ErrorKind::Status && self.status() == Some(status)
    }

    fn means(&self, what: fn(&Meaning) -> bool) -> bool {
        self.0.rejection.as_ref().is_some_and(|rejection| what(&rejection.meaning))
    }

    fn problem(&self) -> Option<&Problem> {
        self.0.rejection.as_ref().map(|rejection| &rejection.problem)
    }
}
