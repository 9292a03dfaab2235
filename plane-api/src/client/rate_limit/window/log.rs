//! [`Log`]: the ended calls, with running counts, so that no query inspects every call.

use std::{collections::VecDeque, time::Duration};

use tokio::time::Instant;

use crate::work;

/// Number of calls that are kept while there is no limit. They matter only if the server reports a limit later.
const KEPT_UNLIMITED: usize = 1024;

/// Number of entries above which calls that end close together share an entry.
const EXACT: usize = 4096;

/// Number of further entries that a window can have.
const SHARED: u32 = 1024;

#[derive(Debug, Default)]
pub(super) struct Log {
    /// Oldest first.
    entries: VecDeque<Entry>,
    /// The number of calls ever pushed, and the number of those that the server reported as counted.
    calls: usize,
    counted: usize,
}

/// One or several calls that have ended.
#[derive(Debug)]
struct Entry {
    /// The time at which the first of them was sent.
    sent: Instant,
    /// The times at which the first and the last of them ended.
    first: Instant,
    last: Instant,
    /// The number of earlier calls.
    calls_before: usize,
    counted_before: usize,
    /// The number of calls in flight when the first of them ended, including itself.
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

    /// Removes the calls that had ended by this moment.
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

    /// Returns the number of calls that ended after this moment. `None` counts all of them.
    pub(super) fn after(&self, moment: Option<Instant>) -> usize {
        self.calls - self.calls_before(self.first_that(|entry| is_after(entry.last, moment)))
    }

    /// Returns the end of the n-th newest call, counted from 0.
    pub(super) fn nth_newest(&self, n: usize) -> Option<Instant> {
        let nth = self.calls.checked_sub(n + 1)?;
        let next = self.first_that(|entry| entry.calls_before > nth);
        Some(self.entries.get(next.checked_sub(1)?)?.last)
    }

    /// Returns a lower bound of how many calls the server received and counted between `since` and `end`: those that
    /// were sent after the former and ended before the latter.
    pub(super) fn surely_counted(&self, since: Option<Instant>, end: Instant) -> usize {
        let start = self.first_that(|entry| is_after(entry.first, since));
        let end = self.first_that(|entry| entry.last >= end);
        let Some(first) = self.entries.get(start).filter(|_| start < end) else { return 0 };
        // Calls sent before `since` that ended after it were in flight then, and still are when the first one ends.
        let sent_before = first.flying - usize::from(is_after(first.sent, since));
        let counted = self.counted_before(end) - first.counted_before;
        if since.is_some() { counted.saturating_sub(sent_before) } else { counted }
    }

    /// Returns the index of the first entry for which `holds` is true. It must be true for all later entries.
    fn first_that(&self, holds: impl Fn(&Entry) -> bool) -> usize {
        work::count(1);
        // It is usually true for all entries.
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
