//! [`Feedback`]: the outcome of a call, as reported to a limiter.

use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderName, StatusCode};

use crate::{
    error::{Dialect, asked_wait, is_throttled, reset},
    work,
};

const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const REMAINING_IETF: HeaderName = HeaderName::from_static("ratelimit-remaining");

/// The outcome of a call that a [`Limiter`](crate::Limiter) admitted.
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
    /// The time at which the call was sent.
    pub sent: Instant,
    /// The status of the response; `None` if there was none.
    pub status: Option<StatusCode>,
    /// The number of further calls that the server allowed for the key when it received this call:
    /// `X-RateLimit-Remaining`, or `RateLimit-Remaining`.
    pub remaining: Option<u32>,
    /// The time until the server's limit resets, counted from the response: `X-RateLimit-Reset-After`, or
    /// `RateLimit-Reset` or `X-RateLimit-Reset` in any of their units. Used only if [`Feedback::remaining`] is also
    /// set. `None` for Plane, whose `X-RateLimit-Reset` is always a minute from now.
    pub reset: Option<Duration>,
    /// The time for which the server asks to send nothing, counted from the response: `Retry-After` of a 429 or 403, or
    /// the reset for a 429 without `Retry-After`.
    pub retry_after: Option<Duration>,
    /// `true` if it is certain that nothing of the call reached the server. Such a call does not count.
    pub unsent: bool,
}

impl Feedback {
    /// Reports a call with a response. The call counts as sent now, unless [`Feedback::sent_at`] sets another time.
    #[must_use]
    pub fn response(status: StatusCode) -> Self {
        Self { status: Some(status), ..Self::lost() }
    }

    /// Reports a call without a response: the connection broke, the call timed out, or the caller dropped the call.
    #[must_use]
    pub fn lost() -> Self {
        // The runtime's clock, which tests can pause.
        let sent = tokio::time::Instant::now().into_std();
        Self { sent, status: None, remaining: None, reset: None, retry_after: None, unsent: false }
    }

    /// Reports a call that never reached the server.
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

    /// Sets [`Feedback::reset`](struct@Feedback#structfield.reset).
    #[must_use]
    pub fn reset(mut self, reset: Duration) -> Self {
        self.reset = Some(reset);
        self
    }

    /// Sets [`Feedback::retry_after`](struct@Feedback#structfield.retry_after).
    #[must_use]
    pub fn retry_after(mut self, retry_after: Duration) -> Self {
        self.retry_after = Some(retry_after);
        self
    }

    /// Returns `true` if the server rejected the call because there were too many calls: 429, or 403 with a delay.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.status == Some(StatusCode::TOO_MANY_REQUESTS)
            || self.status == Some(StatusCode::FORBIDDEN) && self.retry_after.is_some()
    }

    /// Reads the headers of a response that arrives now, to a call that was sent at `sent`.
    pub(crate) fn of(
        sent: Instant,
        status: StatusCode,
        headers: &HeaderMap,
        dialect: &Dialect,
    ) -> Self {
        let value = headers.get(REMAINING).or_else(|| headers.get(REMAINING_IETF));
        let remaining = value.and_then(|value| {
            work::count(value.len());
            crate::text::header(value)?.trim().parse().ok()
        });
        let is_throttled = is_throttled(status, headers);
        Self {
            sent,
            status: Some(status),
            remaining,
            reset: remaining.and_then(|_| reset(headers, dialect)),
            retry_after: is_throttled.then(|| asked_wait(status, headers, dialect)).flatten(),
            unsent: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    fn of(status: u16, pairs: &[(&'static str, &[u8])]) -> Feedback {
        let pairs = pairs.iter().map(|(name, value)| {
            (HeaderName::from_static(name), HeaderValue::from_bytes(value).unwrap())
        });
        let status = StatusCode::from_u16(status).unwrap();
        Feedback::of(Instant::now(), status, &pairs.collect(), &Dialect::STANDARD)
    }

    #[test]
    fn remaining_is_a_number_or_nothing() {
        let remaining = |status, value| of(status, &[("x-ratelimit-remaining", value)]).remaining;
        assert_eq!((remaining(200, b" 59 "), remaining(404, b"0")), (Some(59), Some(0)));
        for other in [&b""[..], b"-1", b"many", b"59.5", b"99999999999", b"\xff"] {
            assert_eq!(remaining(200, other), None);
        }
        assert_eq!(of(200, &[]).remaining, None);
        assert_eq!(of(200, &[("ratelimit-remaining", b"7")]).remaining, Some(7));
    }

    #[test]
    fn a_reset_is_of_a_limit_that_is_shown() {
        let secs = |seconds| Some(Duration::from_secs(seconds));
        let both = [("x-ratelimit-remaining", &b"3"[..]), ("x-ratelimit-reset", b"20")];
        assert_eq!((of(200, &both).reset, of(200, &both[1..]).reset), (secs(20), None));
        let ignoring = Dialect { ignores_reset: true, ..Dialect::STANDARD };
        let headers = both.map(|(name, value)| {
            (HeaderName::from_static(name), HeaderValue::from_bytes(value).unwrap())
        });
        let feedback =
            Feedback::of(Instant::now(), StatusCode::OK, &HeaderMap::from_iter(headers), &ignoring);
        assert_eq!((feedback.remaining, feedback.reset), (Some(3), None));
    }

    #[test]
    fn only_who_is_throttled_pauses() {
        let wait = |status, name, value| {
            let feedback = of(status, &[(name, value)]);
            assert_eq!(feedback.is_throttled(), status == 429 || feedback.retry_after.is_some());
            feedback.retry_after.map(|wait| wait.as_secs())
        };
        let (retry_after, reset) = ("retry-after", "x-ratelimit-reset-after");
        for status in [429, 403] {
            assert_eq!(wait(status, retry_after, b"7"), Some(7));
            assert_eq!(wait(status, retry_after, b"soon"), None);
        }
        assert_eq!((wait(429, reset, b"9"), wait(403, reset, b"9")), (Some(9), None));
        for status in [200, 404, 503] {
            assert_eq!((wait(status, retry_after, b"7"), wait(status, reset, b"9")), (None, None));
        }
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
                Feedback::of(Instant::now(), StatusCode::OK, headers, &Dialect::STANDARD);
            });
        }
    }
}
