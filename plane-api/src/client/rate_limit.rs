//! [`RateLimit`]: limits how fast a client may send.

mod feedback;
mod permit;
mod queue;
mod window;

use std::{fmt, future::pending, sync::Arc, time::Duration};

pub use self::feedback::Feedback;
pub(crate) use self::permit::{Permit, SharedLimiter};
use self::{queue::Queue, window::Window};
use crate::{
    client::transport::BoxFuture,
    error::{Error, Result},
};

/// The rate limit of a client: how fast the client may send requests.
///
/// A response that rejects a call because of the rate limit (429, or 403 with `Retry-After`) pauses all calls of the
/// client for as long as the server asks. If the pause is longer than the client's [`RetryPolicy`](crate::RetryPolicy)
/// allows (120 seconds by default), all calls fail at once, including calls that already wait, with an error of the
/// kind [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit).
///
/// A client and its clones share one count. Separately built clients with the same key share one count if they use the
/// same [shared](RateLimit::shared) limit. For processes that share a key, see [`Limiter`].
///
/// By default, Plane allows 60 calls per key in any 60 seconds. A server's operator can change the limit.
///
/// ```
/// use plane_api::{Client, RateLimit};
///
/// # fn main() -> plane_api::Result<()> {
/// // Two clients that share one count, because they send with one key.
/// let limit = RateLimit::PerMinute(60).shared();
/// let [eu, us] = ["https://eu.example.com", "https://us.example.com"]
///     .map(|url| Client::builder(url).api_key("my-key").rate_limit(limit.clone()).build());
/// # (eu?, us?);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum RateLimit {
    /// Follows the server's headers. The default.
    ///
    /// There is no limit until the server reports one with `X-RateLimit-Remaining` (or `RateLimit-Remaining`). From
    /// then on, the client sends at most as many calls as the server last reported, minus the calls that the client has
    /// sent since that report. Further calls wait until the window of earlier calls has passed. If the server never
    /// sends the header, there is no limit.
    ///
    /// The window is 60 seconds, unless the server reports when its limit resets: `X-RateLimit-Reset-After` in seconds,
    /// or `RateLimit-Reset` or `X-RateLimit-Reset` in seconds, Unix seconds or Unix milliseconds (a Unix time is
    /// compared with the response's `Date`). If the server reports a reset, calls wait for the reset. If the reset is
    /// further away than [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after), calls fail at once. For
    /// Plane, `X-RateLimit-Reset` is ignored, because it is always a minute from now.
    ///
    /// When a response arrives, calls in flight count as not yet received by the server, so responses that arrive out
    /// of order do no harm.
    #[default]
    Auto,
    /// Allows at most this many calls in any 60 seconds, regardless of what the server reports.
    /// [`ClientBuilder::build`](crate::ClientBuilder::build) rejects 0.
    ///
    /// The limit applies to the times at which calls are sent and to the times at which they reach the server: a call
    /// counts until 60 seconds after its response or its cancellation. A call that was provably never sent does not
    /// count.
    PerMinute(u32),
    /// A custom limiter, which other clients may share.
    Shared(Arc<dyn Limiter>),
    /// No limit. A 429 delays only the call that received it.
    Off,
}

impl RateLimit {
    /// Returns a limit with one count for all clients that receive a clone of it.
    ///
    /// ```
    /// use plane_api::RateLimit;
    ///
    /// let limit = RateLimit::PerMinute(60).shared();
    /// let (reader, writer) = (limit.clone(), limit);
    /// # assert!(matches!((reader, writer), (RateLimit::Shared(_), RateLimit::Shared(_))));
    /// ```
    #[must_use]
    pub fn shared(self) -> Self {
        match self {
            Self::Auto => Self::Shared(Arc::new(Queue::new(Window::learning()))),
            // Left unchanged, so that the builder reports the mistake.
            Self::PerMinute(0) => self,
            Self::PerMinute(n) => Self::Shared(Arc::new(Queue::new(Window::fixed(n)))),
            Self::Shared(_) | Self::Off => self,
        }
    }

    /// Returns the limiter of a client, or `None` if there is no limit.
    pub(crate) fn into_limiter(self) -> Result<Option<Arc<dyn Limiter>>> {
        match self.shared() {
            Self::Shared(limiter) => Ok(Some(limiter)),
            Self::Off => Ok(None),
            Self::PerMinute(_) | Self::Auto => Err(Error::config(
                "a limit of 0 calls per minute would block every call; use `RateLimit::Off` for no limit",
            )),
        }
    }
}

