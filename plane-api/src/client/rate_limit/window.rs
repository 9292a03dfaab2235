//! [`Window`]: the calls of the last minute, and what they leave. It knows no waiting and no clock.
//!
//! The server counts calls by the time at which it receives them, which lies between sending and response. So a call
//! takes up room from when it is let go until a minute after it has ended: then no minute of the server's can hold
//! more calls than there is room for, however late one arrives.
//!
//! A server that shows when its limit starts anew may count in another window than a minute. Then a call takes up room
//! until that moment at the latest, and no longer than the longest time until it that was shown.

mod log;

use std::time::Duration;

use tokio::time::Instant;

use self::log::Log;
use super::Feedback;

pub(super) const MINUTE: Duration = Duration::from_secs(60);

/// The longest pause that is believed, and the longest window.
const MAX_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

#[derive(Debug)]
pub(super) struct Window {
    /// How many calls have room; `None` without limit. With `learns` it is what the server's responses have shown.
    room: Option<usize>,
    learns: bool,
    in_flight: usize,
    ended: Log,
    /// How long a call that has ended takes up room.
    length: Duration,
    /// When the server's limit starts anew, if it has shown that, and when it last did.
    reset_at: Option<Instant>,
    started_at: Option<Instant>,
    paused_until: Option<Instant>,
    /// The first call after a pause has room, even if the calls of the last minute do not say why: the server says so.
    trial: bool,
}

/// When there is room for another call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Now,
    At(Instant),
    /// When one of those in flight has ended, and a minute has passed.
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

    /// Counts another call if there is room.
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
        // The newest that may still count when another one goes. The one before it has to grow old.
        let stay = room.checked_sub(self.in_flight + 1);
        let Some(ended) = stay.and_then(|stay| self.ended.nth_newest(stay)) else {
            return Opening::AfterAnswer;
        };
        let leaves = ended + self.length;
        Opening::At(self.next_reset(now).map_or(leaves, |reset| reset.min(leaves)))
    }

    /// Until when the server has said that it takes no more calls. Waits for calls to grow old are not among it, unless
    /// it has said when it starts anew.
    pub(super) fn closed_until(&self, now: Instant) -> Option<Instant> {
        let by_reset = self.next_reset(now).and_then(|_| match self.opening_of_room(now) {
            Opening::At(at) => Some(at),
            Opening::Now | Opening::AfterAnswer => None,
        });
        self.paused_until.filter(|until| *until > now).max(by_reset)
    }

    /// How many calls have room altogether.
    pub(super) fn room(&self) -> Option<usize> {
        self.room
    }

    /// How many more have room at once.
    pub(super) fn left(&self, now: Instant) -> Option<usize> {
        self.room.map(|room| room.saturating_sub(self.used(now)))
    }

    fn used(&self, now: Instant) -> usize {
        self.in_flight + self.ended.after(self.horizon(now))
    }

    /// Calls that had ended by then take up no room any more; nothing if that is before all time.
    fn horizon(&self, now: Instant) -> Option<Instant> {
        let reset = self.reset_at.filter(|reset| *reset <= now).max(self.started_at);
        now.checked_sub(self.length).max(reset)
    }

    fn next_reset(&self, now: Instant) -> Option<Instant> {
        self.reset_at.filter(|reset| *reset > now)
    }

    /// Hears what came of a call that was let go.
    pub(super) fn observe(&mut self, feedback: &Feedback, now: Instant) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if feedback.unsent {
            return;
        }
        if self.next_reset(now).is_none() {
            self.started_at = self.reset_at.take().max(self.started_at);
        }
        let sent = Instant::from_std(feedback.sent).min(now);
        let refused = feedback.is_throttled();
        if let Some(pause) = feedback.retry_after.filter(|_| refused) {
            self.paused_until = self.paused_until.max(Some(now + pause.min(MAX_PAUSE)));
            self.trial = self.learns;
        }
        if !self.learns {
            self.end(sent, now, false);
        } else if refused {
            // The server does not count what it rejects. It had no room left beside these; with none of them there is
            // still room to find out.
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
        // They are kept for another window, in which a slow response can still tell of the time when they counted.
        self.ended.forget(now.checked_sub(2 * self.length).max(self.started_at));
        if self.room.is_none() {
            self.ended.forget_all_but_the_newest();
        }
    }

    /// Whether the server received a call that was sent then in its current window. Otherwise it says nothing of that.
    fn is_of_now(&self, sent: Instant, now: Instant) -> bool {
        sent + self.length > now && self.started_at.is_none_or(|started| started < sent)
    }

    /// Learns how long the server's window is: as long as the longest time that it says is left of it.
    fn learn_reset(&mut self, now: Instant, reset: Option<Duration>) {
        // Without any time there is no window, but a server that means something else.
        let Some(reset) = reset.filter(|reset| !reset.is_zero()) else { return };
        let reset = reset.min(MAX_PAUSE);
        self.length = if self.reset_at.is_some() { self.length.max(reset) } else { reset };
        self.reset_at = Some(now + reset);
    }

    /// Learns from what was left when the server received a call, somewhere between `sent` and `now`.
    ///
    /// Of our own calls the server had counted, at that time, no fewer than surely had been received, and no more than
    /// possibly had. With those left they are the room that there is for us. What was known before stays as far as it
    /// lies between the two: a response out of order says less, not something else.
    fn learn(&mut self, sent: Instant, now: Instant, remaining: usize) {
        // Itself, and those that were sent a window ago at most and had been answered before it was sent.
        let surely = 1 + self.ended.surely_counted(self.horizon(now), sent);
        let least = remaining.saturating_add(surely);
        let most = remaining.saturating_add(self.possibly_counted(sent)).max(least);
        self.room = Some(self.room.unwrap_or(least).clamp(least, most));
    }

    /// How many calls the server may have counted when it received one that was sent then.
    fn possibly_counted(&self, sent: Instant) -> usize {
        self.in_flight + self.ended.after(self.horizon(sent))
    }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
