//! [`SharedLimiter`] and [`Permit`]: the interface between the call flow and the limiter.

use std::{fmt, future::poll_fn, sync::Arc, task::Poll, time::Duration};

use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use super::{Feedback, Limiter, RateLimit, RateLimitStatus};
use crate::error::{Dialect, Result};

/// The limiter of a client, shared by its clones.
#[derive(Debug)]
pub(crate) struct SharedLimiter(Option<Arc<dyn Limiter>>);

impl SharedLimiter {
    /// Rejects a limit of 0.
    pub(crate) fn new(limit: RateLimit) -> Result<Self> {
        limit.into_limiter().map(Self)
    }

    /// Waits until the next call may be sent. Dropping the future gives up the place in the queue.
    ///
    /// # Errors
    ///
    /// Returns the remaining time as soon as the server asks to wait for longer than `longest`.
    pub(crate) async fn permit(&self, longest: Duration) -> Result<Permit<'_>, Duration> {
        let limiter = self.0.as_deref();
        if let Some(limiter) = limiter
            && !limiter.try_acquire()
        {
            let mut acquired = limiter.acquire();
            let mut closed = limiter.closed(longest);
            let mut is_told = false;
            poll_fn(|context| {
                // An acquired permit counts as used, so it is checked first.
                if acquired.as_mut().poll(context).is_ready() {
                    return Poll::Ready(Ok(()));
                }
                if let Poll::Ready(left) = closed.as_mut().poll(context) {
                    return Poll::Ready(Err(left));
                }
                if !is_told {
                    tracing::info!(
                        target: "plane_api",
                        wait = limiter.status().next_available.map(tracing::field::debug),
                        "waiting for the rate limit"
                    );
                    is_told = true;
                }
                Poll::Pending
            })
            .await?;
        }
        Ok(Permit { limiter, sent: Instant::now() })
    }

    /// Returns the state of the limit, or an unknown state if there is none.
    pub(crate) fn status(&self) -> RateLimitStatus {
        self.0.as_deref().map_or_else(RateLimitStatus::default, Limiter::status)
    }
}

/// Permission to send one request now. It reports the outcome once: the response, or a call without a response if it is
/// dropped.
#[must_use = "a dropped permit counts as a cancelled call"]
pub(crate) struct Permit<'a> {
    limiter: Option<&'a dyn Limiter>,
    sent: Instant,
}

impl Permit<'_> {
    /// The time at which the request may be sent.
    pub(crate) const fn sent(&self) -> Instant {
        self.sent
    }

    /// Reports that the headers of the response have arrived.
    pub(crate) fn responded(mut self, status: StatusCode, headers: &HeaderMap, dialect: &Dialect) {
        if let Some(limiter) = self.limiter.take() {
            limiter.observe(&Feedback::of(self.sent.into_std(), status, headers, dialect));
        }
    }

    /// Reports that nothing of the request reached the server, so the permit is free again.
    pub(crate) fn unsent(mut self) {
        if let Some(limiter) = self.limiter.take() {
            limiter.observe(&Feedback::unsent().sent_at(self.sent.into_std()));
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if let Some(limiter) = self.limiter.take() {
            limiter.observe(&Feedback::lost().sent_at(self.sent.into_std()));
        }
    }
}

impl fmt::Debug for Permit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit").field("sent", &self.sent).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::pin,
        sync::Mutex,
        task::{Context, Waker},
    };

    use super::*;
    use crate::client::transport::BoxFuture;

    /// Admits every call and records its outcome.
    #[derive(Debug, Default)]
    struct Log {
        at_once: bool,
        acquired: Mutex<u32>,
        heard: Mutex<Vec<Feedback>>,
    }

    impl Limiter for Log {
        fn acquire(&self) -> BoxFuture<'_, ()> {
            Box::pin(async { *self.acquired.lock().unwrap() += 1 })
        }

        fn try_acquire(&self) -> bool {
            self.at_once
        }

        fn observe(&self, feedback: &Feedback) {
            self.heard.lock().unwrap().push(feedback.clone());
        }
    }

    fn permit(limiter: &SharedLimiter) -> Permit<'_> {
        let Poll::Ready(permit) =
            pin!(limiter.permit(Duration::ZERO)).poll(&mut Context::from_waker(Waker::noop()))
        else {
            panic!("it waits");
        };
        permit.unwrap()
    }

    #[test]
    fn every_permit_is_reported_once() {
        let log = Arc::new(Log::default());
        let limiter = SharedLimiter::new(RateLimit::Shared(log.clone())).unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("x-ratelimit-remaining", 3.into());
        permit(&limiter).responded(StatusCode::OK, &headers, &Dialect::STANDARD);
        permit(&limiter).unsent();
        drop(permit(&limiter));
        let heard = log.heard.lock().unwrap();
        let seen = heard.iter().map(|one| (one.status, one.remaining, one.unsent));
        assert_eq!(
            seen.collect::<Vec<_>>(),
            [(Some(StatusCode::OK), Some(3), false), (None, None, true), (None, None, false)]
        );
        assert_eq!(*log.acquired.lock().unwrap(), 3);
        assert_eq!(limiter.status(), RateLimitStatus::default());
    }

    #[test]
    fn what_may_go_at_once_does_not_queue() {
        let log = Arc::new(Log { at_once: true, ..Log::default() });
        let limiter = SharedLimiter::new(RateLimit::Shared(log.clone())).unwrap();
        drop(permit(&limiter));
        assert_eq!(*log.acquired.lock().unwrap(), 0);
        assert_eq!(log.heard.lock().unwrap().len(), 1);
    }

    #[test]
    fn without_a_limit_nothing_is_counted() {
        let limiter = SharedLimiter::new(RateLimit::Off).unwrap();
        permit(&limiter).responded(StatusCode::OK, &HeaderMap::new(), &Dialect::STANDARD);
        assert_eq!(limiter.status(), RateLimitStatus::default());
    }
}
