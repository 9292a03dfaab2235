//! [`NextPage`]: the next page according to a response. [`PageContext`]: the information to determine it.

use std::borrow::Cow;

use http::HeaderMap;

use crate::endpoint::{
    id::Id,
    page::{Cursor, page_json::PageJson, scan::Key},
};

/// The position of the next page, and the length of the list if the response reports it.
/// [`Paged::next`](crate::Paged::next) returns it.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Entries, NextPage, PageContext, Paged, endpoint};
/// use serde::Deserialize;
///
/// /// `{"tasks": ["Write"], "next": "https://api.example.com/tasks?after=b", "count": 2}`
/// #[derive(Deserialize)]
/// struct Tasks {
///     tasks: Vec<String>,
///     next: Option<String>,
///     count: u64,
/// }
///
/// impl Paged for Tasks {
///     type Item = String;
///     const ENTRIES: Entries = Entries::at("tasks");
///     fn entries(&mut self) -> &mut Vec<String> {
///         &mut self.tasks
///     }
///     fn next(&self, _: &PageContext<'_>) -> NextPage {
///         NextPage::url(&self.next).total(self.count)
///     }
/// }
///
/// #[endpoint(GET, "/tasks" -> Tasks)]
/// struct ListTasks {
///     #[page]
///     after: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::new();
/// # mock.expect_any::<ListTasks>()
/// #     .reply(serde_json::json!({"tasks": ["Write"], "next": "https://api.example.com/tasks?after=b", "count": 2}))
/// #     .reply(serde_json::json!({"tasks": ["Read"], "next": null, "count": 2}));
/// # let client = mock.client();
/// let mut tasks = ListTasks::new().items(&client);
/// assert_eq!(tasks.next().await.unwrap()?, "Write");
/// assert_eq!(tasks.total(), Some(2));
/// assert_eq!(tasks.next().await.unwrap()?, "Read");
/// assert!(tasks.next().await.is_none());
/// # assert_eq!(mock.calls()[1].query, [("after".into(), "b".into())]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct NextPage {
    pub(crate) place: Place,
    pub(crate) total: Option<u64>,
    pub(crate) pages: Option<u64>,
    pub(crate) replaces_query: bool,
}

/// The position of a page.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    ByRule,
    /// The position. `None` if there is no such page.
    At(Option<Cursor>),
    /// The page exists, but its position is missing.
    Unnamed,
    /// The URL of the page.
    Url(String),
    /// The response is not a page.
    Wrong(&'static str),
}

impl NextPage {
    const fn new(place: Place) -> Self {
        Self { place, total: None, pages: None, replaces_query: false }
    }

    /// The rule of the field attribute determines the next page: `#[page(number)]`, `#[page(offset)]`, `#[page(link)]`
    /// or `#[page(last)]`. If the attribute is a plain `#[page]`, pagination ends with an error.
    pub const fn by_rule() -> Self {
        Self::new(Place::ByRule)
    }

    /// There is no next page.
    pub const fn end() -> Self {
        Self::new(Place::At(None))
    }

    /// The next page begins at this position. If the position is missing or empty, there is no next page.
    pub fn at(position: impl IntoCursor) -> Self {
        Self::new(Place::At(named(position)))
    }

    /// If `has_more` is `true`, the next page begins at this position, and a missing position ends pagination with an
    /// error. If `has_more` is `false`, there is no next page. If `has_more` is `None`, this function is equivalent to
    /// [`NextPage::at`].
    pub fn more(has_more: impl Into<Option<bool>>, position: impl IntoCursor) -> Self {
        Self::new(match (has_more.into(), named(position)) {
            (Some(false), _) => Place::At(None),
            (Some(true), None) => Place::Unnamed,
            (_, position) => Place::At(position),
        })
    }

    /// The next page begins at the position in this URL: the value of the query parameter that the `#[page]` field
    /// declares. If the URL is missing or empty, there is no next page.
    ///
    /// The URL is not requested: its scheme, host and path are always ignored. Its other parameters are ignored unless
    /// [`NextPage::replacing_query`] is added. A URL without the parameter ends pagination with an error.
    pub fn url(url: impl IntoCursor) -> Self {
        Self::new(named(url).map_or(Place::At(None), |url| Place::Url(url.into())))
    }

