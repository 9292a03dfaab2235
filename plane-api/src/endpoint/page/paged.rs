//! The traits of pagination: [`Paged`] for responses, [`Paginated`] for requests, [`Position`] for positions.

use std::{fmt::Display, str::FromStr};

use crate::endpoint::{
    Endpoint,
    page::{Cursor, Entries, NextPage, PageContext},
};

/// A response that is one page of a list.
///
/// `Vec<T>` and [`Page<T>`](crate::Page) implement this trait. For another API, implement the trait once for the API's
/// envelope. A request with such a response and a `#[page]` field has the methods `pages` and `items`: see
/// [Lists](macro@crate::endpoint#lists).
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
///
/// # Stability
///
/// A minor version may change this trait; a patch version does not. New methods will have a default.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "the response of a request with `#[page]` must be a page",
    note = "implement `plane_api::Paged` for `{Self}`, or write `-> Vec<T>` or `-> Page<T>`; remove `#[page]` from a request for one object"
)]
#[doc(alias = "pagination")]
pub trait Paged {
    /// An entry of the list.
    type Item;

    /// The location of the entries in the JSON of the response, and the field that identifies an entry.
    const ENTRIES: Entries;

    /// Returns the entries of this page.
    fn entries(&mut self) -> &mut Vec<Self::Item>;

    /// Returns the position of the next page, and the length of the list if it is known. By default, the rule of the
    /// field attribute determines the position: see [`NextPage::by_rule`].
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

/// A request for a paginated list. [`#[endpoint]`](macro@crate::endpoint) implements this trait: see
/// [Lists](macro@crate::endpoint#lists).
///
/// Use the trait as a bound of functions that accept any list:
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Items, Paginated, Result, endpoint};
///
/// /// Counts the entries of any list.
/// async fn count<E: Paginated>(list: E, client: &Client) -> Result<usize> {
///     let mut items = Items::new(list, client);
///     let mut count = 0;
///     while let Some(item) = items.next().await {
///         item?;
///         count += 1;
///     }
///     Ok(count)
/// }
///
/// #[endpoint(GET, "/tasks" -> Vec<String>)]
/// struct ListTasks {
///     #[page(number)]
///     page: Option<u32>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>().reply(["Write", "Read"]).reply(["Sleep"]).reply(["Eat"; 0]);
/// # let client = mock.client();
/// assert_eq!(count(ListTasks::new(), &client).await?, 3);
/// # Ok(())
/// # }
/// ```
///
/// # Stability
///
/// Do not implement this trait by hand: the attribute implements it, and its methods may change with any version.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not declared as a list",
    label = "no field of this request is marked `#[page]`",
    note = "mark the field with the position of a page: `#[page]` if the response names the next one, otherwise \
            `#[page(number)]`, `#[page(offset)]`, `#[page(link)]` or `#[page(last)]`"
)]
#[doc(alias = "pagination")]
pub trait Paginated: Endpoint<Response = Self::Page> {
    /// The response type, which is one page of the list.
    type Page: Paged;

    /// The type of the `#[page]` field, without its `Option`.
    type Position: Position;

    /// Returns the `#[page]` field.
    fn position_mut(&mut self) -> &mut Option<Self::Position>;

    /// Returns the requested number of entries per page, if a field with `#[page(size)]` is set.
    fn page_size(&self) -> Option<u64> {
        None
    }
}

/// A type of positions in a list: any type that implements [`Display`] and [`FromStr`].
///
/// Pagination handles positions as text, so that they can be stored.
///
/// ```
/// use std::{fmt, num::ParseIntError, str::FromStr};
///
/// use plane_api::{Cursor, Position};
///
/// /// A position of its own type, so that it cannot be mistaken for a count.
/// struct Offset(u64);
///
/// impl fmt::Display for Offset {
///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         self.0.fmt(f)
///     }
/// }
///
/// impl FromStr for Offset {
///     type Err = ParseIntError;
///
///     fn from_str(text: &str) -> Result<Self, ParseIntError> {
///         text.parse().map(Self)
///     }
/// }
///
/// assert_eq!(Offset(20).to_cursor(), Cursor::from("20"));
/// assert!(Offset::from_cursor(&Cursor::from("twenty")).is_none());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the position of a page",
    label = "expected a `Cursor`, a number, a `String` or an `Id`",
    note = "positions are written with `Display` and parsed with `FromStr`; implement both for `{Self}`, or write `String` for \
            borrowed text"
)]
pub trait Position: Sized {
    /// Returns the position as text.
    fn to_cursor(&self) -> Cursor;

    /// Parses a position. Returns `None` if the text is not a position of this type.
    fn from_cursor(cursor: &Cursor) -> Option<Self>;
}

// If these traits were supertraits, rustc would report both of them when they are missing, with generic errors.
#[diagnostic::do_not_recommend]
impl<T: Display + FromStr> Position for T {
    fn to_cursor(&self) -> Cursor {
        self.to_string().into()
    }

    fn from_cursor(cursor: &Cursor) -> Option<Self> {
        cursor.as_str().parse().ok()
    }
}

/// A type of page sizes: an integer, or an `Option` of an integer.
///
/// ```
/// use plane_api::PageSize;
///
/// assert_eq!(Some(20_u32).page_size(), Some(20));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page size",
    label = "expected an integer, or an `Option` of one"
)]
pub trait PageSize {
    /// Returns the size, if there is one.
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
