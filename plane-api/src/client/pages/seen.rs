//! Which entries of a list have been handed out lately.

use std::collections::HashSet;

use crate::endpoint::page::Key;

/// The ids of the entries of the last two pages. Earlier ones are forgotten, so that memory stays flat.
#[derive(Debug, Default)]
pub(super) struct Seen {
    latest: HashSet<Key>,
    before: HashSet<Key>,
}

impl Seen {
    /// How many pages are remembered.
    pub(super) const PAGES: u64 = 2;

    pub(super) fn has(&self, key: &Key) -> bool {
        self.latest.contains(key) || self.before.contains(key)
    }

    pub(super) fn has_none(&self) -> bool {
        self.latest.is_empty() && self.before.is_empty()
    }

    /// Adds entries to those of the latest page.
    pub(super) fn add(&mut self, keys: impl IntoIterator<Item = Key>) {
        self.latest.extend(keys);
    }

    /// Turns to another page.
    pub(super) fn turn(&mut self, keys: impl IntoIterator<Item = Key>) {
        self.before = std::mem::take(&mut self.latest);
        self.latest.extend(keys);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_pages_are_remembered() {
        let mut seen = Seen::default();
        assert!(seen.has_none());
        for number in 1..=3 {
            seen.turn([Key::Number(number)]);
        }
        seen.add([Key::Negative(-1)]);
        let has = [1, 2, 3].map(|number| seen.has(&Key::Number(number)));
        assert_eq!(has, [false, true, true]);
        assert!(seen.has(&Key::Negative(-1)) && !seen.has_none());
    }
}
