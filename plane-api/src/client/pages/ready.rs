//! [`Ready`]: a page that is being handed out, entry by entry.

use crate::{
    endpoint::page::{Cursor, Key, Paged},
    error::{Error, Result},
};

/// The entries of a page that are still to be handed out, and the errors of those that cannot be decoded, in their places.
pub(super) struct Ready<P> {
    /// Its entries are in reverse, so that the last is the next.
    page: P,
    /// How many of them are left.
    left: usize,
    /// The errors, in reverse, each with the number of entries that are left when it is due.
    errors: Vec<(usize, Error)>,
    /// Where the page begins.
    pub(super) position: Option<Cursor>,
}

impl<P: Paged> Ready<P> {
    /// A page with the errors of its other entries, each with its index. Of all of these, only those are kept whose ids
    /// the function accepts. If the ids are not those of the entries, all are kept.
    pub(super) fn new(
        mut page: P,
        errors: Vec<(usize, Error)>,
        position: Option<Cursor>,
        keys: &[Option<&Key>],
        mut is_kept: impl FnMut(Option<&Key>) -> bool,
    ) -> Self {
        let entries = page.entries();
        let count = entries.len() + errors.len();
        let mut is_kept = |index: usize| keys.len() != count || is_kept(keys[index]);
        let mut errors = errors.into_iter().peekable();
        let mut kept_errors = Vec::new();
        let (mut index, mut kept) = (0, 0);
        let mut take_errors =
            |index: &mut usize, kept: usize, is_kept: &mut dyn FnMut(usize) -> bool| {
                while let Some((_, error)) = errors.next_if(|(bad, _)| bad == index) {
                    if is_kept(*index) {
                        kept_errors.push((kept, error));
                    }
                    *index += 1;
                }
            };
        entries.retain(|_| {
            take_errors(&mut index, kept, &mut is_kept);
            let is_kept = is_kept(index);
            index += 1;
            kept += usize::from(is_kept);
            is_kept
        });
        take_errors(&mut index, kept, &mut is_kept);
        entries.reverse();
        let left = entries.len();
        let errors = kept_errors.into_iter().rev().map(|(before, error)| (left - before, error));
        Self { page, left, errors: errors.collect(), position }
    }

    pub(super) fn len(&self) -> usize {
        self.left + self.errors.len()
    }

    /// The next entry, or the error in its place.
    pub(super) fn next(&mut self) -> Option<Result<P::Item>> {
        if let Some((_, error)) = self.errors.pop_if(|(due, _)| *due >= self.left) {
            return Some(Err(error));
        }
        let entry = self.page.entries().pop()?;
        self.left -= 1;
        Some(Ok(entry))
    }

    /// Takes the first error out, if it comes among the next `max` entries.
    pub(super) fn take_error(&mut self, max: usize) -> Option<Error> {
        let left = self.left;
        self.errors.pop_if(|(due, _)| left.saturating_sub(*due) < max).map(|(_, error)| error)
    }
}
