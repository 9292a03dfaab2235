//! [`RateLimit`]: how fast a client may send, and who may send next.

mod feedback;
mod queue;
mod slot;
mod window;

use std::{fmt, future::pending, sync::Arc, time::Duration};

pub use self::feedback::Feedback;
pub(crate) use self::slot::{Pace, Slot};
use self::{queue::Queue, window::Window};
use crate::{
    client::transport::BoxFuture,
    error::{Error, Result},
};

/// How fast a client may send.
///
/// A response that rejects a call for the rate limit, 429 or 403 with `Retry-After`, pauses everybody for as long as the
/// server asks. If a pause lasts longer than the [`RetryPolicy`](crate::RetryPolicy) of the client waits, 120 seconds
/// unless set, calls are not held up: they fail at once, those that wait already included, with an error whose kind is
/// [`ErrorKind::RateLimit`](crate::ErrorKind::RateLimit).
///
/// A client and its clones keep one count. Clients that are built apart and send with one key keep one count if they
/// are given one [shared](RateLimit::shared) limit; for processes that share a key, see [`Limiter`].
///
/// Plane allows a key 60 calls in any 60 seconds, unless its operator says otherwise.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub enum RateLimit {
    /// As the server says: the default.
    ///
    /// There is no limit until the server shows one with `X-RateLimit-Remaining` (or `RateLimit-Remaining`). From then on
    /// the client sends no more than the server last said was left, less what it has sent since; when that is used up,
    /// calls go as those of the last window grow old. A server that never sends the header is not limited.
    ///
    /// A window is 60 seconds, unless the server shows when its limit starts anew: `X-RateLimit-Reset-After`
    /// in seconds, or `RateLimit-Reset` or `X-RateLimit-Reset` in seconds, Unix seconds or Unix milliseconds, which are
    /// compared with the response's `Date`. Then calls go again at that time, and if it is further away than
    /// [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after), they fail at once. For Plane,
    /// `X-RateLimit-Reset` is not used: there it is always a minute from now.
    ///
    /// What is in flight when a response arrives counts as not yet known to the server, so that responses out of order
    /// do no harm.
    #[default]
    Auto,
    /// So many calls in any 60 seconds at most, whatever the server says. It cannot be 0: the client's builder rejects
    /// that.
    ///
    /// The promise holds for the times at which calls are sent, and for those at which they reach the server, too: a
    /// call counts until 60 seconds after its response, or after it was given up. A call that provably never left does
    /// not count.
    PerMinute(u32),
    /// As another limiter says, which may serve other clients as well.
    Shared(Arc<dyn Limiter>),
    /// Every call at once. A 429 holds up nothing but the call that got it.
    Off,
}

impl RateLimit {
    /// Makes one count of it, for all clients that are given a clone.
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
            // Left as it is, so that the builder says what is wrong with it.
            Self::PerMinute(0) => self,
            Self::PerMinute(n) => Self::Shared(Arc::new(Queue::new(Window::fixed(n)))),
            Self::Shared(_) | Self::Off => self,
        }
    }

    /// The limiter of a client, or `None` for no limit at all.
    pub(crate) fn into_limiter(self) -> Result<Option<Arc<dyn Limiter>>> {
        match self.shared() {
            Self::Shared(limiter) => Ok(Some(limiter)),
            Self::Off => Ok(None),
            Self::PerMinute(_) | Self::Auto => Err(Error::config(
                "a limit of 0 calls per minute would never let one go; `RateLimit::Off` is no limit",
            )),
        }
    }
}

/// Says when the next call may be sent.
///
/// Implement it where processes that share one key need one count between them; everybody else finds what they need
/// in [`RateLimit`]. A client asks it before every sending of a request, repeats included, and tells it afterwards,
/// once for each, what came of it.
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
/// /// A ledger that all processes of the house write their calls to.
/// #[derive(Debug)]
/// struct House {
///     ledger: Ledger,
///     /// Serves those who wait in order.
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
pub trait Limiter: fmt::Debug + Send + Sync + 'static {
    /// Resolves when the next call may be sent, and counts it as sent.
    ///
    /// Callers are served in order. A future that is dropped before it has resolved gives its place back.
    fn acquire(&self) -> BoxFuture<'_, ()>;

    /// Counts a call as sent if it may be sent at once and nobody waits; otherwise the client goes on to
    /// [`Limiter::acquire`].
    ///
    /// It saves the usual case an allocation. Without an implementation it always declines.
    fn try_acquire(&self) -> bool {
        false
    }

    /// Resolves as soon as the server is known to take no calls for longer than `longest`, with how long it is still:
    /// calls then fail at once, those that wait already included, instead of waiting for it.
    ///
    /// The client waits for this beside [`Limiter::acquire`]. `longest` is its
    /// [`RetryPolicy::max_retry_after`](crate::RetryPolicy::max_retry_after). Without an implementation it never
    /// resolves, and calls wait for as long as the limiter lets them; [`Call::timeout`](crate::Call::timeout) and
    /// [`Timeouts::rate_limit`](crate::Timeouts) still end that.
    #[allow(unused_variables, reason = "the name of the argument is documentation")]
    fn closed(&self, longest: Duration) -> BoxFuture<'_, Duration> {
        Box::pin(pending())
    }

    /// Hears what came of a call that was let go: exactly once for each, as soon as the head of the answer is there
    /// or the call is given up. It must not block.
    fn observe(&self, feedback: &Feedback);

    /// What is known of the limit at this moment. Without an implementation nothing is.
    fn status(&self) -> RateLimitStatus {
        RateLimitStatus::default()
    }
}

/// What is known of a rate limit at one moment.
///
/// A [`Limiter`] makes one from its [`Default`], which knows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct RateLimitStatus {
    /// How many calls may be sent in 60 seconds, or in the window that the server has shown; `None` if there is no limit
    /// or none is known yet.
    ///
    /// For [`RateLimit::Auto`] it is what the server leaves to this client, as far as its responses tell: others that
    /// use the same key lower it.
    pub limit: Option<u32>,
    /// How many of these may be sent at once.
    pub remaining: Option<u32>,
    /// How long until the next call may be sent, those that wait first; zero if it may be at once. `None` if that
    /// depends on answers that are still to come, or is not known.
    pub next_available: Option<Duration>,
    /// How many calls wait.
    pub waiting: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_of_zero_is_refused_shared_or_not() {
        for limit in [RateLimit::PerMinute(0), RateLimit::PerMinute(0).shared()] {
            let error = limit.into_limiter().unwrap_err();
            assert!(error.to_string().contains("`RateLimit::Off` is no limit"), "{error}");
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
