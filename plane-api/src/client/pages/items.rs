//! [`Items`]: a list, entry by entry.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use super::{
    behind::{Behind, Passed},
    ready::Ready,
    walk::{Read, Walk},
};
use crate::{
    client::Client,
    endpoint::page::{Cursor, Paged, Paginated},
    error::Result,
};

/// One entry of a list that a request asks for.
type Item<E> = <<E as Paginated>::Page as Paged>::Item;

/// The entries of a list, over all its pages: what the `items` method of a list request gives.
///
/// It is a [`Stream`], and has a [`next`](Items::next) of its own, so that no further crate is needed:
///
/// ```no_run
/// use plane_api::{Client, v1::customers::ListCustomers};
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
/// Beginning, end and errors are those of [`Pages`](crate::Pages): an error leaves the walk where it was, too.
///
/// # Lists that change
///
/// Plane counts pages from the beginning of the list. What is created or deleted during a walk moves the entries behind
/// it to other pages, so the walk compares each page with those before it:
///
/// - An entry that has moved on to a later page is handed out once. Entries are told apart by their `id`, over the last
///   two pages, so that memory stays flat: they can be seen twice if more than a page of entries is created between one
///   page and the next.
/// - When `total_results` falls from one page to the next, entries have moved to pages that were passed. The previous
///   page is read again then, and as many before it as it takes, the latest first, and what is new there is handed out
///   before the walk goes on. Where cursors do not read `value:offset:is_prev`, it is only the previous page. After a
///   deletion of more than two pages that takes all of the last two with it, entries before these can be seen twice.
///
/// As many entries created as deleted between two pages leave the total as it was: this is not noticed, and entries can
/// be missed. So can entries that a change moves to another place in the order of the list. Entries without an `id`, for
/// instance because `fields` leaves it out, are all handed out as they come, and nothing is read again for their sake.
#[must_use = "a walk does nothing until it is asked for the next item"]
pub struct Items<E: Paginated> {
    walk: Walk<E>,
    /// The pages that are being handed out. There are more than one after a `collect` that met an error or was dropped.
    // A field of the entries' own type would be a second error where the response is not a page.
    ready: VecDeque<Ready<E::Page>>,
    passed: Option<Passed>,
    behind: Option<Box<Behind<E::Page>>>,
    /// Where to resume while pages are read again.
    behind_position: Option<Cursor>,
}

impl<E: Paginated> Items<E> {
    /// Walks over the entries of a list. It is what the `items` method of a request calls.
    pub fn new(request: E, client: &Client) -> Self {
        Self::over(Walk::new(request, client))
    }

    fn over(walk: Walk<E>) -> Self {
        Self { walk, ready: VecDeque::new(), passed: None, behind: None, behind_position: None }
    }

