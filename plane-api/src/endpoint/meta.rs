//! [`Meta`]: what is known of a response beside its body.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderName, StatusCode};

use crate::error::request_id;

/// What is known of an answer beside its body.
#[derive(Clone)]
pub struct Meta {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    duration: Duration,
}

/// Shows which headers there are, not what they hold: a redirect may carry a signature.
impl fmt::Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.keys().map(HeaderName::as_str).collect();
        f.debug_struct("Meta")
            .field("status", &self.status)
            .field("headers", &names)
            .field("attempts", &self.attempts)
            .field("duration", &self.duration)
            .finish()
    }
}

impl Meta {
    pub(crate) const fn new(status: StatusCode, headers: HeaderMap, attempts: u32) -> Self {
        Self { status, headers, attempts, duration: Duration::ZERO }
    }

    pub(crate) const fn set_duration(&mut self, duration: Duration) {
        self.duration = duration;
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The server's id for the call (`X-Request-Id`), to quote in a report.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// How often the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// How long the call took, waits included, until the answer was there to be decoded.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.duration
    }
}
