//! The rate limit: a log of the calls of the last minute, like Plane keeps per key.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

const WINDOW: SignedDuration = SignedDuration::from_secs(60);

/// A maximum number of calls in any 60 seconds. Rejected calls do not count.
#[derive(Debug)]
pub(super) struct RateLimit {
    per_minute: usize,
    calls: VecDeque<Timestamp>,
}

/// Remaining quota after an accepted call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quota {
    pub(super) remaining: usize,
    /// Unix time in seconds. It is always one whole window from now, because Plane does not report when the next call
    /// is possible.
    pub(super) reset: i64,
}

/// Seconds until the oldest call leaves the window, rounded up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RetryAfter(pub(super) u64);

impl RateLimit {
    pub(super) fn new(per_minute: u32) -> Self {
        let per_minute = usize::try_from(per_minute).unwrap_or(usize::MAX);
        Self { per_minute, calls: VecDeque::new() }
    }

    pub(super) fn admit(&mut self, now: Timestamp) -> Result<Quota, RetryAfter> {
        while self.calls.front().is_some_and(|call| now.duration_since(*call) >= WINDOW) {
            self.calls.pop_front();
        }
        if self.calls.len() >= self.per_minute {
            return Err(self.retry_after(now));
        }
        self.calls.push_back(now);
        let remaining = self.per_minute - self.calls.len();
        Ok(Quota { remaining, reset: now.as_second() + WINDOW.as_secs() })
    }

    fn retry_after(&self, now: Timestamp) -> RetryAfter {
        let age = self.calls.front().map_or(SignedDuration::ZERO, |call| now.duration_since(*call));
        let left = WINDOW - age;
        let seconds = left.as_secs() + i64::from(left.subsec_nanos() > 0);
        RetryAfter(u64::try_from(seconds).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(1_700_000_000_000 + millis).unwrap()
    }

    #[test]
    fn calls_count_down_and_reset_is_always_a_minute_away() {
        let mut limit = RateLimit::new(2);
        assert_eq!(limit.admit(at(900)), Ok(Quota { remaining: 1, reset: 1_700_000_060 }));
        assert_eq!(limit.admit(at(1_000)), Ok(Quota { remaining: 0, reset: 1_700_000_061 }));
    }

    #[test]
    fn retry_after_is_when_the_oldest_call_leaves_rounded_up() {
        let mut limit = RateLimit::new(2);
        limit.admit(at(0)).unwrap();
        limit.admit(at(30_000)).unwrap();
        assert_eq!(limit.admit(at(30_000)), Err(RetryAfter(30)));
        assert_eq!(limit.admit(at(30_001)), Err(RetryAfter(30)));
        assert_eq!(limit.admit(at(59_999)), Err(RetryAfter(1)));
        assert!(limit.admit(at(60_000)).is_ok());
        assert_eq!(limit.admit(at(60_000)), Err(RetryAfter(30)));
    }

    #[test]
    fn throttled_calls_do_not_count() {
        let mut limit = RateLimit::new(1);
        limit.admit(at(0)).unwrap();
        for second in 1..60 {
            limit.admit(at(second * 1_000)).unwrap_err();
        }
        assert!(limit.admit(at(60_000)).is_ok());
    }

    #[test]
    fn a_limit_of_zero_lets_nothing_through() {
        assert_eq!(RateLimit::new(0).admit(at(0)), Err(RetryAfter(60)));
    }
}
