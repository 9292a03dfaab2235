//! [`Ready`]: a page that is being returned item by item.

use crate::{
    endpoint::page::{Cursor, Key, Paged},
    error::{Error, Result},
};

/// The items of a page that are still to be returned, and the errors of those that cannot be decoded, in their
/// positions.
pub(super) struct Ready<P> {
    /// The items are in reverse order: the last one is returned next.
    page: P,
    /// The number of items left.
    left: usize,
    /// The errors in reverse order, each with the number of items that are left when it is due.
    errors: Vec<(usize, Error)>,
    /// The position of the page.
    pub(super) position: Option<Cursor>,
}

impl<P: Paged> Ready<P> {
    /// Creates it from a page and the errors of its other items, each with its index. Keeps only items and errors whose
    /// ids the function accepts. If the ids cannot be matched to the items, keeps everything.
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

    /// Returns the next item, or the error in its position.
    pub(super) fn next(&mut self) -> Option<Result<P::Item>> {
        if let Some((_, error)) = self.errors.pop_if(|(due, _)| *due >= self.left) {
            return Some(Err(error));
        }
        let entry = self.page.entries().pop()?;
        self.left -= 1;
        Some(Ok(entry))
    }

    /// Removes and returns the first error if it is among the next `max` items.
    pub(super) fn take_error(&mut self, max: usize) -> Option<Error> {
        let left = self.left;
        self.errors.pop_if(|(due, _)| left.saturating_sub(*due) < max).map(|(_, error)| error)
    }
}
