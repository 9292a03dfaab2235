//! [`Spot`]: a position that supports arithmetic, so that adjacent pages are known before a response names them.

use crate::{
    endpoint::page::{Cursor, Offset},
    spec::PageRule,
};

/// A position from which adjacent positions can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// `value:offset:0`, the form of Plane's cursors.
    Cursor(Offset),
    /// The number of a page, and the number of the first page.
    Number { number: u64, first: u64 },
    /// The number of entries before a page, and the number of entries per page.
    Offset { offset: u64, size: u64 },
}

/// The known length of a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Length {
    pub(super) pages: Option<u64>,
    pub(super) entries: Option<u64>,
}

impl Spot {
    /// Reads a position under a rule. `None` is the beginning of the list. `size` is the number of entries per page, as
    /// far as it is known.
    pub(super) fn read(rule: PageRule, position: Option<&Cursor>, size: u64) -> Option<Self> {
        let number = |none: u64| position.map_or(Some(none), |it| it.as_str().parse().ok());
        match rule {
            PageRule::Response => Offset::read(position?).map(Self::Cursor),
            PageRule::Number(first) => Some(Self::Number { number: number(first)?, first }),
            PageRule::Offset => Some(Self::Offset { offset: number(0)?, size }),
            _ => None,
        }
    }

    pub(super) fn next(self) -> Option<Self> {
        Some(match self {
            Self::Cursor(offset) => Self::Cursor(offset.next()?),
            Self::Number { number, first } => {
                Self::Number { number: number.checked_add(1)?, first }
            }
            Self::Offset { size: 0, .. } => return None,
            Self::Offset { offset, size } => {
                Self::Offset { offset: offset.checked_add(size)?, size }
            }
        })
    }

    pub(super) fn back(self, pages: u64) -> Self {
        match self {
            Self::Cursor(offset) => Self::Cursor(offset.back(pages)),
            Self::Number { number, first } => {
                Self::Number { number: number.saturating_sub(pages).max(first), first }
            }
            Self::Offset { offset, size } => {
                Self::Offset { offset: offset.saturating_sub(pages.saturating_mul(size)), size }
            }
        }
    }

    pub(super) fn is_first(self) -> bool {
        match self {
            Self::Cursor(offset) => offset.is_first(),
            Self::Number { number, first } => number <= first,
            Self::Offset { offset, .. } => offset == 0,
        }
    }

    /// Returns `true` if a list of this length probably has this page. If the length is unknown, pages of a cursor are
    /// not guessed, because the cursor may have another meaning.
    pub(super) fn is_within(self, length: Length, size: u64) -> bool {
        let Length { pages, entries } = length;
        match self {
            Self::Cursor(offset) => offset.is_within(pages, entries),
            Self::Number { number, first } => {
                let before = number.saturating_sub(first);
                pages.is_none_or(|pages| before < pages)
                    && entries.is_none_or(|entries| before.saturating_mul(size) < entries)
            }
            Self::Offset { offset, .. } => entries.is_none_or(|entries| offset < entries),
        }
    }

    pub(super) fn cursor(self) -> Cursor {
        match self {
            Self::Cursor(offset) => offset.cursor(),
            Self::Number { number, .. } => number.into(),
            Self::Offset { offset, .. } => offset.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: Spot = Spot::Number { number: 3, first: 1 };
    const OFFSET: Spot = Spot::Offset { offset: 4, size: 2 };

    #[test]
    fn no_page_is_before_the_first() {
        for (pages, number, offset) in [(0, 3, 4), (1, 2, 2), (2, 1, 0), (3, 1, 0), (99, 1, 0)] {
            assert_eq!(NUMBER.back(pages), Spot::Number { number, first: 1 });
            assert_eq!(OFFSET.back(pages), Spot::Offset { offset, size: 2 });
            assert_eq!(NUMBER.back(pages).is_first(), pages >= 2);
            assert_eq!(OFFSET.back(pages).is_first(), pages >= 2);
        }
    }

    #[test]
    fn no_page_is_behind_the_last() {
        let pages = |pages| Length { pages: Some(pages), entries: None };
        let entries = |entries| Length { pages: None, entries: Some(entries) };
        assert!(NUMBER.is_within(Length::default(), 2) && OFFSET.is_within(Length::default(), 2));
        assert!(NUMBER.is_within(pages(3), 2) && !NUMBER.is_within(pages(2), 2));
        for spot in [NUMBER, OFFSET] {
            assert!(spot.is_within(entries(5), 2) && !spot.is_within(entries(4), 2), "{spot:?}");
        }
    }
}
