//! [`Window`]: the calls of the last minute and the remaining capacity. It does not wait and has no clock.
//!
//! The server counts calls by the time at which it receives them, which lies between sending and response. A call
//! therefore uses capacity from the moment it is admitted until a minute after it has ended. No minute of the server
//! can then contain more calls than the capacity, however late one arrives.
//!
//! A server that reports when its limit resets may count in another window than a minute. A call then uses capacity
//! until the reset at the latest, and no longer than the longest time to a reset that was reported.

mod log;

use std::time::Duration;

use tokio::time::Instant;

use self::log::Log;
use super::Feedback;

pub(super) const MINUTE: Duration = Duration::from_secs(60);

/// The longest pause that is accepted, and the longest window.
const MAX_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

#[derive(Debug)]
pub(super) struct Window {
    /// The capacity in calls. `None` means no limit. With `learns`, it is derived from the server's responses.
    room: Option<usize>,
    learns: bool,
    in_flight: usize,
    ended: Log,
    /// The time for which a call uses capacity after it has ended.
    length: Duration,
    /// The next reset of the server's limit, if it has reported one, and the previous reset.
    reset_at: Option<Instant>,
    started_at: Option<Instant>,
    paused_until: Option<Instant>,
    /// `true` if the first call after a pause may be sent even if the calls of the last minute use up the capacity,
    /// because the server has asked to wait only until now.
    trial: bool,
}

/// The time at which the next call has capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Now,
    At(Instant),
    /// A minute after a call in flight has ended.
    AfterAnswer,
}

impl Window {
    pub(super) fn fixed(per_minute: u32) -> Self {
        Self { room: Some(to_usize(per_minute)), learns: false, ..Self::learning() }
    }

    pub(super) fn learning() -> Self {
        Self {
            room: None,
            learns: true,
            in_flight: 0,
            ended: Log::default(),
            length: MINUTE,
            reset_at: None,
            started_at: None,
            paused_until: None,
            trial: false,
        }
    }

    /// Counts another call if there is capacity.
    pub(super) fn take(&mut self, now: Instant) -> Opening {
        let opening = self.opening(now);
        if opening == Opening::Now {
            self.trial = false;
            self.in_flight += 1;
        }
        opening
    }

    pub(super) fn opening(&self, now: Instant) -> Opening {
        let opening = self.opening_of_room(now);
        match (opening, self.paused_until.filter(|until| *until > now)) {
            (Opening::Now, Some(until)) => Opening::At(until),
            (Opening::At(at), Some(until)) => Opening::At(at.max(until)),
            (opening, _) => opening,
        }
    }

    fn opening_of_room(&self, now: Instant) -> Opening {
        let Some(room) = self.room else { return Opening::Now };
        if self.trial || self.used(now) < room {
            return Opening::Now;
        }
        // Number of newest ended calls that may still count when another call is sent. The call before them has to expire.
        let stay = room.checked_sub(self.in_flight + 1);
        let Some(ended) = stay.and_then(|stay| self.ended.nth_newest(stay)) else {
            return Opening::AfterAnswer;
        };
        let leaves = ended + self.length;
        Opening::At(self.next_reset(now).map_or(leaves, |reset| reset.min(leaves)))
    }

    /// Returns the time until which the server has said that it accepts no more calls. Waiting for calls to expire is
    /// not included, unless the server has reported a reset.
    pub(super) fn closed_until(&self, now: Instant) -> Option<Instant> {
        let by_reset = self.next_reset(now).and_then(|_| match self.opening_of_room(now) {
            Opening::At(at) => Some(at),
            Opening::Now | Opening::AfterAnswer => None,
        });
        self.paused_until.filter(|until| *until > now).max(by_reset)
    }

    /// Returns the total capacity.
    pub(super) fn room(&self) -> Option<usize> {
        self.room
    }

    /// Returns the capacity that is left now.
    pub(super) fn left(&self, now: Instant) -> Option<usize> {
        self.room.map(|room| room.saturating_sub(self.used(now)))
    }

