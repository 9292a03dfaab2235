//! [`Stall`]: detects pagination without progress, by the content of pages and not by their positions.

use super::seen::Seen;
use crate::endpoint::page::{Cursor, PageJson};

/// Maximum number of pages in a row that contain nothing new. One such page proves nothing, because an inserted entry
/// moves others to the next page.
const MAX_STALE: u32 = 3;

/// The content of the latest pages.
#[derive(Debug)]
pub(super) struct Stall {
    /// Pages in a row that contained nothing new.
    stale: u32,
    /// Pages in a row that were empty.
    empty: u32,
    /// Maximum number of empty pages in a row.
    pub(super) max_empty: u32,
}

impl Default for Stall {
    fn default() -> Self {
        Self { stale: 0, empty: 0, max_empty: 100 }
    }
}

impl Stall {
    /// Restarts at another position in the list.
    pub(super) fn reset(&mut self) {
        *self = Self { max_empty: self.max_empty, ..Self::default() };
    }

    /// Checks one more page. Returns the reason if pagination cannot continue. If the list has grown since the previous
    /// page, entries have moved to this one.
    pub(super) fn pass(
        &mut self,
        page: &PageJson,
        has_grown: bool,
        seen: &Seen,
    ) -> Result<(), &'static str> {
        if page.count() == 0 {
            if self.empty >= self.max_empty {
                return Err("the server returned too many empty pages in a row");
            }
            self.empty += 1;
            return Ok(());
        }
        let is_equal = seen.latest().is_some_and(|latest| page.has_the_entries_of(latest));
        // While the list grows, the next page can be identical once, but not forever.
        if is_equal && !has_grown {
            return Err("the server returns the same page at another position");
        }
        let max = if has_grown { self.max_empty.max(MAX_STALE) } else { MAX_STALE };
        let stale = if is_equal || seen.has_all(page) { self.stale + 1 } else { 0 };
        if stale >= max {
            return Err("the server repeats entries of earlier pages and sends no new ones");
        }
        self.stale = stale;
        self.empty = 0;
        Ok(())
    }
}

/// Detects cycles by comparing with one earlier position, which is replaced less and less often (Brent's algorithm).
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
            return Err("the pages of the server form a cycle");
        }
        self.steps += 1;
        if self.steps == self.limit {
            *self =
                Self { place: Some(next.clone()), steps: 0, limit: self.limit.saturating_mul(2) };
        }
        Ok(())
    }
}
