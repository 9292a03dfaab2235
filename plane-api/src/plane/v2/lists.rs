//! The pages of lists: [`CursorPage`] and [`OffsetPage`].
//!
//! The server paginates in two styles. A request for a list is declared with one of them: by cursor where the default
//! order allows it, by offset for the other lists. Both work with [`Pages`](crate::Pages) and [`Items`](crate::Items), and
//! a response in the other style is an error. A list by cursor has no total.
//!
//! Not every order allows cursors. With an `order_by` that does not, the server responds 400 with the code
//! [`OrderingNotCursorEligible`](crate::v2::problem::ErrorCode::OrderingNotCursorEligible). Orders by `created_at` and `id`
//! always do.

use std::{fmt, slice, vec};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, Unexpected},
};

use crate::endpoint::{
    coerce::coerce,
    page::{Cursor, Entries, NextPage, PageContext, Paged},
};

/// One page of a list that is paginated by cursor, forward only.
///
/// A cursor holds the position alone. Requests for the pages behind it repeat filters, order and page size, as
/// [`Pages`](crate::Pages) and [`Items`](crate::Items) do.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CursorPage<T> {
    /// The entries.
    pub data: Vec<T>,
    /// Whether there is a next page.
    pub has_more: bool,
    /// Where the next page begins, if there is one.
    pub next_cursor: Option<Cursor>,
    pagination: Pagination<ByCursor>,
}

impl<T> Paged for CursorPage<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");

    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }

    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::more(self.has_more, &self.next_cursor)
    }
}

/// One page of a list that is paginated by offset: the number of entries in front of the page, 10000 at most.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct OffsetPage<T> {
    /// The entries.
    pub data: Vec<T>,
    /// Offset of the next page; `None` on the last page.
    // Without `default`: a response that does not say whether there is more is not the last page.
    #[serde(deserialize_with = "coerce")]
    pub next: Option<u64>,
    /// Offset of the page before; `None` on the first page.
    #[serde(default, deserialize_with = "coerce")]
    pub previous: Option<u64>,
    /// Number of entries on all pages; `None` if the request sets `count` to `false`.
    #[serde(default, deserialize_with = "coerce")]
    pub total_count: Option<u64>,
    pagination: Pagination<ByOffset>,
}

impl<T> Paged for OffsetPage<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");

    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }

    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(self.next).total(self.total_count)
    }
}

macro_rules! into_iterator {
    ($($page:ident)+) => {$(
        impl<T> IntoIterator for $page<T> {
            type Item = T;
            type IntoIter = vec::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.into_iter()
            }
        }

        impl<'a, T> IntoIterator for &'a $page<T> {
            type Item = &'a T;
            type IntoIter = slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.data.iter()
            }
        }
    )+};
}

into_iterator!(CursorPage OffsetPage);

/// What the server says of a page: in which style it is paginated.
#[derive(Clone, PartialEq, Deserialize)]
struct Pagination<S> {
    style: S,
}

impl<S: Style> fmt::Debug for Pagination<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(S::NAME)
    }
}

/// A style, which no other can be deserialized into.
trait Style {
    const NAME: &'static str;
    const EXPECTED: &'static str;

    fn check<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
        match String::deserialize(deserializer)? {
            name if name == Self::NAME => Ok(()),
            name => Err(D::Error::invalid_value(Unexpected::Str(&name), &Self::EXPECTED)),
        }
    }
}

#[derive(Clone, PartialEq)]
struct ByCursor;

impl Style for ByCursor {
    const NAME: &'static str = "cursor";
    const EXPECTED: &'static str = "a page by cursor";
}

impl<'de> Deserialize<'de> for ByCursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::check(deserializer).map(|()| Self)
    }
}

#[derive(Clone, PartialEq)]
struct ByOffset;

impl Style for ByOffset {
    const NAME: &'static str = "offset";
    const EXPECTED: &'static str = "a page by offset";
}

impl<'de> Deserialize<'de> for ByOffset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::check(deserializer).map(|()| Self)
    }
}
