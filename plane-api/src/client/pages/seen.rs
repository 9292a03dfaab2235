//! [`Seen`]: the items of a list that were returned recently.

use std::{collections::HashSet, sync::OnceLock};

use crate::endpoint::page::{Key, Marks, PageJson};

/// The ids of the items on the last two pages. Earlier ones are forgotten to bound memory.
#[derive(Debug, Default)]
pub(super) struct Seen {
    latest: Option<Passed>,
    before: Option<Passed>,
}

/// A page that was returned.
#[derive(Debug)]
struct Passed {
    page: PageJson,
    /// The ids of the page, collected on the first query.
    keys: OnceLock<HashSet<Key>>,
    /// The ids of items that were returned after the page because they had moved to earlier pages.
    moved: HashSet<Key>,
}

impl Passed {
    fn has(&self, key: &Key) -> bool {
        let keys = || self.page.keys().flatten().cloned().collect();
        self.moved.contains(key) || self.keys.get_or_init(keys).contains(key)
    }

    fn may_have(&self, marks: &Marks) -> bool {
        !self.moved.is_empty() || self.page.marks().shares_any(marks)
    }

    fn has_none(&self) -> bool {
        self.moved.is_empty() && self.page.keys().flatten().next().is_none()
    }
}

impl Seen {
    /// The number of pages that are remembered.
    pub(super) const PAGES: u64 = 2;

    fn pages(&self) -> impl Iterator<Item = &Passed> {
        self.latest.iter().chain(&self.before)
    }

    pub(super) fn has(&self, key: &Key) -> bool {
        self.pages().any(|page| page.has(key))
    }

    /// Returns `true` if items of this page may be among the remembered ones. If not, no comparison is needed.
    pub(super) fn may_have(&self, page: &PageJson) -> bool {
        self.pages().any(|passed| passed.may_have(page.marks()))
    }

    /// Returns `true` if all items of a page are among the remembered ones. An item without an id never is.
    pub(super) fn has_all(&self, page: &PageJson) -> bool {
        self.may_have(page) && page.keys().all(|key| key.is_some_and(|key| self.has(key)))
    }

    pub(super) fn has_none(&self) -> bool {
        self.pages().all(Passed::has_none)
    }

    /// Returns the latest page that was not empty.
    pub(super) fn latest(&self) -> Option<&PageJson> {
        self.latest.as_ref().map(|passed| &passed.page)
    }

    /// Adds moved items to those of the latest page.
    pub(super) fn add(&mut self, moved: HashSet<Key>) {
        if let Some(latest) = &mut self.latest {
            latest.moved.extend(moved);
        }
    }

    /// Moves on to another page. An empty page changes nothing.
    pub(super) fn turn(&mut self, page: PageJson) {
        if page.count() > 0 {
            let latest = Passed { page, keys: OnceLock::new(), moved: HashSet::new() };
            self.before = self.latest.replace(latest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(ids: &[u64]) -> PageJson {
        let entries: Vec<_> = ids.iter().map(|id| serde_json::json!({"id": id})).collect();
        PageJson::of(serde_json::json!({"results": entries}).to_string(), ids.len())
    }

    #[test]
    fn the_last_two_pages_are_remembered() {
        let mut seen = Seen::default();
        assert!(seen.has_none() && !seen.may_have(&page(&[1])));
        for number in 1..=3 {
            seen.turn(page(&[number, number + 10]));
            seen.turn(page(&[]));
        }
        let has = [1, 2, 3].map(|number| seen.has(&Key::Number(number)));
        assert_eq!(has, [false, true, true]);
        assert!(!seen.has_none() && seen.may_have(&page(&[7, 12])) && !seen.may_have(&page(&[1])));
        assert!(seen.has_all(&page(&[13, 2])) && !seen.has_all(&page(&[13, 1])));

        seen.add([Key::Negative(-1)].into());
        assert!(seen.has(&Key::Negative(-1)) && seen.may_have(&page(&[1])));
        seen.turn(page(&[]));
        assert!(seen.has(&Key::Negative(-1)), "an empty page changes nothing");
    }

    #[test]
    fn what_only_looks_like_an_id_is_none() {
        let nested = |id: u64| {
            let json = format!(r#"{{"results":[{{"id":{id},"by":{{"id":7}}}}]}}"#);
            PageJson::of(json, 1)
        };
        let mut seen = Seen::default();
        seen.turn(nested(1));
        assert!(seen.may_have(&nested(2)) && !seen.has_all(&nested(2)) && seen.has_all(&nested(1)));
        assert!(!seen.has(&Key::Number(7)));
        let mut seen = Seen::default();
        seen.turn(PageJson::of(r#"{"results":[{"by":{"id":7}}]}"#.to_owned(), 1));
        assert!(seen.has_none());
    }
}
