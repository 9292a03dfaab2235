//! [`Pages`]: a list, page by page.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use super::walk::Walk;
use crate::{
    client::Client,
    endpoint::page::{Cursor, Paginated},
    error::Result,
};

/// The pages of a list, one after the other: what the `pages` method of a list request gives.
///
/// It is a [`Stream`], and has a [`next`](Pages::next) of its own, so that no further crate is needed:
///
/// ```no_run
/// use plane_api::{Client, v1::customers::ListCustomers};
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
/// The walk begins at the request's own cursor, and ends where the server says that there is no next page, whatever
/// cursors it sends. A bare array is one page and the last.
///
/// # Errors
///
/// An error leaves the walk where it was: ask again to go on, or store [`Pages::cursor`] and go on from there in another
/// process. A server that names a page as the next one that the walk has been at is an error of the kind
/// [`ErrorKind::Pagination`](crate::ErrorKind::Pagination), not an endless loop.
///
/// # Lists that change
///
/// Pages are handed out as the server sends them. If the list changes during the walk, entries move between pages, and
/// are on two of them or on none: [`Items`](crate::Items) looks after that.
#[must_use = "a walk does nothing until it is asked for the next page"]
pub struct Pages<E: Paginated> {
    walk: Walk<E>,
    /// Pages that a `collect` had before it met an error or was dropped, with where they began.
    held: VecDeque<Held<E>>,
}

/// A page with where it began.
type Held<E> = (Option<Cursor>, <E as Paginated>::Page);

impl<E: Paginated> Pages<E> {
    /// Walks over the pages of a list. It is what the `pages` method of a request calls.
    pub fn new(request: E, client: &Client) -> Self {
        Self { walk: Walk::new(request, client), held: VecDeque::new() }
    }

    /// Goes on from a place that [`Pages::cursor`] gave, in this process or another.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.walk.go_to(cursor.into());
        self.held.clear();
        self
    }

    /// Sets how many empty pages in a row are followed to their next pages: 100 unless set.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.walk.course.set_max_empty(pages);
        self
    }

    /// Has up to this many pages at a time, on their way or waiting for their turn: 1 unless set, and at least.
    ///
    /// Their order stays. It takes effect where pages can be asked for before their cursors are known: on servers whose
    /// cursors read `value:offset:is_prev`, as Plane's do, and that tell the length of the list, so that no page is asked
    /// for that does not exist. As soon as a server names another next page than expected, what was fetched ahead is
    /// dropped, and the walk goes on one page at a time. An error drops what was fetched ahead, too.
    ///
    /// Nothing is spawned: pages ahead are fetched while this walk is polled, and given up when it is dropped.
    pub fn concurrency(mut self, pages: usize) -> Self {
        self.walk.set_concurrency(pages);
        self
    }

    /// The next page, or `None` after the last.
    ///
    /// The future can be dropped without loss: the next one takes up where it was.
    pub async fn next(&mut self) -> Option<Result<E::Page>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    /// The next pages, at most `max` of them; none after the last. What comes behind them can be had from the same walk.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`]. Pages that came before the error are not lost: they are the first that the walk hands
    /// out when it is asked again. It is the same if the future is dropped.
    pub async fn collect(&mut self, max: usize) -> Result<Vec<E::Page>> {
        poll_fn(|context| self.poll_collect(max, context)).await
    }

    /// Where the next page begins; `None` at the beginning of the list. After the end it stays at the last page.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self.held.front() {
            Some((cursor, _)) => cursor.as_ref(),
            None => self.walk.course.position(),
        }
    }

    /// Number of entries on all pages, as the latest page tells it: known from the first page on.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.walk.course.total()
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Page>>> {
        if let Some((_, page)) = self.held.pop_front() {
            return Poll::Ready(Some(Ok(page)));
        }
        let read = ready!(self.poll_read(context));
        Poll::Ready(read.map(|read| read.map(|(_, page)| page)))
    }

    /// The next page, with where it began.
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Held<E>>>> {
        let read = ready!(self.walk.poll_page(context));
        Poll::Ready(read.map(|read| {
            let read = read?;
            self.walk.course.seen.turn(read.json);
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

// Nothing in it is pinned in place: futures are in boxes.
impl<E: Paginated> Unpin for Pages<E> {}

impl<E: Paginated> Stream for Pages<E> {
    type Item = Result<E::Page>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<E: Paginated> fmt::Debug for Pages<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("endpoint", &E::SPEC.name)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}
