//! [`RetryPolicy`]: decides which requests are retried, and the delay before each retry.

use std::{
    fmt,
    hash::{BuildHasher, RandomState},
    mem,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use http::{Method, StatusCode};

use crate::{
    error::{Delivery, Error, ErrorKind},
    spec::{RetryClass, Spec},
};

/// Decides which requests are retried, and when.
///
/// The decision depends on what happened, not on the type of the error: a request is retried only if the retry can do
/// no harm. The last column is the [`Error::delivery`] of a call that ends with this event, unless an earlier attempt
/// may have done more. "`Unknown` on a write" means [`Delivery::Rejected`] if the request has the class
/// [`RetryClass::Safe`], and `Unknown` otherwise.
///
/// | event | `GET`, `HEAD`, `OPTIONS` | `DELETE` | `PUT` | `PATCH`, `POST` | delivery |
/// |---|---|---|---|---|---|
/// | no connection, or no connection in time | retry | retry | retry | retry | `NotSent` |
/// | not processed: HTTP/2 `REFUSED_STREAM`; `GOAWAY` with `NO_ERROR` and a last stream id below that of the request; 421; 425 | retry | retry | retry | retry | `Rejected` |
/// | 429; 403 with `Retry-After` | wait, retry | wait, retry | wait, retry | wait, retry | `Rejected` |
/// | a temporary 409 with a code that the API sends before it acts | retry | retry | retry | retry | `Rejected` |
/// | the connection broke or timed out after sending; 408, 502, 503, 504, 520 to 524 | retry | retry; a 404 to the retry is a success | retry | no | `Unknown` |
/// | 500 | retry once | no | no | no | `Unknown` on a write |
/// | the server accepted the request, but the response body broke off | retry | no; success if no body is needed | no | no | `Applied` |
/// | 401, or another response that rejects the token | retry once with a new token, if the token has a source | same | same | same | `Rejected` |
/// | 1xx; 3xx other than 304, 307 and 308; 600 and above | no | no | no | no | `Unknown` on a write |
/// | other 5xx | no | no | no | no | `Unknown` |
/// | other 4xx; 304, 307, 308 | no | no | no | no | `Rejected` |
/// | the server accepted the request, but the response cannot be decoded | no | no; success if no body is needed | no | no | `Applied` |
/// | a malformed response: not valid HTTP, too many headers, or labelled gzip without being gzip | no | no; success if its status is a success and no body is needed | no | no | that of its status; `Unknown` if it has no status |
/// | the stream of the request body failed | no | no | no | no | `Unknown` |
/// | not sent: the rate limit pauses for too long, or a time limit was reached before sending | no | no | no | no | `NotSent` |
///
/// Some APIs act, and then send a 400 with a certain message, as Plane does. A 400 with such a message is `Unknown` on
/// a write. Plane also has one code of a temporary 409: `governance_migration_in_progress`. A request with a streamed
/// body is never retried once the stream has started.
///
/// The option `retry` of [`#[endpoint]`](macro@crate::endpoint) moves an endpoint to another column: `safe` to the
/// column of `GET`, `idempotent` to the column of `PUT` (or `DELETE`), `never` to the column of `POST`. Without the
/// option, a `POST` or `PATCH` with an `#[idempotency_key]` is in the column of `PUT`.
///
/// By default, there are up to three attempts. Before the first retry, the client waits for a random time of up to 250
/// ms. This maximum doubles with each retry, up to 8 s. The client waits at least as long as the server asks
/// ([`Error::retry_after`]). If the server asks for more than 120 s, or for more than is left of the call's time limit,
/// the error is returned at once. A wait after a 429, or after a 403 with `Retry-After`, does not count as an attempt.
/// Retries and these waits are also limited by a [`RetryBudget`]. [`Timeouts`](crate::Timeouts) sets the time limits.
///
/// ```
/// use std::time::Duration;
///
/// use plane_api::{Client, RetryPolicy};
///
/// # fn main() -> plane_api::Result<()> {
/// let policy = RetryPolicy::standard()
///     .max_attempts(5)
///     .backoff(Duration::from_millis(100), Duration::from_secs(2))
///     .max_retry_after(Duration::from_secs(30));
/// let client = Client::builder("https://api.example.com").api_key("my-key").retry(policy).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[doc(alias = "retry")]
pub struct RetryPolicy {
    max_attempts: u32,
    base: Duration,
    cap: Duration,
    max_retry_after: Duration,
    budget: Option<RetryBudget>,
}

impl RetryPolicy {
    /// Returns the default policy: up to three attempts; random delays, of up to 250 ms before the first retry and up
    /// to twice as long before each further retry, but not longer than 8 s; `Retry-After` is respected up to 120 s.
    #[must_use]
    pub fn standard() -> Self {
        Self {
            max_attempts: 3,
            base: Duration::from_millis(250),
            cap: Duration::from_secs(8),
            max_retry_after: Duration::from_secs(120),
            budget: None,
        }
    }

    /// Returns a policy without retries, not even after a 429 or a rejected token.
    ///
    /// If the response to another call has paused the client, a call still waits before its attempt, for up to 120 s.
    #[must_use]
    pub fn never() -> Self {
        Self { max_attempts: 1, ..Self::standard() }
    }

    /// Sets the maximum number of attempts, not counting attempts that ended with a 429 or with a 403 with
    /// `Retry-After`. Default: 3. The minimum is 1, which means the same as [`RetryPolicy::never`].
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// Sets the maximum delay before the first retry (`base`), which doubles with each retry, and the maximum of all
    /// delays (`cap`). Default: 250 ms and 8 s.
    #[must_use]
    #[doc(alias = "exponential backoff")]
    #[doc(alias = "jitter")]
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        (self.base, self.cap) = (base, cap);
        self
    }

    /// Sets the longest delay that a server may request. Default: 120 s. If the server requests a longer delay, the
    /// error is returned at once.
    ///
    /// A 429 pauses all calls of the client, except with [`RateLimit::Off`](crate::RateLimit::Off). While the rest of
    /// the pause is longer than the delay that the client's policy allows, calls fail at once
    /// ([`ErrorKind::RateLimit`]).
    #[must_use]
    pub fn max_retry_after(mut self, limit: Duration) -> Self {
        self.max_retry_after = limit;
        self
    }

    /// Uses this budget instead of the client's own budget.
    #[must_use]
    pub fn budget(mut self, budget: RetryBudget) -> Self {
        self.budget = Some(budget);
        self
    }

    /// Returns the longest pause that calls wait for before they are sent.
    pub(crate) fn longest_pause(&self) -> Duration {
        self.max_retry_after
    }

    /// Returns a random delay up to the n-th limit, with `n` counted from 0.
    fn jitter(&self, n: u32) -> Duration {
        let limit =
            self.base.saturating_mul(1_u32.checked_shl(n).unwrap_or(u32::MAX)).min(self.cap);
        let limit = u64::try_from(limit.as_nanos()).unwrap_or(u64::MAX);
        // The standard library makes a new random key for each hash map, so this hash is a random number.
        Duration::from_nanos(RandomState::new().hash_one(n) % limit.saturating_add(1))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::standard()
    }
}

