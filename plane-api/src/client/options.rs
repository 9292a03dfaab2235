//! The settings of a call.

use std::time::Duration;

use http::{HeaderName, HeaderValue};

use super::{Client, retry::RetryPolicy};
use crate::{secret::Secret, spec::ResponseKind};

/// The settings of a call: the client's, unless the call overrides them.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) timeouts: Timeouts,
    /// The time limit of the whole call, including waits before it starts, in place of [`Timeouts::call`].
    pub(super) timeout: Option<Duration>,
    /// `None` for the defaults.
    pub(super) max_response_bytes: Option<usize>,
    pub(super) retry: Option<RetryPolicy>,
    /// Replace headers with the same names.
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    /// `true` if the body is collected even if it could be streamed.
    pub(super) whole: bool,
    /// Secrets of the request, besides its credential, that are redacted from server messages.
    pub(super) secrets: Vec<Secret>,
}

impl Options {
    pub(super) fn of(client: &Client) -> Self {
        Self {
            timeouts: client.0.timeouts,
            timeout: None,
            max_response_bytes: client.0.max_response_bytes,
            retry: None,
            headers: Vec::new(),
            whole: false,
            secrets: Vec::new(),
        }
    }
}

/// The default maximum size of a JSON response.
const MAX_JSON: usize = 16 << 20;
const MAX_BYTES: usize = 64 << 20;

impl Options {
    /// Returns the maximum size of a response body. The limit for decoded responses is lower because they take many
    /// times their size in memory.
    pub(super) fn max_response_bytes(&self, kind: ResponseKind) -> usize {
        let standard = match kind {
            ResponseKind::Bytes | ResponseKind::Download => MAX_BYTES,
            _ => MAX_JSON,
        };
        self.max_response_bytes.unwrap_or(standard)
    }
}

/// The time limits of calls. `None` means no limit.
///
/// Each limit has a setter with the same name, which takes the limit or `None`. Limits that are not set keep their
/// defaults.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Client, Timeouts};
///
/// let timeouts = Timeouts::default().call(Duration::from_secs(10)).idle(None);
/// let builder = Client::builder("https://api.example.com").timeouts(timeouts);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[doc(alias = "timeout")]
pub struct Timeouts {
    /// Limit for making a connection, including TLS. Default: 5 s. The default transport applies it; a custom transport
    /// may ignore it.
    pub connect: Option<Duration>,
    /// Limit for the time between two pieces of a body, in a response or in a streamed request. Default: 30 s.
    pub idle: Option<Duration>,
    /// Minimum rate of a streamed body in bytes per second, on average over 30 s. Default: 1024.
    pub min_rate: Option<u32>,
    /// Limit for one attempt, up to the last byte of the response. The time in which a body is streamed does not count.
    /// Default: 60 s.
    pub attempt: Option<Duration>,
    /// Limit for a whole call, from the moment at which the rate limit admits the call. Default: 120 s. The time in
    /// which a request body is streamed counts. If the response is a stream (`Download`, `Events`, `Lines`), the time
    /// ends when the response begins. Waits before the rate limit admits the call have their own limits: the same time
    /// again for a token, and [`Timeouts::rate_limit`](struct@Timeouts#structfield.rate_limit) for the rate limit.
    /// [`Call::timeout`](crate::Call::timeout) includes both waits.
    pub call: Option<Duration>,
    /// Limit for the time in which a call waits until the rate limit admits it. Default: none, so even the last call in
    /// a long queue is sent. [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after) limits a pause that
    /// the server asks for.
    pub rate_limit: Option<Duration>,
}

impl Timeouts {
    /// Sets [`Timeouts::connect`](struct@Timeouts#structfield.connect).
    #[must_use]
    pub fn connect(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.connect = limit.into();
        self
    }

    /// Sets [`Timeouts::idle`](struct@Timeouts#structfield.idle).
    #[must_use]
    pub fn idle(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.idle = limit.into();
        self
    }

    /// Sets [`Timeouts::min_rate`](struct@Timeouts#structfield.min_rate), in bytes per second.
    #[must_use]
    pub fn min_rate(mut self, limit: impl Into<Option<u32>>) -> Self {
        self.min_rate = limit.into();
        self
    }

    /// Sets [`Timeouts::attempt`](struct@Timeouts#structfield.attempt).
    #[must_use]
    pub fn attempt(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.attempt = limit.into();
        self
    }

    /// Sets [`Timeouts::call`](struct@Timeouts#structfield.call).
    #[must_use]
    pub fn call(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.call = limit.into();
        self
    }

    /// Sets [`Timeouts::rate_limit`](struct@Timeouts#structfield.rate_limit).
    #[must_use]
    pub fn rate_limit(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.rate_limit = limit.into();
        self
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        let seconds = |seconds| Some(Duration::from_secs(seconds));
        Self {
            connect: seconds(5),
            idle: seconds(30),
            min_rate: Some(1024),
            attempt: seconds(60),
            call: seconds(120),
            rate_limit: None,
        }
    }
}
