//! [`Window`]: the calls of the last minute, and what they leave. It knows no waiting and no clock.
//!
//! The server counts calls by the time at which it receives them, which lies between sending and answer. So a call
//! takes up room from when it is let go until a minute after it has ended: then no minute of the server's can hold
//! more calls than there is room for, however late one arrives.

use std::{collections::VecDeque, time::Duration};

use http::StatusCode;
use tokio::time::Instant;

use super::Feedback;

pub(super) const MINUTE: Duration = Duration::from_secs(60);

/// Ended calls are kept for another minute, in which a slow answer can still tell of the time when they counted.
const KEPT: Duration = Duration::from_secs(120);

/// How many ended calls are kept while there is no limit. They only matter if the server then shows one.
const KEPT_UNLIMITED: usize = 1024;

/// The longest pause that is believed.
const MAX_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);

#[derive(Debug)]
pub(super) struct Window {
    /// How many calls have room; `None` without limit. With `learns` it is what the server's answers have shown.
    room: Option<usize>,
    learns: bool,
    in_flight: usize,
    /// The older ones first.
    ended: VecDeque<Ended>,
    paused_until: Option<Instant>,
    /// The first call after a pause has room, even if the calls of the last minute do not say why: the server says so.
    trial: bool,
}

#[derive(Debug)]
struct Ended {
    sent: Instant,
    ended: Instant,
    /// Whether the server has said that it counted the call.
    counted: bool,
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
            ended: VecDeque::new(),
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
        let leaves = stay.and_then(|stay| self.ended.iter().nth_back(stay));
        leaves.map_or(Opening::AfterAnswer, |call| Opening::At(call.ended + MINUTE))
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
        self.in_flight + self.ended_after(now.checked_sub(MINUTE))
    }

    /// How many have ended after a moment; all, if that is before all time.
    fn ended_after(&self, moment: Option<Instant>) -> usize {
        let is_after = |call: &Ended| moment.is_none_or(|moment| call.ended > moment);
        // Most often it is all of them.
        if self.ended.front().is_none_or(is_after) {
            return self.ended.len();
        }
        self.ended.len() - self.ended.partition_point(|call| !is_after(call))
    }

    /// Hears what came of a call that was let go.
    pub(super) fn observe(&mut self, feedback: &Feedback, now: Instant) {
        self.in_flight = self.in_flight.saturating_sub(1);
        if feedback.unsent {
            return;
        }
        let sent = Instant::from_std(feedback.sent).min(now);
        let refused = feedback.status == Some(StatusCode::TOO_MANY_REQUESTS);
        if let Some(pause) = feedback.retry_after.filter(|_| refused) {
            self.paused_until = self.paused_until.max(Some(now + pause.min(MAX_PAUSE)));
            self.trial = self.learns;
        }
        if !self.learns {
            self.end(sent, now, false);
        } else if refused {
            // The server does not count what it refuses. It had no room left beside these; with none of them there is
            // still room to find out.
            if sent + MINUTE > now {
                let most = self.possibly_counted(sent).max(1);
                self.room = self.room.map(|room| room.min(most));
            }
        } else {
            self.end(sent, now, feedback.remaining.is_some());
            if let Some(remaining) = feedback.remaining {
                self.learn(sent, now, to_usize(remaining));
            }
        }
    }

    fn end(&mut self, sent: Instant, now: Instant, counted: bool) {
        let is_over = |call: &Ended| call.ended + KEPT <= now;
        while self.ended.front().is_some_and(is_over)
            || self.room.is_none() && self.ended.len() >= KEPT_UNLIMITED
        {
            self.ended.pop_front();
        }
        self.ended.push_back(Ended { sent, ended: now, counted });
    }

    /// Learns from what was left when the server received a call, somewhere between `sent` and `now`.
    ///
    /// Of our own calls the server had counted, at that time, no fewer than surely had been received, and no more than
    /// possibly had. With those left they are the room that there is for us. What was known before stays as far as it
    /// lies between the two: an answer out of order says less, not something else.
    fn learn(&mut self, sent: Instant, now: Instant, remaining: usize) {
        if sent + MINUTE <= now {
            return;
        }
        // Itself, and those that had been answered before it was sent, a minute ago at most.
        let since = now.checked_sub(MINUTE);
        // Only few have ended since, itself among them.
        let since_sent = self.ended.iter().rev().take_while(|call| call.ended >= sent).count();
        let answered = self.ended.len() - since_sent;
        let recent = (self.ended.len() - self.ended_after(since)).min(answered);
        let mut surely = 1 + (answered - recent);
        // They are only looked at one by one if more is known then.
        if self.room.is_none_or(|room| room < remaining.saturating_add(surely)) {
            let counts =
                |call: &&Ended| call.counted && since.is_none_or(|since| call.sent > since);
            surely = 1 + self.ended.range(recent..answered).filter(counts).count();
        }
        let least = remaining.saturating_add(surely);
        let most = remaining.saturating_add(self.possibly_counted(sent)).max(least);
        self.room = Some(self.room.unwrap_or(least).clamp(least, most));
    }

    /// How many calls the server may have counted when it received one that was sent then.
    fn possibly_counted(&self, sent: Instant) -> usize {
        self.in_flight + self.ended_after(sent.checked_sub(MINUTE))
    }
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
