//! [`Meta`]: the metadata of a response.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderName, StatusCode};

use crate::error::request_id;

/// The metadata of a response: everything but its body.
#[derive(Clone)]
pub struct Meta {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    duration: Duration,
}

/// Shows the names of headers, not their values: a redirect may contain a signature.
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

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the server's id for the request (`X-Request-Id`), for bug reports.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Returns the number of attempts.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the duration of the call, including waits, until the response was ready to be decoded.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.duration
    }
}
