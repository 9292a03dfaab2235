//! [`Feedback`]: what a limiter is told about a call.

use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderName, StatusCode};

use crate::work;

const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// What came of a call that a [`Limiter`](crate::Limiter) let go.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Feedback, http::StatusCode};
///
/// let good = Feedback::response(StatusCode::OK).remaining(59);
/// let throttled = Feedback::response(StatusCode::TOO_MANY_REQUESTS).retry_after(Duration::from_secs(12));
/// # assert_eq!((good.remaining, throttled.retry_after), (Some(59), Some(Duration::from_secs(12))));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Feedback {
    /// When the call was sent.
    pub sent: Instant,
    /// The status of the answer; `None` if there was none.
    pub status: Option<StatusCode>,
    /// `X-RateLimit-Remaining`: how many calls the server had left for the key when it took this one.
    pub remaining: Option<u32>,
    /// How long the server asks to send nothing: `Retry-After` of a 429.
    pub retry_after: Option<Duration>,
    /// It is certain that nothing reached the server: the call need not count.
    pub unsent: bool,
}

impl Feedback {
    /// The server answered. The call counts as sent this moment, unless [`Feedback::sent_at`] says otherwise.
    #[must_use]
    pub fn response(status: StatusCode) -> Self {
        Self { status: Some(status), ..Self::lost() }
    }

    /// There was no answer: the connection broke, it took too long, or the caller lost interest.
    #[must_use]
    pub fn lost() -> Self {
        // The runtime's clock, which tests can stop.
        let sent = tokio::time::Instant::now().into_std();
        Self { sent, status: None, remaining: None, retry_after: None, unsent: false }
    }

    /// The server was never reached.
    #[must_use]
    pub fn unsent() -> Self {
        Self { unsent: true, ..Self::lost() }
    }

    /// Sets [`Feedback::sent`](struct@Feedback#structfield.sent).
    #[must_use]
    pub fn sent_at(mut self, sent: Instant) -> Self {
        self.sent = sent;
        self
    }

    /// Sets [`Feedback::remaining`](struct@Feedback#structfield.remaining).
    #[must_use]
    pub fn remaining(mut self, remaining: u32) -> Self {
        self.remaining = Some(remaining);
        self
    }

    /// Sets [`Feedback::retry_after`](struct@Feedback#structfield.retry_after).
    #[must_use]
    pub fn retry_after(mut self, retry_after: Duration) -> Self {
        self.retry_after = Some(retry_after);
        self
    }

    /// What an answer says. `retry_after` is its `Retry-After`, in whatever form it came.
    pub(crate) fn of(
        status: StatusCode,
        headers: &HeaderMap,
        retry_after: Option<Duration>,
    ) -> Self {
        let remaining = headers.get(REMAINING).and_then(|value| {
            work::count(value.len());
            crate::text::header(value)?.trim().parse().ok()
        });
        let retry_after = retry_after.filter(|_| status == StatusCode::TOO_MANY_REQUESTS);
        Self { remaining, retry_after, ..Self::response(status) }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn of(status: u16, remaining: &'static [u8]) -> Feedback {
        let mut headers = HeaderMap::new();
        headers.insert("X-RateLimit-Remaining", HeaderValue::from_bytes(remaining).unwrap());
        let status = StatusCode::from_u16(status).unwrap();
        Feedback::of(status, &headers, Some(Duration::from_secs(7)))
    }

    #[test]
    fn remaining_is_a_number_or_nothing() {
        assert_eq!(of(200, b" 59 ").remaining, Some(59));
        assert_eq!(of(404, b"0").remaining, Some(0));
        for other in [&b""[..], b"-1", b"many", b"59.5", b"99999999999", b"\xff"] {
            assert_eq!(of(200, Box::leak(other.into())).remaining, None);
        }
        assert_eq!(Feedback::of(StatusCode::OK, &HeaderMap::new(), None).remaining, None);
    }

    #[test]
    fn only_a_429_pauses() {
        assert_eq!(of(429, b"").retry_after, Some(Duration::from_secs(7)));
        assert_eq!(of(503, b"").retry_after, None);
        assert_eq!(of(200, b"").retry_after, None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_what_remains_is_linear(pattern in "[0-9 +a-]{1,7}x?") {
            let input = |length| {
                let value = format!("0{}0", work::repeated(&pattern, length));
                HeaderMap::from_iter([(REMAINING, value.parse().unwrap())])
            };
            work::assert_linear(4 << 10, 256, input, |headers| {
                Feedback::of(StatusCode::OK, headers, None);
            });
        }
    }
}
