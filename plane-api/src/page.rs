//! Lists that come page by page.

use std::{
    fmt,
    future::{Future, poll_fn},
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use futures_core::Stream;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{
        self,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use serde_json::Value;

use crate::{Client, Delivery, Error, ErrorKind, Paginated, ResponseFuture, Result};

/// A place in a list, as the server names it. What it is made of is the server's affair.
///
/// It can be stored and used in another process to go on from there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// The cursor as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Cursor {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Cursor {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Self> for Cursor {
    fn from(cursor: &Self) -> Self {
        cursor.clone()
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One page of a list.
///
/// Where a server answers the whole list as a bare array, that is one page and the last.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The entries.
    pub results: Vec<T>,
    /// Where the next page begins. Plane sends one even on the last page: see [`Page::next_page_results`].
    pub next_cursor: Option<Cursor>,
    /// Where the page before begins. Plane sends one even on the first page: see [`Page::prev_page_results`].
    pub prev_cursor: Option<Cursor>,
    /// Whether there is a next page.
    pub next_page_results: bool,
    /// Whether there is a page before.
    pub prev_page_results: bool,
    /// Number of entries on this page, as the server counts.
    pub count: Option<u64>,
    /// Number of pages.
    pub total_pages: Option<u64>,
    /// Number of entries on all pages.
    pub total_results: Option<u64>,
    /// Number of entries on all pages, under another name.
    pub total_count: Option<u64>,
    /// Field by which the entries are grouped.
    pub grouped_by: Option<String>,
    /// Field by which the groups are grouped.
    pub sub_grouped_by: Option<String>,
    /// Whatever the server counts beside.
    pub extra_stats: Option<Value>,
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.results.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.results.iter()
    }
}

/// A [`Page`] as it stands in JSON.
#[derive(Deserialize)]
struct Envelope<T> {
    results: Vec<T>,
    next_cursor: Option<Cursor>,
    prev_cursor: Option<Cursor>,
    next_page_results: Option<bool>,
    prev_page_results: Option<bool>,
    count: Option<u64>,
    total_pages: Option<u64>,
    total_results: Option<u64>,
    total_count: Option<u64>,
    grouped_by: Option<String>,
    sub_grouped_by: Option<String>,
    extra_stats: Option<Value>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a page of a list, or the whole list")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Page<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Page::whole)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Page<T>, A::Error> {
                Envelope::deserialize(MapAccessDeserializer::new(map)).map(Page::from)
            }
        }

        deserializer.deserialize_any(Visitor(PhantomData))
    }
}

impl<T> Page<T> {
    fn whole(results: Vec<T>) -> Self {
        let count = Some(results.len() as u64);
        Self {
            results,
            next_cursor: None,
            prev_cursor: None,
            next_page_results: false,
            prev_page_results: false,
            count,
            total_pages: Some(1),
            total_results: count,
            total_count: count,
            grouped_by: None,
            sub_grouped_by: None,
            extra_stats: None,
        }
    }
}

impl<T> From<Envelope<T>> for Page<T> {
    fn from(envelope: Envelope<T>) -> Self {
        Self {
            results: envelope.results,
            next_cursor: envelope.next_cursor,
            prev_cursor: envelope.prev_cursor,
            next_page_results: envelope.next_page_results.unwrap_or_default(),
            prev_page_results: envelope.prev_page_results.unwrap_or_default(),
            count: envelope.count,
            total_pages: envelope.total_pages,
            total_results: envelope.total_results,
            total_count: envelope.total_count,
            grouped_by: envelope.grouped_by,
            sub_grouped_by: envelope.sub_grouped_by,
            extra_stats: envelope.extra_stats,
        }
    }
}

/// The pages of a list, one after the other: what the `pages` method of a list request gives.
///
/// It is a [`Stream`], and has a [`next`](Pages::next) of its own, so that no further crate is needed:
///
/// ```no_run
/// use plane_api::{Client, customers::ListCustomers};
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let mut pages = ListCustomers::new("my-workspace").per_page(50).pages(&client);
/// while let Some(page) = pages.next().await {
///     println!("{} customers of {:?}", page?.results.len(), pages.total());
/// }
/// # Ok(())
/// # }
/// ```
///
/// The walk begins at the request's own cursor. An error leaves it where it was: ask again to go on. A server that
/// names the same next page twice is an error of the kind [`ErrorKind::Walk`], not an endless loop.
#[must_use = "a walk does nothing until it is asked for the next page"]
pub struct Pages<E: Paginated> {
    client: Client,
    request: E,
    page: Option<ResponseFuture<E::Response>>,
    cursor: Option<Cursor>,
    total: Option<u64>,
    is_over: bool,
}