    /// Goes on from a place that [`Items::cursor`] gave, in this process or another.
    ///
    /// What was handed out before is not known then: entries of the page where it begins can be seen twice, and what was
    /// deleted in the meantime is not noticed.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.walk.go_to(cursor.into());
        Self::over(self.walk)
    }

    /// Sets how many empty pages in a row are followed to their next pages: 100 unless set.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.walk.course.set_max_empty(pages);
        self
    }

    /// Has up to this many pages at a time: see [`Pages::concurrency`](crate::Pages::concurrency). The page that is being
    /// handed out counts.
    pub fn concurrency(mut self, pages: usize) -> Self {
        self.walk.set_concurrency(pages);
        self
    }

    /// The next entry, or `None` after the last.
    ///
    /// The future can be dropped without loss: the next one takes up where it was.
    pub async fn next(&mut self) -> Option<Result<Item<E>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    /// The next entries, at most `max` of them; none after the last. What comes behind them can be had from the same walk.
    ///
    /// ```no_run
    /// use plane_api::{Client, v1::customers::ListCustomers};
    ///
    /// # async fn example(client: Client) -> plane_api::Result<()> {
    /// let customers = ListCustomers::new("my-workspace").items(&client).collect(10_000).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Items::next`]. Entries that came before the error are not lost: they are the first that the walk hands
    /// out when it is asked again. It is the same if the future is dropped.
    pub async fn collect(&mut self, max: usize) -> Result<Vec<Item<E>>> {
        poll_fn(|context| self.poll_collect(max, context)).await
    }

    /// Where the page of the next entry begins; `None` at the beginning of the list. Who goes on from there sees the
    /// entries of that page from its first. After the end it stays at the last page.
    ///
    /// While pages are read again, and after an error of [`Items::collect`], it may be an earlier page: whatever was not
    /// handed out yet is behind it.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self.ready.front() {
            Some(ready) => ready.position.as_ref(),
            None if self.behind.is_some() => self.behind_position.as_ref(),
            None => self.walk.course.position(),
        }
    }

    /// Number of entries on all pages, as the latest page tells it: known from the first page on.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.walk.course.total()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Item<E>>>> {
        loop {
            if let Some(ready) = self.ready.front_mut() {
                let item = ready.next();
                if ready.len() == 0 {
                    self.ready.pop_front();
                }
                if item.is_some() {
                    self.walk.work_ahead(context);
                    return Poll::Ready(item);
                }
            }
            match ready!(self.poll_ready(context)) {
                Some(Ok(())) => {}
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }

    fn poll_collect(
        &mut self,
        max: usize,
        context: &mut Context<'_>,
    ) -> Poll<Result<Vec<Item<E>>>> {
        loop {
            let mut wanted = max;
            for ready in &mut self.ready {
                if let Some(error) = ready.take_error(wanted) {
                    self.ready.retain(|ready| ready.len() > 0);
                    return Poll::Ready(Err(error));
                }
                wanted = wanted.saturating_sub(ready.len());
            }
            if wanted == 0 {
                break;
            }
            match ready!(self.poll_ready(context)) {
                Some(Ok(())) => {}
                Some(Err(error)) => return Poll::Ready(Err(error)),
                None => break,
            }
        }
        let mut items = Vec::new();
        while items.len() < max
            && let Some(ready) = self.ready.front_mut()
        {
            // There is no error among them.
            items.extend(ready.next().and_then(Result::ok));
            if ready.len() == 0 {
                self.ready.pop_front();
            }
        }
        Poll::Ready(Ok(items))
    }

    /// Makes another page ready to be handed out, or a part of the work that it takes.
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<()>>> {
        let done = match self.behind.take() {
            Some(behind) if behind.is_done() => {
                let (read, found) = behind.finish();
                self.walk.course.seen.add(found);
                self.accept(read);
                Ok(())
            }
            Some(behind) => {
                let behind = self.behind.insert(behind);
                let moved = ready!(behind.poll(&mut self.walk, context));
                self.behind_position = behind.position();
                moved.map(|moved| self.push(moved))
            }
            None => match ready!(self.walk.poll_page(context)) {
                Some(read) => read.map(|read| self.judge(read)),
                None => return Poll::Ready(None),
            },
        };
        Poll::Ready(Some(done))
    }

    fn push(&mut self, ready: Ready<E::Page>) {
        if ready.len() > 0 {
            self.ready.push_back(ready);
        }
    }

    /// Decides whether pages have to be read again before this one is handed out.
    fn judge(&mut self, read: Read<E::Page>) {
        let course = &self.walk.course;
        let passed = self.passed.take().filter(|passed| {
            // Without ids, what is new on them could not be told.
            passed.shift(&read) > 0 && course.is_by_place() && !course.seen.has_none()
        });
        match passed {
            Some(passed) => {
                let behind = Box::new(Behind::new(passed, read));
                self.behind_position = behind.position();
                self.behind = Some(behind);
            }
            None => self.accept(read),
        }
    }

    /// Hands out what is new on a page.
    fn accept(&mut self, read: Read<E::Page>) {
        let course = &mut self.walk.course;
        self.passed = Some(Passed::new(&read, course));
        let Read { page, errors, position, json, .. } = read;
        let seen = &course.seen;
        let keys = if seen.may_have(&json) { json.keys().collect() } else { Vec::new() };
        let is_new = |key: Option<&_>| key.is_none_or(|key| !seen.has(key));
        let ready = Ready::new(page, errors, position, &keys, is_new);
        course.seen.turn(json);
        self.push(ready);
    }
}

// Nothing in it is pinned in place: futures are in boxes.
impl<E: Paginated> Unpin for Items<E> {}

impl<E: Paginated> Stream for Items<E> {
    type Item = Result<Item<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<E: Paginated> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("endpoint", &E::SPEC.name)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}
