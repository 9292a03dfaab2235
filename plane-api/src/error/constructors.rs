//! Constructors of [`Error`] for the runtime.

use std::{borrow::Cow, error, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};

use super::{
    CallSite, Delivery, Dialect, Error, ErrorKind, Inner, Rejection, Stage, Timeout,
    TransportError, delivery::delivery_of, dialect::Meaning, headers::asked_wait, problem::Problem,
    show::hint,
};
use crate::{redact::Redaction, spec::RetryClass};

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
            rejection: None,
            json_path: None,
            closed_for: None,
            is_entry: false,
            source: None,
        }))
    }

    pub(crate) fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, Delivery::NotSent, message)
    }

    pub(crate) fn request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Request, Delivery::NotSent, message)
    }

    /// Creates the error of a request that is not sent because the server accepts no requests for that long.
    pub(crate) fn closed(left: Duration) -> Self {
        let message = format!(
            "the rate limit is exhausted and the server accepts no requests for another {} s; try again later",
            left.as_secs().max(1)
        );
        let mut error = Self::new(ErrorKind::RateLimit, Delivery::NotSent, message);
        error.0.closed_for = Some(left);
        error
    }

    /// Records that the error concerns one entry of a list.
    pub(crate) fn of_entry(mut self) -> Self {
        self.0.is_entry = true;
        self
    }

    /// Returns a copy of the error, for another call that waited for the same result.
    pub(crate) fn again(&self) -> Self {
        Self(self.0.clone())
    }

    /// Creates the error of a time limit that was reached.
    pub(crate) fn timeout(
        timeout: Timeout,
        delivery: Delivery,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::new(ErrorKind::Timeout, delivery, message).timed_out_by(timeout)
    }

    /// Records which time limit was reached.
    pub(crate) fn timed_out_by(mut self, timeout: Timeout) -> Self {
        self.0.timeout = Some(timeout);
        self
    }

    /// Creates the error of a request without a response.
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

    /// Creates the error of a response that rejects the request. `path` is the requested path; it distinguishes an
    /// existing object from the requested one.
    pub(crate) fn of_rejection(
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
        error.0.rejection =
            Some(Rejection { status, headers, body, problem, meaning, existing_id, retry_after });
        error
    }

    /// Creates the error of an accepted request whose response body exceeds the limit. `start` is the part that was
    /// read.
    pub(crate) fn too_large(
        what: &str,
        limit: usize,
        status: StatusCode,
        headers: HeaderMap,
        start: Bytes,
    ) -> Self {
        let message = format!(
            "the {what} is larger than {limit} bytes; see `max_response_bytes` of the client and the call"
        );
        Self::unreadable(ErrorKind::TooLarge, message, status, headers, start)
    }

    /// Creates the error of an accepted request whose response body is incomplete.
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

    /// Creates the error of an accepted request whose response cannot be used.
    pub(crate) fn unreadable(
        kind: ErrorKind,
        message: impl Into<Cow<'static, str>>,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let mut error = Self::new(kind, Delivery::Applied, message);
        error.0.rejection = Some(Rejection {
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

    /// Creates the error of a rejection with a success status.
    pub(crate) fn rejected(
        code: String,
        detail: String,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        let mut error = Self::unreadable(ErrorKind::Status, "", status, headers, body);
        error.0.delivery = Delivery::Rejected;
        if let Some(rejection) = &mut error.0.rejection {
            let text = |text: String| Some(text).filter(|text| !text.is_empty());
            (rejection.problem.code, rejection.problem.detail) = (text(code), text(detail));
        }
        error
    }

    pub(crate) fn at(mut self, site: CallSite) -> Self {
        self.0.call = Some(site);
        self
    }

    /// Takes into account that earlier attempts may have reached the server.
    pub(crate) fn after(mut self, earlier: Delivery) -> Self {
        self.0.delivery = self.0.delivery.max(earlier);
        self
    }

    /// Keeps the cause of a transport failure. The message already contains what the rest of the error says.
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

    /// Drops the response body and the redirect's target, which may contain a secret, and keeps the server's message.
    pub(crate) fn without_body(mut self) -> Self {
        if let Some(rejection) = &mut self.0.rejection {
            rejection.body = Bytes::new();
            rejection.headers.remove(header::LOCATION);
            if rejection.status.is_redirection() {
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
