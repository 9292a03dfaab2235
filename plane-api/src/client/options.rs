//! The settings of a call.

use std::time::Duration;

use http::{HeaderName, HeaderValue};

use super::{Client, retry::RetryPolicy};
use crate::{secret::Secret, spec::ResponseKind};

/// The settings of a call: the client's, unless it has its own.
#[derive(Debug)]
pub(super) struct Options {
    pub(super) timeouts: Timeouts,
    /// The time of the whole call, waits before it begins included, in place of [`Timeouts::call`].
    pub(super) timeout: Option<Duration>,
    /// `None` for the defaults.
    pub(super) max_response_bytes: Option<usize>,
    pub(super) retry: Option<RetryPolicy>,
    /// In place of others of the same names.
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    /// Whether the body is read even where it could be streamed.
    pub(super) whole: bool,
    /// What the request holds beside its credential that the server should not be quoted with.
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

/// How large a response is by default.
const MAX_JSON: usize = 16 << 20;
const MAX_BYTES: usize = 64 << 20;

impl Options {
    /// How large the body of a response may be. What is decoded takes many times its bytes, so there is less of it.
    pub(super) fn max_response_bytes(&self, kind: ResponseKind) -> usize {
        let standard = match kind {
            ResponseKind::Bytes | ResponseKind::Download => MAX_BYTES,
            _ => MAX_JSON,
        };
        self.max_response_bytes.unwrap_or(standard)
    }
}

/// How long to wait for what. `None` means without limit.
///
/// Each limit has a setter of its own name, which takes a time or `None`. What is not set keeps its default.
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
pub struct Timeouts {
    /// Until the connection is made, TLS included: 5 s. The client's own transport honours it.
    pub connect: Option<Duration>,
    /// Between one piece of a body and the next: 30 s. In a response, or in a streamed request that the server takes.
    pub idle: Option<Duration>,
    /// How many bytes a second of a streamed body must come, or be taken, on average over 30 s: 1024.
    pub min_rate: Option<u32>,
    /// For one attempt, to the last byte of the response: 60 s. The time in which a body is streamed does not count.
    pub attempt: Option<Duration>,
    /// For a whole call, whatever happens within, once the rate limit lets it begin: 120 s. The same holds for streamed
    /// bodies. The wait for a token before that may take as long again. A limit that includes these waits is
    /// [`Call::timeout`](crate::Call::timeout).
    pub call: Option<Duration>,
    /// Until the rate limit lets a request be sent: without limit, so that a queue of any length drains. A pause that the
    /// server asks for is bounded by [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after).
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

    /// Sets [`Timeouts::min_rate`](struct@Timeouts#structfield.min_rate), in bytes a second.
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