/// A budget that limits the retries of a client, so that many failing calls do not add to the load of a failing server.
///
/// A client's own budget has 500 tokens. A retry costs 14 tokens, and a wait after a 429 costs 5 tokens. A successful
/// call gives back the cost of its last retry or wait, or 1 token if it had none. When the budget is used up, errors
/// are returned at once. Clones share one budget.
///
/// ```
/// use plane_api::{RetryBudget, RetryPolicy};
///
/// // Clients with this policy, or with clones of the budget, share 100 tokens.
/// let budget = RetryBudget::new(100);
/// let policy = RetryPolicy::standard().budget(budget.clone());
/// assert_eq!(budget.left(), 100);
/// ```
#[derive(Clone)]
pub struct RetryBudget(Arc<Account>);

struct Account {
    size: u32,
    left: AtomicU32,
}

impl RetryBudget {
    /// The number of tokens in a client's own budget. [`RetryPolicy::budget`] sets another budget.
    pub const STANDARD: u32 = 500;

    const RETRY: u32 = 14;
    const THROTTLE: u32 = 5;

    /// Creates a budget with this many tokens.
    #[must_use]
    pub fn new(tokens: u32) -> Self {
        Self(Arc::new(Account { size: tokens, left: AtomicU32::new(tokens) }))
    }

    /// Returns the number of tokens left.
    #[must_use]
    pub fn left(&self) -> u32 {
        self.0.left.load(Ordering::Relaxed)
    }

    fn spend(&self, cost: u32) -> bool {
        let subtract = |left: u32| left.checked_sub(cost);
        self.0.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, subtract).is_ok()
    }

    fn refill(&self, tokens: u32) {
        let add =
            |left: u32| (left < self.0.size).then(|| left.saturating_add(tokens).min(self.0.size));
        // The budget is already full.
        let _ = self.0.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}

impl fmt::Debug for RetryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RetryBudget({} of {})", self.left(), self.0.size)
    }
}

/// The retries of one call so far.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    policy: &'a RetryPolicy,
    budget: &'a RetryBudget,
    spec: &'static Spec,
    /// The attempts that count.
    attempts: u32,
    throttles: u32,
    last_cost: u32,
    has_repeated_500: bool,
    has_refreshed: bool,
}

