//! [`Pages`]: a list, page by page.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use super::{
    collect::{Collect, Collected, Max},
    fetcher::Fetcher,
};
use crate::{
    client::Client,
    endpoint::page::{Cursor, Paginated},
    error::Result,
};

/// The pages of a list. The method `pages` of a list request returns this type.
///
/// `Pages` is a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html) and also has a
/// method [`next`](Pages::next), so you need no other crate:
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::{Client, v1::customers::ListCustomers};
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let mock = plane_api::testing::Mock::plane();
/// # let acme = serde_json::json!({"id": "7", "created_at": "2026-01-01T00:00:00Z", "name": "Acme"});
/// # mock.expect_any::<ListCustomers>().reply(plane_api::testing::Reply::page([acme], None));
/// # let client = mock.client();
/// let mut pages = ListCustomers::new("my-workspace").per_page(50).pages(&client);
/// while let Some(page) = pages.next().await {
///     println!("{} customers of {:?}", page?.results.len(), pages.total());
/// }
/// # Ok(())
/// # }
/// ```
///
/// Pagination begins at the position that is set in the request, or else at the first page.
/// [`Paged::next`](crate::Paged::next) of the response or the rule of the field attribute determines when pagination
/// ends: [this table](macro@crate::endpoint#the-page-attribute) lists the rules. With [`Page`](crate::Page), pagination
/// ends when Plane reports that there is no next page, even if Plane sends a cursor.
///
/// # Errors
///
/// An error does not move the position: the next call of [`Pages::next`] requests the same page again. You can also
/// store [`Pages::cursor`] and resume at this position in another process. After the third error in a row, the client
/// waits for 1 s before the next request, and twice as long after each further error, up to 60 s, so that a loop that
/// only logs errors does not flood the server. A page with an entry that cannot be decoded is one error
/// ([`Error::is_entry`](crate::Error::is_entry)), and the next call returns the page after it.
///
/// The kind of the error is [`ErrorKind::Pagination`](crate::ErrorKind::Pagination) if
///
/// - the server makes no progress: a position repeats; the list has not grown, but a page equals the previous page or
///   three pages in a row contain no new id; or more than 100 pages in a row are empty ([`Pages::max_empty_pages`]);
/// - the server reports a next page without the position of that page, or sends a position that the `#[page]` field
///   cannot represent;
/// - the declaration does not match the first page with entries: a path in [`Paged::ENTRIES`](crate::Paged::ENTRIES)
///   does not lead to a list, the response type is [`Page`](crate::Page) but the response is not such a page, or
///   neither the field attribute nor [`Paged::next`](crate::Paged::next) determines the next page.
///
/// # Lists that change
///
/// Pages are returned as the server sends them. If the list changes during pagination, entries move between pages: an
/// entry can occur on two pages or on no page. [`Items`](crate::Items) handles such changes.
#[must_use = "streams do nothing unless polled"]
#[doc(alias = "pagination")]
#[doc(alias = "paginate")]
pub struct Pages<E: Paginated> {
    fetcher: Fetcher<E>,
    /// Pages that a `collect` had before it met an error or was dropped, with their positions.
    held: VecDeque<Held<E>>,
}

/// A page with its position.
type Held<E> = (Option<Cursor>, <E as Paginated>::Page);

impl<E: Paginated> Pages<E> {
    /// Creates the pagination over the pages of a list. The method `pages` of a request calls this function.
    pub fn new(request: E, client: &Client) -> Self {
        Self { fetcher: Fetcher::new(request, client), held: VecDeque::new() }
    }

    /// Resumes at a position that [`Pages::cursor`] returned, in this process or in another process.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.fetcher.go_to(cursor.into());
        self.held.clear();
        self
    }

    /// Sets how many empty pages in a row are accepted. Default: 100. One more empty page is an error.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.fetcher.course.set_max_empty(pages);
        self
    }

    /// Fetches up to this many pages at a time, including pages that have arrived and wait to be returned. Default and
    /// minimum: 1. Maximum: 100; a larger number counts as 100.
    ///
    /// The order of the pages stays the same. Pages are prefetched if their positions can be predicted: with
    /// `#[page(number)]`, with `#[page(offset)]`, and, if the server reports the length of the list, with cursors of
    /// the form `value:offset:0`, such as Plane's. With a number or an offset but no reported length, up to `pages - 1`
    /// requests beyond the end are sent and their responses discarded. If the server names another next page than
    /// predicted, prefetched pages are dropped, and pagination continues one page at a time. An error also drops
    /// prefetched pages.
    ///
    /// No task is spawned: pages are prefetched while this stream is polled, and cancelled when it is dropped.
    pub fn concurrency(mut self, pages: usize) -> Self {
        self.fetcher.set_concurrency(pages);
        self
    }

    /// Returns the next page, or `None` after the last page.
    ///
    /// The future can be dropped without loss: the next call continues at the same page.
    pub async fn next(&mut self) -> Option<Result<E::Page>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    /// Returns the next pages, at most `max`, or an empty list after the last page. The next call continues after the
    /// pages that this call returned.
    ///
    /// While `StreamExt` of the crate `futures` is in scope, `.collect(…)` is the method of that trait, which takes no
    /// limit. To call this one, write `Pages::collect(&mut pages, 10_000)`.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Pages::next`]. Pages that came before the error are not lost: the next call returns them
    /// first. They are not lost either if the future is dropped.
    pub fn collect<C>(&mut self, max: impl Max<usize, E::Page, C>) -> Collect<'_, Self, C> {
        Collect::new(self, max.max())
    }

    /// Returns the position of the next page, or `None` at the beginning of the list. After the end of the list,
    /// returns the position of the last page.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self.held.front() {
            Some((cursor, _)) => cursor.as_ref(),
            None => self.fetcher.course.position(),
        }
    }

    /// Returns the number of entries on all pages, as reported by the latest page. Returns `None` before the first
    /// page, or if the server reports no total.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.fetcher.course.total()
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Page>>> {
        if let Some((_, page)) = self.held.pop_front() {
            return Poll::Ready(Some(Ok(page)));
        }
        let read = ready!(self.poll_read(context));
        Poll::Ready(read.map(|read| read.map(|(_, page)| page)))
    }

    /// Returns the next page with its position.
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Held<E>>>> {
        ready!(self.fetcher.pause.poll(context));
        let read = ready!(self.fetcher.poll_page(context));
        Poll::Ready(read.map(|read| {
            self.fetcher.pause.note(read.is_ok());
            let read = read?;
            self.fetcher.course.seen.turn(read.json);
            match read.errors.into_iter().next() {
                Some((_, error)) => Err(error),
                None => Ok((read.position, read.page)),
            }
        }))
    }

    fn poll_collect(
        &mut self,
        max: usize,
        context: &mut Context<'_>,
    ) -> Poll<Result<Vec<E::Page>>> {
        while self.held.len() < max {
            match ready!(self.poll_read(context)) {
                Some(Ok(held)) => self.held.push_back(held),
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => break,
            }
        }
        let count = max.min(self.held.len());
        Poll::Ready(Ok(self.held.drain(..count).map(|(_, page)| page).collect()))
    }
}

// No field is pinned structurally: futures are boxed.
impl<E: Paginated> Unpin for Pages<E> {}

impl<E: Paginated> Stream for Pages<E> {
    type Item = Result<E::Page>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<E: Paginated, C> Future for Collect<'_, Pages<E>, C> {
    type Output = <C as Collected>::Output<E::Page>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let max = self.max;
        self.list.poll_collect(max, context)
    }
}

impl<E: Paginated> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("endpoint", &self.fetcher.spec().name)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}