impl<E: Paginated> Pages<E> {
    /// Walks over the pages of a list. It is what the `pages` method of a request calls.
    pub fn new(mut request: E, client: &Client) -> Self {
        let cursor = request.cursor_mut().clone();
        Self { client: client.clone(), request, page: None, cursor, total: None, is_over: false }
    }

    /// Goes on from a place that [`Pages::cursor`] gave, in this process or another.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// The next page, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<E::Response>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    /// Where the next page begins; `None` at the beginning of the list.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        self.cursor.as_ref()
    }

    /// Number of entries on all pages, once a page has told it.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Response>>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let (client, request, cursor) = (&self.client, &mut self.request, &self.cursor);
        let page = self.page.get_or_insert_with(|| {
            request.cursor_mut().clone_from(cursor);
            client.send(request)
        });
        let page = ready!(Pin::new(page).poll(context));
        self.page = None;
        Poll::Ready(Some(page.and_then(|page| self.advance(page))))
    }

    fn advance(&mut self, page: E::Response) -> Result<E::Response> {
        if page.next_page_results {
            let Some(next) = page.next_cursor.clone() else {
                return Err(stalled(
                    "the server says that there is a next page, and does not name it",
                ));
            };
            if self.cursor.as_ref() == Some(&next) {
                return Err(stalled("the server names the same page as the next one again"));
            }
            self.cursor = Some(next);
        } else {
            self.is_over = true;
        }
        self.total = page.total_results.or(page.total_count).or(self.total);
        Ok(page)
    }
}

fn stalled(message: &'static str) -> Error {
    Error::new(ErrorKind::Walk, Delivery::Applied, message)
}

// Nothing in it is pinned in place: the future is in a box.
impl<E: Paginated> Unpin for Pages<E> {}

impl<E: Paginated> Stream for Pages<E> {
    type Item = Result<E::Response>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<E: Paginated> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("endpoint", &E::SPEC.name)
            .field("cursor", &self.cursor)
            .finish_non_exhaustive()
    }
}

/// The entries of a list, over all its pages: what the `items` method of a list request gives.
///
/// It is a [`Stream`], and has a [`next`](Items::next) of its own, so that no further crate is needed:
///
/// ```no_run
/// use plane_api::{Client, customers::ListCustomers};
///
/// # async fn example(client: Client) -> plane_api::Result<()> {
/// let mut customers = ListCustomers::new("my-workspace").items(&client);
/// while let Some(customer) = customers.next().await {
///     println!("{:?}", customer?.name);
/// }
/// # Ok(())
/// # }
/// ```
///
/// Errors are those of [`Pages`], and leave the walk where it was, too.
#[must_use = "a walk does nothing until it is asked for the next item"]
pub struct Items<E: Paginated> {
    pages: Pages<E>,
    page: vec::IntoIter<E::Item>,
    /// Where the page began that is being handed out.
    page_cursor: Option<Cursor>,
}

impl<E: Paginated> Items<E> {
    /// Walks over the entries of a list. It is what the `items` method of a request calls.
    pub fn new(request: E, client: &Client) -> Self {
        let pages = Pages::new(request, client);
        let page_cursor = pages.cursor.clone();
        Self { pages, page: Vec::new().into_iter(), page_cursor }
    }

    /// Goes on from a place that [`Items::cursor`] gave, in this process or another.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.pages = self.pages.from(cursor);
        self
    }

    /// The next entry, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<E::Item>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    /// Where the page of the next entry begins; `None` at the beginning of the list. Who goes on from there sees the
    /// entries of that page from its first.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        if self.page.len() > 0 { self.page_cursor.as_ref() } else { self.pages.cursor() }
    }

    /// Number of entries on all pages, once a page has told it.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.pages.total()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Item>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            let cursor = self.pages.cursor.clone();
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => (self.page, self.page_cursor) = (page.into_iter(), cursor),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

// Nothing in it is pinned in place.
impl<E: Paginated> Unpin for Items<E> {}

impl<E: Paginated> Stream for Items<E> {
    type Item = Result<E::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<E: Paginated> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_a_bare_list_are_both_pages() {
        let page: Page<u8> = serde_json::from_str(
            r#"{"results": [1, 2], "next_cursor": "2:1:0", "next_page_results": true, "count": 2, "total_results": 5,
                "prev_page_results": null, "extra_stats": null, "something": "new"}"#,
        )
        .unwrap();
        assert_eq!(
            (page.results.len(), page.next_page_results, page.total_results),
            (2, true, Some(5))
        );
        assert_eq!(page.next_cursor, Some("2:1:0".into()));

        let list: Page<u8> = serde_json::from_str("[1, 2, 3]").unwrap();
        assert_eq!((list.next_page_results, list.total_results), (false, Some(3)));
        assert_eq!(list.into_iter().collect::<Vec<_>>(), [1, 2, 3]);
    }
}
