//! [`Behind`]: reads previous pages again when a list has shrunk and entries may have moved to them.

use std::{
    collections::HashSet,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use super::{
    course::Course,
    fetcher::{Fetcher, PageFuture, Read},
    ready::Ready,
    seen::Seen,
    spot::Spot,
};
use crate::{
    endpoint::page::{Cursor, Key, Paged, Paginated},
    error::Result,
};

/// The latest page that was returned, as it was when it was read.
pub(super) struct Passed {
    position: Option<Cursor>,
    spot: Option<Spot>,
    total: Option<u64>,
    entries: u64,
}

impl Passed {
    pub(super) fn new<P>(read: &Read<P>, course: &Course) -> Self {
        let entries = (read.json.count() as u64).max(1);
        let spot = course.spot(read.position.as_ref(), entries);
        Self { position: read.position.clone(), spot, total: read.total, entries }
    }

    /// Returns the number of pages by which an entry can have moved: the pages that the missing entries had filled.
    pub(super) fn shift<P>(&self, read: &Read<P>) -> u64 {
        let gone = self.total.zip(read.total).map_or(0, |(then, now)| then.saturating_sub(now));
        gone.div_ceil(self.entries)
    }

    /// Returns the position this many pages before the following page: 1 is this page. If positions cannot be computed,
    /// only this page is known.
    fn back(&self, pages: u64) -> Option<Cursor> {
        match self.spot {
            Some(spot) if pages > 1 => Some(spot.back(pages - 1).cursor()),
            _ => self.position.clone(),
        }
    }

    /// Returns `true` if there are pages before the one that is this many pages back.
    fn has_more_before(&self, pages: u64) -> bool {
        self.spot.is_some_and(|spot| !spot.back(pages.saturating_sub(1)).is_first())
    }
}

/// Reads previous pages again, latest first, until one contains an entry that was already returned: entries after it
/// are new, entries before it are not.
pub(super) struct Behind<P> {
    /// The page that revealed the change. It is returned after the new entries of earlier pages.
    next: Read<P>,
    passed: Passed,
    /// The next page to read, counted backwards. 1 is the page before `next`.
    pages: u64,
    /// The last page to read, counted backwards.
    limit: u64,
    response: Option<PageFuture<P>>,
    /// The ids of entries on `next`, which are not new on earlier pages.
    waiting: HashSet<Key>,
    /// The ids of entries found so far.
    found: HashSet<Key>,
    is_done: bool,
}

impl<P: Paged> Behind<P> {
    /// Starts to read back from a page that shows that the list has shrunk since the previous one.
    pub(super) fn new(passed: Passed, next: Read<P>) -> Self {
        Self {
            limit: passed.shift(&next),
            waiting: next.json.keys().flatten().cloned().collect(),
            next,
            passed,
            pages: 1,
            response: None,
            found: HashSet::new(),
            is_done: false,
        }
    }

    /// Returns the position to resume from without missing entries.
    pub(super) fn position(&self) -> Option<Cursor> {
        if self.is_done { self.next.position.clone() } else { self.passed.back(self.limit) }
    }

    pub(super) fn is_done(&self) -> bool {
        self.is_done
    }

    /// Returns the page that comes next, with the ids of the entries found before it.
    pub(super) fn finish(self) -> (Read<P>, HashSet<Key>) {
        (self.next, self.found)
    }

    /// Reads one page back and returns the entries that had moved there. After an error, reads the same page again.
    pub(super) fn poll<E: Paginated<Page = P>>(
        &mut self,
        fetcher: &mut Fetcher<E>,
        context: &mut Context<'_>,
    ) -> Poll<Result<Ready<P>>> {
        let position = self.passed.back(self.pages);
        let future = match &mut self.response {
            Some(future) => future,
            None => match fetcher.fetch(position.as_ref()) {
                Ok(future) => self.response.insert(future),
                Err(error) => return Poll::Ready(Err(error)),
            },
        };
        let fetched = ready!(Pin::new(future).poll(context));
        self.response = None;
        let read = fetched.map(|fetched| fetcher.read(fetched, position).0);
        Poll::Ready(read.map(|read| self.take(read, &fetcher.course.seen)))
    }

    fn take(&mut self, read: Read<P>, seen: &Seen) -> Ready<P> {
        // More entries may have been deleted in the meantime.
        self.limit = self.limit.max(self.passed.shift(&read));
        let Read { page, errors, position, json, .. } = read;
        let keys: Vec<_> = json.keys().collect();
        let last_seen = keys.iter().rposition(|key| key.is_some_and(|key| seen.has(key)));
        // Entries of pages that far back are forgotten. They come before the remembered ones.
        let mut skipped = match last_seen {
            Some(place) if self.pages > Seen::PAGES => place + 1,
            _ => 0,
        };
        if last_seen.is_some()
            || self.pages >= self.limit
            || !self.passed.has_more_before(self.pages)
        {
            self.is_done = true;
        } else {
            self.pages += 1;
        }
        let position = if self.is_done { position } else { self.position() };
        let (waiting, found) = (&self.waiting, &mut self.found);
        let is_new = |key: Option<&Key>| {
            let is_skipped = skipped > 0;
            skipped = skipped.saturating_sub(1);
            let key = key.filter(|key| !is_skipped && !seen.has(key) && !waiting.contains(key));
            key.is_some_and(|key| found.insert(key.clone()))
        };
        Ready::new(page, errors, position, &keys, is_new)
    }
}