    fn used(&self, now: Instant) -> usize {
        self.in_flight + self.ended.after(self.horizon(now))
    }

    /// Calls that ended at or before this moment no longer use capacity. `None` if it is before the beginning of the
    /// clock.
    fn horizon(&self, now: Instant) -> Option<Instant> {
        let reset = self.reset_at.filter(|reset| *reset <= now).max(self.started_at);
        now.checked_sub(self.length).max(reset)
    }

    fn next_reset(&self, now: Instant) -> Option<Instant> {
        self.reset_at.filter(|reset| *reset > now)
    }

    /// Records the outcome of an admitted call.
    pub(super) fn observe(&mut self, feedback: &Feedback, now: Instant) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if feedback.unsent {
            return;
        }
        if self.next_reset(now).is_none() {
            self.started_at = self.reset_at.take().max(self.started_at);
        }
        let sent = Instant::from_std(feedback.sent).min(now);
        let throttled = feedback.is_throttled();
        if let Some(pause) = feedback.retry_after.filter(|_| throttled) {
            self.paused_until = self.paused_until.max(Some(now + pause.min(MAX_PAUSE)));
            self.trial = self.learns;
        }
        if !self.learns {
            self.end(sent, now, false);
        } else if throttled {
            // The server does not count calls that it rejects. Its limit is at most the number of calls that it may
            // have counted, and assumed to be at least one, so that another call can find out.
            if self.is_of_now(sent, now) {
                let most = self.possibly_counted(sent).max(1);
                self.room = self.room.map(|room| room.min(most));
            }
        } else {
            self.end(sent, now, feedback.remaining.is_some());
            if let Some(remaining) = feedback.remaining
                && self.is_of_now(sent, now)
            {
                self.learn_reset(now, feedback.reset);
                self.learn(sent, now, to_usize(remaining));
            }
        }
    }

    fn end(&mut self, sent: Instant, now: Instant, is_counted: bool) {
        let flying = self.in_flight + 1;
        self.ended.push(sent, now, is_counted, flying, self.length);
        // Ended calls are kept for a second window, because a slow response can still refer to the time when they
        // counted.
        self.ended.forget(now.checked_sub(2 * self.length).max(self.started_at));
        if self.room.is_none() {
            self.ended.forget_all_but_the_newest();
        }
    }

    /// Returns `true` if the server received a call sent at this time in its current window. Otherwise the response
    /// says nothing about that window.
    fn is_of_now(&self, sent: Instant, now: Instant) -> bool {
        sent + self.length > now && self.started_at.is_none_or(|started| started < sent)
    }

    /// Learns the length of the server's window: the longest time to a reset that it has reported.
    fn learn_reset(&mut self, now: Instant, reset: Option<Duration>) {
        // A zero is not a window; the server means something else.
        let Some(reset) = reset.filter(|reset| !reset.is_zero()) else { return };
        let reset = reset.min(MAX_PAUSE);
        self.length = if self.reset_at.is_some() { self.length.max(reset) } else { reset };
        self.reset_at = Some(now + reset);
    }

    /// Learns from the remaining calls that the server reported when it received a call, at some time between `sent`
    /// and `now`.
    ///
    /// At that time, the server had counted at least those of our calls that it had certainly received, and at most
    /// those that it may have received. Together with the remaining calls, these bound our capacity. The previous value
    /// is kept if it lies within the bounds, so a response that arrives out of order does no harm.
    fn learn(&mut self, sent: Instant, now: Instant, remaining: usize) {
        // The call itself, and those of the last window that ended before it was sent.
        let surely = 1 + self.ended.surely_counted(self.horizon(now), sent);
        let least = remaining.saturating_add(surely);
        let most = remaining.saturating_add(self.possibly_counted(sent)).max(least);
        self.room = Some(self.room.unwrap_or(least).clamp(least, most));
    }

    /// Returns the number of calls that the server may have counted when it received a call sent at this time.
    fn possibly_counted(&self, sent: Instant) -> usize {
        self.in_flight + self.ended.after(self.horizon(sent))
    }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
