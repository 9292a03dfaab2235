//! Pages of lists: [`CursorPage`] and [`OffsetPage`]. You only need them to handle single pages: with `items`, you get
//! the items of all pages.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::customers::ListCustomers;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCustomers>().reply(serde_json::json!({"data": [], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let page = ListCustomers::new("my-workspace").per_page(20).send(&client).await?;
//! println!("{} customers, more: {}", page.data.len(), page.has_more);
//! # Ok(())
//! # }
//! ```
//!
//! The server has two styles of pagination. Each list request uses one of them: cursors if the default order of the
//! list supports cursors, otherwise offsets. Both styles work with [`Pages`](crate::Pages) and [`Items`](crate::Items).
//! A response in the other style is an error. Only pages by offset contain the total number of items.
//!
//! Only some orders support cursors. If the order in `order_by` does not, the server responds with 400 and the code
//! [`OrderingNotCursorEligible`](crate::v2::problem::ErrorCode::OrderingNotCursorEligible). Lists that are sorted by
//! `created_at` or `id` always support cursors.

use std::{fmt, slice, vec};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, Unexpected},
};

use crate::endpoint::{
    coerce::coerce,
    page::{Cursor, Entries, NextPage, PageContext, Paged},
};

/// One page of a list that is paginated by cursor. A page leads only to the next page, not to the previous one.
///
/// A cursor contains only the position in the list. If you request the next page yourself, repeat the filters, the
/// order and the page size; [`Pages`](crate::Pages) and [`Items`](crate::Items) repeat them for you.
#[doc(alias = "pagination")]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CursorPage<T> {
    /// Items of the page.
    pub data: Vec<T>,
    /// `true` if there is a next page.
    pub has_more: bool,
    /// Cursor of the next page, if there is one.
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

/// One page of a list that is paginated by offset. The offset is the number of items before the page, at most 10,000.
#[doc(alias = "pagination")]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct OffsetPage<T> {
    /// Items of the page.
    pub data: Vec<T>,
    /// Offset of the next page; `None` on the last page.
    // Without `default`: if the field is missing, the response must not count as the last page.
    #[serde(deserialize_with = "coerce")]
    pub next: Option<u64>,
    /// Offset of the previous page; `None` on the first page.
    #[serde(default, deserialize_with = "coerce")]
    pub previous: Option<u64>,
    /// Number of items on all pages; `None` if the request sets `count` to `false`.
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

/// The pagination style that the server reports in a page.
#[derive(Clone, PartialEq, Deserialize)]
struct Pagination<S> {
    style: S,
}

impl<S: Style> fmt::Debug for Pagination<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(S::NAME)
    }
}

/// A pagination style. A type deserializes only from its own style.
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