    /// Replaces the query of the request by the query of the next page's URL. Use this method for servers that reject
    /// the original filters together with a position, such as Shopify and Microsoft Graph.
    ///
    /// Each declared query parameter gets its value from the URL, and is omitted if the URL does not contain the
    /// parameter. Undeclared parameters are dropped. Applies to [`NextPage::url`] and to the `Link` header of
    /// `#[page(link)]`.
    ///
    /// [`Pages::cursor`](crate::Pages::cursor) then returns the whole query, as text that begins with `?&`. A server's
    /// own position that begins with `?&` ends pagination with an error.
    pub const fn replacing_query(mut self) -> Self {
        self.replaces_query = true;
        self
    }

    /// Sets the number of entries on all pages, if the response reports the exact number. Do not pass an estimate:
    /// pagination by number and offset ends after this number of entries.
    pub fn total(mut self, total: impl Into<Option<u64>>) -> Self {
        self.total = total.into();
        self
    }

    /// Sets the number of pages, if the response reports the exact number.
    pub fn pages(mut self, pages: impl Into<Option<u64>>) -> Self {
        self.pages = pages.into();
        self
    }

    /// The response is not a page.
    pub(crate) const fn wrong(reason: &'static str) -> Self {
        Self::new(Place::Wrong(reason))
    }
}

fn named(position: impl IntoCursor) -> Option<Cursor> {
    position.into_cursor().filter(|position| !position.as_str().is_empty())
}

/// The context of a page: the requested position and page size, and the response that contains the page.
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, Entries, NextPage, PageContext, Paged, endpoint};
/// use serde::Deserialize;
///
/// /// An API that reports the position of the next page in a header.
/// #[derive(Deserialize)]
/// #[serde(transparent)]
/// struct Tasks(Vec<String>);
///
/// impl Paged for Tasks {
///     type Item = String;
///     const ENTRIES: Entries = Entries::whole();
///     fn entries(&mut self) -> &mut Vec<String> {
///         &mut self.0
///     }
///     fn next(&self, context: &PageContext<'_>) -> NextPage {
///         NextPage::at(context.header("X-Next").as_deref())
///     }
/// }
///
/// #[endpoint(GET, "/tasks" -> Tasks)]
/// struct ListTasks {
///     #[page]
///     after: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::testing::{Mock, Reply};
/// # let mock = Mock::new();
/// # mock.expect_any::<ListTasks>().reply(Reply::from(["Write"]).header("x-next", "b")).reply(["Read"]);
/// # let client = mock.client();
/// assert_eq!(ListTasks::new().items(&client).collect(100).await?, ["Write", "Read"]);
/// # assert_eq!(mock.calls()[1].query, [("after".into(), "b".into())]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct PageContext<'a> {
    pub(crate) position: Option<&'a Cursor>,
    pub(crate) size: Option<u64>,
    pub(crate) json: &'a PageJson,
}

impl<'a> PageContext<'a> {
    /// Returns the requested position, or `None` at the beginning of the list.
    #[must_use]
    pub const fn position(&self) -> Option<&'a Cursor> {
        self.position
    }

    /// Returns the requested page size, if the field with `#[page(size)]` is set.
    #[must_use]
    pub const fn size(&self) -> Option<u64> {
        self.size
    }

    /// Returns the number of entries in the response, including entries that cannot be decoded.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.json.count()
    }

    /// Returns the id of the last entry that has an id, read from the JSON: see [`Entries::id`](crate::Entries::id).
    #[must_use]
    pub fn last_id(&self) -> Option<Cursor> {
        let entries = &self.json.scan()?.entries;
        entries.iter().rev().find_map(|entry| entry.key.as_ref()).map(Key::to_cursor)
    }

    /// Returns a header of the response. Bytes that are not UTF-8 are replaced.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<Cow<'a, str>> {
        let value = self.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()))
    }

    pub(crate) fn headers(&self) -> &'a HeaderMap {
        self.json.response().meta().headers()
    }
}

/// A value that [`NextPage`] accepts as a position: text, a number or an id, or an `Option` of one of these.
///
/// ```
/// use plane_api::IntoCursor;
///
/// assert_eq!(20_u64.into_cursor().unwrap().as_str(), "20");
/// assert!(None::<String>.into_cursor().is_none());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a position",
    label = "expected text, a number or an id, or an `Option` of one"
)]
pub trait IntoCursor {
    /// Converts the value to a position. Returns `None` if there is no position.
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
