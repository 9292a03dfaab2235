//! [`Log`]: the calls that have ended, with running counts, so that nothing has to look at each of them.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

use crate::work;

/// How many calls are kept while there is no limit. They only matter if the server then shows one.
const KEPT_UNLIMITED: usize = 1024;

/// From so many entries on, those that end close to each other share one.
const EXACT: usize = 4096;

/// How many entries a window can have beyond these.
const SHARED: u32 = 1024;

#[derive(Debug, Default)]
pub(super) struct Log {
    /// The older ones first.
    entries: VecDeque<Entry>,
    /// All that ever were pushed, and those of them that the server has said it counted.
    calls: usize,
    counted: usize,
}

/// One call that has ended, or several.
#[derive(Debug)]
struct Entry {
    /// When the first of them was sent.
    sent: Instant,
    /// When the first of them ended, and the last.
    first: Instant,
    last: Instant,
    /// How many there were before.
    calls_before: usize,
    counted_before: usize,
    /// How many were in flight when one of them ended, itself among them.
    flying: usize,
}

impl Log {
    pub(super) fn push(
        &mut self,
        sent: Instant,
        now: Instant,
        is_counted: bool,
        flying: usize,
        window: Duration,
    ) {
        let is_full = self.entries.len() >= EXACT;
        let last = self.entries.back_mut().filter(|_| is_full);
        match last.filter(|last| now.saturating_duration_since(last.first) < window / SHARED) {
            Some(last) => {
                last.last = now;
                last.sent = last.sent.min(sent);
                last.flying = last.flying.max(flying);
            }
            None => self.entries.push_back(Entry {
                sent,
                first: now,
                last: now,
                calls_before: self.calls,
                counted_before: self.counted,
                flying,
            }),
        }
        self.calls += 1;
        self.counted += usize::from(is_counted);
    }

    /// Forgets those that had ended by then.
    pub(super) fn forget(&mut self, moment: Option<Instant>) {
        let is_over = |entry: &Entry| moment.is_some_and(|moment| entry.last <= moment);
        while self.entries.front().is_some_and(is_over) {
            work::count(1);
            self.entries.pop_front();
        }
    }

    pub(super) fn forget_all_but_the_newest(&mut self) {
        while self.entries.len() > KEPT_UNLIMITED {
            work::count(1);
            self.entries.pop_front();
        }
    }

    /// How many have ended after a moment; all, if that is before all time.
    pub(super) fn after(&self, moment: Option<Instant>) -> usize {
        self.calls - self.calls_before(self.first_that(|entry| is_after(entry.last, moment)))
    }

    /// When the n-th newest has ended, counted from 0.
    pub(super) fn nth_newest(&self, n: usize) -> Option<Instant> {
        let nth = self.calls.checked_sub(n + 1)?;
        let next = self.first_that(|entry| entry.calls_before > nth);
        Some(self.entries.get(next.checked_sub(1)?)?.last)
    }

    /// How many had surely been received and counted by the server by `end`, and not before `since`: they were sent
    /// after the one and had ended before the other. It may be fewer.
    pub(super) fn surely_counted(&self, since: Option<Instant>, end: Instant) -> usize {
        let start = self.first_that(|entry| is_after(entry.first, since));
        let end = self.first_that(|entry| entry.last >= end);
        let Some(first) = self.entries.get(start).filter(|_| start < end) else { return 0 };
        // Those that were sent before and ended after `since` were in flight then, and still when the first one ended.
        let sent_before = first.flying - usize::from(is_after(first.sent, since));
        let counted = self.counted_before(end) - first.counted_before;
        if since.is_some() { counted.saturating_sub(sent_before) } else { counted }
    }

    /// The index of the first entry for which that holds; it has to hold for all that follow.
    fn first_that(&self, holds: impl Fn(&Entry) -> bool) -> usize {
        work::count(1);
        // Most often it holds for all.
        if self.entries.front().is_none_or(&holds) {
            return 0;
        }
        self.entries.partition_point(|entry| {
            work::count(1);
            !holds(entry)
        })
    }

    #[cfg(test)]
    pub(super) fn entries(&self) -> usize {
        self.entries.len()
    }

    fn calls_before(&self, index: usize) -> usize {
        self.entries.get(index).map_or(self.calls, |entry| entry.calls_before)
    }

    fn counted_before(&self, index: usize) -> usize {
        self.entries.get(index).map_or(self.counted, |entry| entry.counted_before)
    }
}

fn is_after(time: Instant, moment: Option<Instant>) -> bool {
    moment.is_none_or(|moment| time > moment)
}
