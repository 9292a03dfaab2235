//! [`Queue`]: calls that wait for capacity in a [`Window`], in order.

use std::{
    pin::pin,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Notify, Semaphore},
    time::{Instant, timeout_at},
};

use super::{
    Feedback, Limiter, RateLimitStatus,
    window::{Opening, Window},
};
use crate::client::transport::BoxFuture;

/// A [`Window`] and the calls that wait for it.
///
/// The first call in the queue holds the semaphore, and only it watches the clock. The permit passes on in order, also
/// when its holder is dropped, so only the call that may be sent is woken.
#[derive(Debug)]
pub(super) struct Queue {
    state: Mutex<State>,
    turn: Semaphore,
    /// Tells the first call in the queue that the window has changed.
    changed: Notify,
    /// Tells all waiting calls that the server accepts no calls for longer than was known.
    closed: Notify,
}

/// Locked briefly, never while waiting.
#[derive(Debug)]
struct State {
    window: Window,
    waiting: usize,
    /// The time until which the server accepts no calls, as far as waiting calls were told.
    closed_until: Option<Instant>,
}

impl Queue {
    pub(super) fn new(window: Window) -> Self {
        let state = Mutex::new(State { window, waiting: 0, closed_until: None });
        Self { state, turn: Semaphore::new(1), changed: Notify::new(), closed: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn wait(&self) {
        let _waiting = Waiting::new(self);
        // The semaphore is never closed.
        let _turn = self.turn.acquire().await;
        loop {
            // A change between this line and the wait below is not lost: `Notify` stores it for the next waiter.
            let opening = self.state().window.take(Instant::now());
            match opening {
                Opening::Now => return,
                // Either the time has come or something has changed: check again.
                Opening::At(at) => drop(timeout_at(at, self.changed.notified()).await),
                Opening::AfterAnswer => self.changed.notified().await,
            }
        }
    }

    /// Waits until the server accepts no calls for longer than `longest`, and returns for how long.
    async fn wait_closed(&self, longest: Duration) -> Duration {
        loop {
            let mut closed = pin!(self.closed.notified());
            // A notification between this line and the wait below is not lost.
            closed.as_mut().enable();
            let now = Instant::now();
            let until = self.state().window.closed_until(now);
            let left = until.map(|until| until.saturating_duration_since(now));
            if let Some(left) = left.filter(|left| *left > longest) {
                return left;
            }
            closed.await;
        }
    }
}

impl Limiter for Queue {
    fn acquire(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.wait())
    }

    fn try_acquire(&self) -> bool {
        let mut state = self.state();
        state.waiting == 0 && state.window.take(Instant::now()) == Opening::Now
    }

    fn observe(&self, feedback: &Feedback) {
        let mut state = self.state();
        // The time is read under the lock, so that ended calls stay in order.
        let now = Instant::now();
        state.window.observe(feedback, now);
        let closed_until = state.window.closed_until(now);
        let is_longer = closed_until > state.closed_until;
        state.closed_until = closed_until;
        let somebody_waits = state.waiting > 0;
        drop(state);
        if somebody_waits {
            self.changed.notify_one();
        }
        if is_longer {
            self.closed.notify_waiters();
        }
    }

    fn closed(&self, longest: Duration) -> BoxFuture<'_, Duration> {
        Box::pin(self.wait_closed(longest))
    }

    fn status(&self) -> RateLimitStatus {
        let state = self.state();
        let now = Instant::now();
        let to_u32 = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        RateLimitStatus {
            limit: state.window.room().map(to_u32),
            remaining: state.window.left(now).map(to_u32),
            next_available: match state.window.opening(now) {
                Opening::Now => Some(Duration::ZERO),
                Opening::At(at) => Some(at.saturating_duration_since(now)),
                Opening::AfterAnswer => None,
            },
            waiting: state.waiting,
        }
    }
}

/// A call in the queue. While there is one, no call skips the queue.
struct Waiting<'a>(&'a Queue);

impl<'a> Waiting<'a> {
    fn new(queue: &'a Queue) -> Self {
        queue.state().waiting += 1;
        Self(queue)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.state().waiting -= 1;
    }
}
