//! The traits of pagination: [`Paged`] for responses, [`Paginated`] for requests, [`Position`] for what says which page.

use std::{fmt::Display, str::FromStr};

use crate::endpoint::{
    Endpoint,
    page::{Cursor, Entries, NextPage, PageContext},
};

/// A response that is one page of a list.
///
/// `Vec<T>` and [`Page<T>`](crate::Page) are. Implement it for the envelope of another API, once. Together with a field that
/// is marked `#[page]` it makes a request a list, which has `pages` and `items`: see [Lists](macro@crate::endpoint#lists).
///
/// ```
/// use plane_api::{Entries, NextPage, PageContext, Paged};
/// use serde::Deserialize;
///
/// #[derive(Debug, Deserialize)]
/// pub struct List<T> {
///     pub data: Vec<T>,
///     pub has_more: bool,
/// }
///
/// impl<T> Paged for List<T> {
///     type Item = T;
///     const ENTRIES: Entries = Entries::at("data");
///     fn entries(&mut self) -> &mut Vec<T> {
///         &mut self.data
///     }
///     fn next(&self, context: &PageContext<'_>) -> NextPage {
///         NextPage::more(self.has_more, context.last_id())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "the response of a request with `#[page]` is a page",
    note = "implement `plane_api::Paged` for `{Self}`, or write `-> Vec<T>` or `-> Page<T>`; a request for one object has no `#[page]`"
)]
pub trait Paged {
    /// One entry of the list.
    type Item;

    /// Where the entries stand in the JSON of the response, and which field tells them apart.
    const ENTRIES: Entries;

    /// The entries.
    fn entries(&mut self) -> &mut Vec<Self::Item>;

    /// Where the next page begins, and how long the list is. Unless implemented, the rule of the field attribute
    /// decides: see [`NextPage::by_rule`].
    fn next(&self, context: &PageContext<'_>) -> NextPage {
        let _ = context;
        NextPage::by_rule()
    }
}

impl<T> Paged for Vec<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::whole();

    fn entries(&mut self) -> &mut Self {
        self
    }
}

/// A request for a list, page by page. [`#[endpoint]`](macro@crate::endpoint) implements it if a field is marked `#[page]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request for a list",
    label = "none of its fields is marked `#[page]`"
)]
pub trait Paginated: Endpoint<Response = Self::Page> {
    /// One page of the list.
    type Page: Paged;

    /// The type of the marked field, without its `Option`.
    type Position: Position;

    /// The marked field.
    fn position_mut(&mut self) -> &mut Option<Self::Position>;

    /// How many entries a page is requested to have, if a field is marked `#[page(size)]`.
    fn page_size(&self) -> Option<u64> {
        None
    }
}

/// A value that says where a page begins: whatever is written with [`Display`] and read with [`FromStr`].
///
/// Pagination knows positions as text, so that they can be stored.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot say where a page begins",
    label = "expected a `Cursor`, a number, a `String` or an `Id`",
    note = "a position is written with `Display` and read with `FromStr`; implement both for `{Self}`"
)]
pub trait Position: Sized {
    /// The position as text.
    fn to_cursor(&self) -> Cursor;

    /// The position that this text stands for, if it stands for one.
    fn from_cursor(cursor: &Cursor) -> Option<Self>;
}

// As supertraits they would be missed by two errors in rustc's own words.
#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> Position for T {
    fn to_cursor(&self) -> Cursor {
        self.to_string().into()
    }

    fn from_cursor(cursor: &Cursor) -> Option<Self> {
        cursor.as_str().parse().ok()
    }
}

/// The size of a page: an integer, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the size of a page",
    label = "expected an integer, or an `Option` of one"
)]
pub trait PageSize {
    /// The size, if there is one.
    fn page_size(&self) -> Option<u64>;
}

macro_rules! page_size {
    ($($number:ty)+) => {$(
        impl PageSize for $number {
            fn page_size(&self) -> Option<u64> {
                u64::try_from(*self).ok()
            }
        }
    )+};
}

page_size!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

impl<T: PageSize> PageSize for Option<T> {
    fn page_size(&self) -> Option<u64> {
        self.as_ref()?.page_size()
    }
}
