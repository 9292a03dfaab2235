//! [`Pause`]: the delay after failures in a row, so that a loop that only logs errors does not flood the server.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use tokio::time::{Instant, Sleep, sleep_until};

/// The number of failures in a row that the first delay follows.
const FREE: u32 = 3;

/// The largest delay.
const MAX: Duration = Duration::from_secs(60);

/// The failures in a row of one pagination.
#[derive(Default)]
pub(super) struct Pause {
    failures: u32,
    /// The time before which no request is sent.
    end: Option<Instant>,
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Pause {
    /// Records whether a page was fetched.
    pub(super) fn note(&mut self, is_success: bool) {
        self.sleep = None;
        self.failures = if is_success { 0 } else { self.failures.saturating_add(1) };
        self.end = self.delay().and_then(|delay| Instant::now().checked_add(delay));
    }

    /// The delay before the next request, counted from the last failure: 1 s, then twice as long each time.
    fn delay(&self) -> Option<Duration> {
        let doublings = self.failures.checked_sub(FREE)?.min(6);
        Some(Duration::from_secs(1 << doublings).min(MAX))
    }

    /// Waits until the next request may be sent. Time that the caller has already waited counts.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some(end) = self.end else { return Poll::Ready(()) };
        if Instant::now() < end {
            let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep_until(end)));
            if sleep.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
        }
        (self.end, self.sleep) = (None, None);
        Poll::Ready(())
    }
}