/// The action after a failed attempt.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Give up.
    Stop,
    /// Retry after this delay.
    Again(Duration),
    /// Retry with a new token, if there is one.
    Refresh,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(
        policy: &'a RetryPolicy,
        budget: &'a RetryBudget,
        spec: &'static Spec,
    ) -> Self {
        let budget = policy.budget.as_ref().unwrap_or(budget);
        Self {
            policy,
            budget,
            spec,
            attempts: 0,
            throttles: 0,
            last_cost: 1,
            has_repeated_500: false,
            has_refreshed: false,
        }
    }

    pub(crate) fn success(&self) {
        self.budget.refill(self.last_cost);
    }

    /// Decides what to do after a failed attempt.
    pub(crate) fn next(&mut self, error: &Error) -> Next {
        let policy = self.policy;
        if error.is_rate_limited() {
            return self.throttled(error.retry_after());
        }
        self.attempts += 1;
        if self.attempts >= policy.max_attempts {
            return Next::Stop;
        }
        if error.is_unauthorized() {
            return if mem::replace(&mut self.has_refreshed, true) {
                Next::Stop
            } else {
                Next::Refresh
            };
        }
        if !self.is_harmless(error) {
            return Next::Stop;
        }
        let asked = error.retry_after().unwrap_or_default();
        self.after(asked, self.attempts - 1, RetryBudget::RETRY)
    }

    fn throttled(&mut self, asked: Option<Duration>) -> Next {
        if self.policy.max_attempts <= 1 {
            return Next::Stop;
        }
        self.throttles += 1;
        self.after(asked.unwrap_or_default(), self.throttles - 1, RetryBudget::THROTTLE)
    }

    fn after(&mut self, asked: Duration, n: u32, cost: u32) -> Next {
        if asked > self.policy.max_retry_after || !self.budget.spend(cost) {
            return Next::Stop;
        }
        self.last_cost = cost;
        Next::Again(asked.max(self.policy.jitter(n)))
    }

    /// Implements the table of [`RetryPolicy`], except 429 and rejected tokens. Anything that is not in the table is
    /// not retried.
    fn is_harmless(&mut self, error: &Error) -> bool {
        let class = self.spec.retry_class;
        let status = error.status().as_ref().map(StatusCode::as_u16);
        match (error.kind(), error.delivery(), status) {
            (ErrorKind::Connect | ErrorKind::Timeout, Delivery::NotSent, _) => true,
            // The server or an intermediary proved that it did not process the request.
            (ErrorKind::Transport, Delivery::Rejected, _)
            | (ErrorKind::Status, _, Some(421 | 425)) => true,
            (ErrorKind::Status, Delivery::Rejected, _) if error.passes() => true,
            (ErrorKind::Transport | ErrorKind::Timeout, Delivery::Unknown, _)
            | (ErrorKind::Status, _, Some(408 | 502..=504 | 520..=524)) => {
                class != RetryClass::Never
            }
            (ErrorKind::Status, _, Some(500)) => {
                class == RetryClass::Safe && !mem::replace(&mut self.has_repeated_500, true)
            }
            (ErrorKind::Transport | ErrorKind::Timeout, Delivery::Applied, _) => {
                class == RetryClass::Safe
            }
            _ => false,
        }
    }

    /// Returns `true` if the object is presumably gone because an earlier attempt of the same request has deleted it.
    pub(crate) fn is_done_already(&self, error: &Error, before: Delivery) -> bool {
        self.spec.method == Method::DELETE && before >= Delivery::Unknown && error.is_not_found()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_random_and_bounded() {
        let policy = RetryPolicy::standard();
        for (n, limit) in [(0, 250), (1, 500), (4, 4000), (5, 8000), (31, 8000), (99, 8000)] {
            let waits: Vec<_> = (0..200).map(|_| policy.jitter(n)).collect();
            assert!(waits.iter().all(|wait| *wait <= Duration::from_millis(limit)), "{n}");
            assert!(waits.iter().any(|wait| *wait > Duration::from_millis(limit / 2)), "{n}");
            assert!(waits.iter().any(|wait| *wait < Duration::from_millis(limit / 2)), "{n}");
        }
        assert_eq!(
            policy.clone().backoff(Duration::ZERO, Duration::MAX).jitter(99),
            Duration::ZERO
        );
        let _ = policy.backoff(Duration::MAX, Duration::MAX).jitter(99);
    }

    #[test]
    fn a_budget_is_spent_and_refilled() {
        let budget = RetryBudget::new(20);
        assert!(budget.spend(14) && !budget.spend(14) && budget.spend(5));
        assert_eq!(budget.clone().left(), 1);
        budget.refill(14);
        budget.refill(14);
        assert_eq!(format!("{budget:?}"), "RetryBudget(20 of 20)");
    }
}