/// Decides when the next request may be sent. In this trait, a *call* is one attempt to send a request.
///
/// Implement this trait if several processes that share one key need a common count. Otherwise use [`RateLimit`]. A
/// client asks the limiter before every attempt, including retries, and reports the outcome of each attempt once.
///
/// ```
/// use std::sync::{Arc, Mutex, PoisonError};
///
/// use plane_api::{BoxFuture, Feedback, Limiter, RateLimit};
/// # use std::time::Duration;
/// # #[derive(Debug, Default)]
/// # struct Ledger;
/// # impl Ledger {
/// #     async fn take(&self) -> Result<(), Duration> { Ok(()) }
/// #     fn close_for(&self, _: Duration) {}
/// # }
///
/// /// A ledger to which all processes write their calls.
/// #[derive(Debug)]
/// struct House {
///     ledger: Ledger,
///     /// Serves waiting calls in order.
///     turn: tokio::sync::Semaphore,
/// }
///
/// impl Limiter for House {
///     fn acquire(&self) -> BoxFuture<'_, ()> {
///         Box::pin(async {
///             let _turn = self.turn.acquire().await;
///             while let Err(wait) = self.ledger.take().await {
///                 tokio::time::sleep(wait).await;
///             }
///         })
///     }
///
///     fn observe(&self, feedback: &Feedback) {
///         if let Some(pause) = feedback.retry_after {
///             self.ledger.close_for(pause);
///         }
///     }
/// }
///
/// # let (ledger, turn) = (Ledger, tokio::sync::Semaphore::new(1));
/// let limit = RateLimit::Shared(Arc::new(House { ledger, turn }));
/// ```
///
/// # Stability
///
/// Before 1.0, a minor version may change this trait; a patch version does not.
pub trait Limiter: fmt::Debug + Send + Sync + 'static {
    /// Resolves when the next call may be sent, and counts this call as sent.
    ///
    /// Callers are served in order. Dropping the future before it resolves gives up the place in the queue.
    fn acquire(&self) -> BoxFuture<'_, ()>;

    /// If a call may be sent at once and no other call waits, counts the call as sent and returns `true`. Otherwise
    /// returns `false`, and the client calls [`Limiter::acquire`].
    ///
    /// This saves an allocation in the usual case. The default implementation returns `false`.
    fn try_acquire(&self) -> bool {
        false
    }

    /// Resolves with the remaining time as soon as it is certain that the server accepts no calls for longer than
    /// `longest`. Calls then fail at once, including calls that already wait.
    ///
    /// The client polls this future together with that of [`Limiter::acquire`]. `longest` is the client's
    /// [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after). The default implementation never
    /// resolves, so calls wait for as long as the limiter asks, up to [`Call::timeout`](crate::Call::timeout) and
    /// [`Timeouts::rate_limit`](crate::Timeouts).
    #[allow(unused_variables, reason = "the name of the argument is documentation")]
    fn closed(&self, longest: Duration) -> BoxFuture<'_, Duration> {
        Box::pin(pending())
    }

    /// Receives the outcome of an admitted call, exactly once: when the headers of the response have arrived, or when
    /// the call has ended without a response. This method must not block.
    fn observe(&self, feedback: &Feedback);

    /// Returns the current state of the limit. The default implementation returns an unknown state.
    fn status(&self) -> RateLimitStatus {
        RateLimitStatus::default()
    }
}

/// The state of a rate limit at one moment.
///
/// A [`Limiter`] builds its state from [`Default`], in which everything is unknown.
///
/// ```
/// use plane_api::{Client, RateLimit};
///
/// # fn main() -> plane_api::Result<()> {
/// let client =
///     Client::builder("https://api.example.com").api_key("my-key").rate_limit(RateLimit::PerMinute(60)).build()?;
/// let status = client.rate_limit();
/// assert_eq!((status.limit, status.remaining, status.waiting), (Some(60), Some(60), 0));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RateLimitStatus {
    /// The number of calls that are allowed per 60 seconds, or per window if the server reported another window. `None`
    /// if there is no limit or if it is still unknown.
    ///
    /// For [`RateLimit::Auto`], the number is this client's share, estimated from the responses: other users of the
    /// same key lower the share.
    pub limit: Option<u32>,
    /// The number of calls that may be sent now, without waiting.
    pub remaining: Option<u32>,
    /// The time until another call may be sent, after all calls that already wait. Zero if the call may be sent now.
    /// `None` if the time depends on pending responses or is unknown.
    pub next_available: Option<Duration>,
    /// The number of calls that wait.
    pub waiting: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_zero_is_rejected_shared_or_not() {
        for limit in [RateLimit::PerMinute(0), RateLimit::PerMinute(0).shared()] {
            let error = limit.into_limiter().unwrap_err();
            assert!(error.to_string().contains("use `RateLimit::Off`"), "{error}");
        }
    }

    #[test]
    fn off_has_no_limiter_and_a_shared_one_stays_the_same() {
        assert!(RateLimit::Off.into_limiter().unwrap().is_none());
        let RateLimit::Shared(limiter) = RateLimit::Auto.shared() else { panic!("not shared") };
        let again = RateLimit::Shared(limiter.clone()).shared().into_limiter().unwrap().unwrap();
        assert!(Arc::ptr_eq(&limiter, &again));
    }
}
