//! [`Behind`]: reading back when a list has shrunk, and entries may have moved to pages that were passed.

use std::{
    collections::HashSet,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use super::{
    seen::{Key, Seen},
    walk::{PageFuture, Read, Walk},
};
use crate::{
    endpoint::page::{Cursor, Offset, Paginated},
    error::Result,
};

/// The latest page that was handed out, as it was when it was read.
pub(super) struct Passed {
    cursor: Option<Cursor>,
    total: Option<u64>,
    entries: u64,
}

impl Passed {
    pub(super) fn new<T>(read: &Read<T>) -> Self {
        Self {
            cursor: read.cursor.clone(),
            total: read.page.total(),
            entries: (read.page.results.len() as u64).max(1),
        }
    }

    /// How many pages back an entry can have moved: as many as the entries that are gone had filled.
    pub(super) fn shift<T>(&self, read: &Read<T>) -> u64 {
        let gone =
            self.total.zip(read.page.total()).map_or(0, |(then, now)| then.saturating_sub(now));
        gone.div_ceil(self.entries)
    }

    /// The page so many pages before the one behind this: 1 is this itself. Where cursors cannot be computed, there is
    /// no other.
    fn back(&self, pages: u64) -> Option<Cursor> {
        let offset = self.cursor.as_ref().and_then(Offset::read);
        match offset {
            Some(offset) => Some(offset.back(pages.saturating_sub(1)).cursor()),
            None => self.cursor.clone(),
        }
    }

    /// Whether there are pages before the one that is so many pages back.
    fn has_more_before(&self, pages: u64) -> bool {
        let offset = self.cursor.as_ref().and_then(Offset::read);
        offset.is_some_and(|offset| !offset.back(pages.saturating_sub(1)).is_first())
    }
}

/// Reads pages again that were passed, the latest first, until there is one with an entry on it that was handed out:
/// what comes after such an entry is new, what comes before is not.
pub(super) struct Behind<T> {
    /// The page that gave the change away. It waits until those before it are through.
    next: Read<T>,
    passed: Passed,
    /// How many pages back to read next; 1 is the page before `next`.
    pages: u64,
    /// How many pages back to read at most.
    limit: u64,
    answer: Option<PageFuture<T>>,
    /// What is on `next`, and need not be found before.
    waiting: HashSet<Key>,
    /// What was found so far.
    found: HashSet<Key>,
    is_done: bool,
}

/// Entries that had moved to pages that were passed, and where to resume in order to see them again.
pub(super) struct Moved<T> {
    pub(super) entries: Vec<T>,
    pub(super) cursor: Option<Cursor>,
}

impl<T> Behind<T> {
    /// Starts to read back from a page that says that the list has shrunk since the one before it.
    pub(super) fn new(passed: Passed, next: Read<T>) -> Self {
        Self {
            limit: passed.shift(&next),
            waiting: next.keys().into_iter().flatten().collect(),
            next,
            passed,
            pages: 1,
            answer: None,
            found: HashSet::new(),
            is_done: false,
        }
    }

    /// Where to resume so that nothing is missed.
    pub(super) fn cursor(&self) -> Option<Cursor> {
        if self.is_done { self.next.cursor.clone() } else { self.passed.back(self.limit) }
    }

    pub(super) fn is_done(&self) -> bool {
        self.is_done
    }

    /// The page whose turn it is now, with the ids of what was found before it.
    pub(super) fn finish(self) -> (Read<T>, HashSet<Key>) {
        (self.next, self.found)
    }

    /// Reads one page back. After an error, it is the same page again.
    pub(super) fn poll<E: Paginated<Item = T>>(
        &mut self,
        walk: &mut Walk<E>,
        seen: &Seen,
        context: &mut Context<'_>,
    ) -> Poll<Result<Moved<T>>> {
        let cursor = self.passed.back(self.pages);
        let answer = self.answer.get_or_insert_with(|| walk.fetch(cursor.as_ref()));
        let answer = ready!(Pin::new(answer).poll(context));
        self.answer = None;
        Poll::Ready(answer.map(|(page, body)| self.take(Read { page, cursor, body }, seen)))
    }

    fn take(&mut self, read: Read<T>, seen: &Seen) -> Moved<T> {
        let keys = read.keys();
        // More may have gone in the meantime.
        self.limit = self.limit.max(self.passed.shift(&read));
        let last_seen = keys.iter().rposition(|key| key.as_ref().is_some_and(|key| seen.has(key)));
        // Entries of pages that far back are forgotten, but come before those that are not.
        let skipped = match last_seen {
            Some(place) if self.pages > Seen::PAGES => place + 1,
            _ => 0,
        };
        let entries = read.page.results.into_iter().zip(keys).skip(skipped);
        let entries = entries.filter_map(|(entry, key)| {
            let key = key.filter(|key| !seen.has(key) && !self.waiting.contains(key))?;
            self.found.insert(key).then_some(entry)
        });
        let entries = entries.collect();

        if last_seen.is_some()
            || self.pages >= self.limit
            || !self.passed.has_more_before(self.pages)
        {
            self.is_done = true;
            return Moved { entries, cursor: read.cursor };
        }
        self.pages += 1;
        Moved { entries, cursor: self.cursor() }
    }
}
