//! [`NextPage`]: what a response says of the page behind it, and [`PageContext`]: what it says it by.

use std::borrow::Cow;

use http::HeaderMap;

use crate::endpoint::{
    id::Id,
    page::{Cursor, page_json::PageJson, scan::Key},
};

/// Where the next page of a list begins, and how long the list is if the response tells it. [`Paged::next`](crate::Paged::next)
/// returns it.
#[derive(Debug, Clone)]
#[must_use]
pub struct NextPage {
    pub(crate) place: Place,
    pub(crate) total: Option<u64>,
    pub(crate) pages: Option<u64>,
    pub(crate) replaces_query: bool,
}

/// Where a page begins.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    ByRule,
    /// Nowhere if there is no position.
    At(Option<Cursor>),
    /// There is one, and it has no name.
    Unnamed,
    /// The URL of it.
    Url(String),
    /// The response is not what it should be.
    Wrong(&'static str),
}

impl NextPage {
    const fn new(place: Place) -> Self {
        Self { place, total: None, pages: None, replaces_query: false }
    }

    /// The rule of the field attribute decides: `#[page(number)]`, `#[page(offset)]`, `#[page(link)]` or `#[page(last)]`.
    /// If it has none, pagination ends with an error.
    pub const fn by_rule() -> Self {
        Self::new(Place::ByRule)
    }

    /// This page is the last.
    pub const fn end() -> Self {
        Self::new(Place::At(None))
    }

    /// The next page begins at this position. Without a position, or with an empty one, this page is the last.
    pub fn at(position: impl IntoCursor) -> Self {
        Self::new(Place::At(named(position)))
    }

    /// The next page begins at this position if the response says that there is more: `true`, `false` or `None` if it
    /// does not say. In that case a position means that there is more. More without a position ends pagination with an
    /// error.
    pub fn more(has_more: impl Into<Option<bool>>, position: impl IntoCursor) -> Self {
        Self::new(match (has_more.into(), named(position)) {
            (Some(false), _) => Place::At(None),
            (Some(true), None) => Place::Unnamed,
            (_, position) => Place::At(position),
        })
    }

    /// The next page begins at the position that this URL has in the parameter of the marked field. Without a URL, or
    /// with an empty one, this page is the last.
    ///
    /// The URL is not followed: its scheme, host, path and other parameters are ignored, unless
    /// [`NextPage::replacing_query`] is added. A URL without that parameter ends pagination with an error.
    pub fn url(url: impl IntoCursor) -> Self {
        Self::new(named(url).map_or(Place::At(None), |url| Place::Url(url.into())))
    }

    /// The query of the next page's URL replaces that of the request, for servers that reject the original filters
    /// beside a position, such as Shopify and Microsoft Graph.
    ///
    /// Each declared parameter of the query is sent with the URL's value, or omitted if the URL omits it. Parameters that
    /// are not declared are dropped. It applies to [`NextPage::url`], and to the `Link` header of `#[page(link)]`.
    pub const fn replacing_query(mut self) -> Self {
        self.replaces_query = true;
        self
    }

    /// Sets the number of entries on all pages, if the response tells it exactly. Do not pass an estimate: pagination
    /// by number and offset ends there.
    pub fn total(mut self, total: impl Into<Option<u64>>) -> Self {
        self.total = total.into();
        self
    }

    /// Sets the number of pages, if the response tells it exactly.
    pub fn pages(mut self, pages: impl Into<Option<u64>>) -> Self {
        self.pages = pages.into();
        self
    }

    /// The response is no page at all.
    pub(crate) const fn wrong(reason: &'static str) -> Self {
        Self::new(Place::Wrong(reason))
    }
}

fn named(position: impl IntoCursor) -> Option<Cursor> {
    position.into_cursor().filter(|position| !position.as_str().is_empty())
}

/// What a page is judged by, beside itself: what was requested, and what came with it.
#[derive(Debug)]
pub struct PageContext<'a> {
    pub(crate) position: Option<&'a Cursor>,
    pub(crate) size: Option<u64>,
    pub(crate) json: &'a PageJson,
}

impl<'a> PageContext<'a> {
    /// The requested position. `None` at the beginning of the list.
    #[must_use]
    pub const fn position(&self) -> Option<&'a Cursor> {
        self.position
    }

    /// The requested page size, if a field is marked `#[page(size)]` and set.
    #[must_use]
    pub const fn size(&self) -> Option<u64> {
        self.size
    }

    /// Number of entries in the response, including those that cannot be decoded.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.json.count()
    }

    /// The id of the last entry that has one, read from the JSON: see [`Entries::id`].
    #[must_use]
    pub fn last_id(&self) -> Option<Cursor> {
        let entries = &self.json.scan()?.entries;
        entries.iter().rev().find_map(|entry| entry.key.as_ref()).map(Key::to_cursor)
    }

    /// A header of the response. What is not UTF-8 in it is replaced.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<Cow<'a, str>> {
        let value = self.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()))
    }

    pub(crate) fn headers(&self) -> &'a HeaderMap {
        self.json.response().meta().headers()
    }
}

/// What may be a position: text, a number or an id, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a position",
    label = "expected text, a number or an id, or an `Option` of one"
)]
pub trait IntoCursor {
    /// The position, if there is one.
    fn into_cursor(self) -> Option<Cursor>;
}

macro_rules! into_cursor {
    ($($ty:ty)+) => {$(
        impl IntoCursor for $ty {
            fn into_cursor(self) -> Option<Cursor> {
                Some(self.into())
            }
        }

        impl IntoCursor for &$ty {
            fn into_cursor(self) -> Option<Cursor> {
                Some(self.clone().into())
            }
        }
    )+};
}

into_cursor!(Cursor String u8 u16 u32 u64 usize i32 i64);

impl<T> IntoCursor for Id<T> {
    fn into_cursor(self) -> Option<Cursor> {
        Some(String::from(self).into())
    }
}

impl<T> IntoCursor for &Id<T> {
    fn into_cursor(self) -> Option<Cursor> {
        Some(String::from(self).into())
    }
}

impl IntoCursor for &str {
    fn into_cursor(self) -> Option<Cursor> {
        Some(self.into())
    }
}

impl<T: IntoCursor> IntoCursor for Option<T> {
    fn into_cursor(self) -> Option<Cursor> {
        self?.into_cursor()
    }
}

impl<'a, T> IntoCursor for &'a Option<T>
where
    &'a T: IntoCursor,
{
    fn into_cursor(self) -> Option<Cursor> {
        self.as_ref()?.into_cursor()
    }
}
