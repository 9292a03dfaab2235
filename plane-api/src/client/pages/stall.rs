//! [`Stall`]: notices pagination that makes no progress, by what pages bring and not by what they are called.

use super::seen::Seen;
use crate::endpoint::page::{Cursor, PageJson};

/// So many pages in a row may bring nothing new. An entry that is inserted moves others to the next page, so that one such
/// page proves nothing.
const MAX_STALE: u32 = 3;

/// What the latest pages brought.
#[derive(Debug)]
pub(super) struct Stall {
    /// How many pages in a row brought nothing new.
    stale: u32,
    /// How many pages in a row were empty.
    empty: u32,
    /// How many may be.
    pub(super) max_empty: u32,
}

impl Default for Stall {
    fn default() -> Self {
        Self { stale: 0, empty: 0, max_empty: 100 }
    }
}

impl Stall {
    /// Starts again, elsewhere in the list.
    pub(super) fn reset(&mut self) {
        *self = Self { max_empty: self.max_empty, ..Self::default() };
    }

    /// Takes one more page, or says why pagination cannot go on. If the list has grown since the page before, entries have
    /// moved on to this one.
    pub(super) fn pass(
        &mut self,
        page: &PageJson,
        has_grown: bool,
        seen: &Seen,
    ) -> Result<(), &'static str> {
        if page.count() == 0 {
            if self.empty >= self.max_empty {
                return Err("the server sends one empty page after the other");
            }
            self.empty += 1;
            return Ok(());
        }
        let is_equal = seen.latest().is_some_and(|latest| page.has_the_entries_of(latest));
        // If the list grows while it is read, the next page can be the same again. But not for ever.
        if is_equal && !has_grown {
            return Err("the server sends the same page again under another position");
        }
        let max = if has_grown { self.max_empty.max(MAX_STALE) } else { MAX_STALE };
        let stale = if is_equal || seen.has_all(page) { self.stale + 1 } else { 0 };
        if stale >= max {
            return Err("the server sends only entries that it has sent before, page after page");
        }
        self.stale = stale;
        self.empty = 0;
        Ok(())
    }
}

/// Notices pagination that goes round in circles, by comparing with one earlier position that is moved on ever more rarely
/// (Brent's algorithm).
#[derive(Debug)]
pub(super) struct Rounds {
    place: Option<Cursor>,
    steps: u64,
    limit: u64,
}

impl Rounds {
    pub(super) fn from(cursor: Option<&Cursor>) -> Self {
        Self { place: cursor.cloned(), steps: 0, limit: 1 }
    }

    pub(super) fn pass(&mut self, next: &Cursor) -> Result<(), &'static str> {
        if self.place.as_ref() == Some(next) {
            return Err("the server leads from page to page in a circle");
        }
        self.steps += 1;
        if self.steps == self.limit {
            *self =
                Self { place: Some(next.clone()), steps: 0, limit: self.limit.saturating_mul(2) };
        }
        Ok(())
    }
}
