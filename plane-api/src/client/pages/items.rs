//! [`Items`]: a list, item by item.

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
    collect::{Collect, Collected, Max},
    fetcher::{Fetcher, Read},
    ready::Ready,
};
use crate::{
    client::Client,
    endpoint::page::{Cursor, Paged, Paginated},
    error::Result,
};

/// The type of an item of the list.
type Item<E> = <<E as Paginated>::Page as Paged>::Item;

/// The items of a list, on all its pages. The method `items` of a list request returns this type.
///
/// `Items` is a [`Stream`](https://docs.rs/futures-core/latest/futures_core/stream/trait.Stream.html) and also has a
/// method [`next`](Items::next), so you need no other crate:
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
/// let mut customers = ListCustomers::new("my-workspace").items(&client);
/// while let Some(customer) = customers.next().await {
///     println!("{:?}", customer?.name);
/// }
/// # Ok(())
/// # }
/// ```
///
/// Pagination begins, ends and fails like [`Pages`](crate::Pages), except that each item that cannot be decoded is one
/// error in the position of the item, and the next call returns the item after it. If the envelope of a page cannot be
/// decoded, the whole page is one error, and the next call requests the page again. The same applies if decoding the
/// items one by one would take too long because the envelope is large.
///
/// Stop at an error unless [`Error::is_entry`](crate::Error::is_entry) is `true`: such an error concerns only one item.
/// Any other error does not move the position, and the next call sends the same request:
///
#[cfg_attr(feature = "testing", doc = "```")]
#[cfg_attr(not(feature = "testing"), doc = "```ignore")]
/// use plane_api::v1::customers::ListCustomers;
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # use plane_api::testing::{Mock, Reply};
/// # let mock = Mock::plane();
/// # let valid = serde_json::json!({"id": "7", "created_at": "2026-01-01T00:00:00Z"});
/// # mock.expect_any::<ListCustomers>().reply(Reply::page([serde_json::json!({"id": 8}), valid], None));
/// # let client = mock.client();
/// let mut customers = ListCustomers::new("my-workspace").items(&client);
/// while let Some(customer) = customers.next().await {
///     match customer {
///         Ok(customer) => println!("{:?}", customer.name),
///         Err(error) if error.is_entry() => eprintln!("skipped: {error}"),
///         Err(error) => return Err(error),
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Lists that change
///
/// Plane's API v1 counts pages from the beginning of the list, as do all servers whose positions are numbers or
/// offsets. If items are created or deleted during pagination, later items move to other pages. Each page is therefore
/// compared with earlier pages:
///
/// - An item that has moved to a later page is returned once. Items are identified by their `id`, or by the field that
///   [`Entries::id`](crate::Entries::id) names. To limit memory, only the last two pages are remembered: if more than a
///   page of items is created between two requests, an item can be returned twice.
/// - If the total decreases from one page to the next, items have moved to earlier pages. The previous page is read
///   again, and then as many earlier pages as necessary, the latest first. New items on these pages are returned before
///   pagination continues. If positions cannot be computed, only the previous page is read again. If more than two
///   pages of items are deleted, including all items of the last two pages, earlier items can be returned twice.
///
/// If as many items are created as deleted between two requests, the total stays the same: the change is not detected,
/// and items can be missed. Items that move to another position in the list because they were changed can be missed,
/// too. Items without an `id` cannot be compared: all of them are returned, and no page is read again because of them.
#[must_use = "streams do nothing unless polled"]
#[doc(alias = "pagination")]
#[doc(alias = "paginate")]
pub struct Items<E: Paginated> {
    fetcher: Fetcher<E>,
    /// The pages that are being returned. There are several after a `collect` that met an error or was dropped.
    // A field with the type of the items would cause a second compile error if the response is not a page.
    ready: VecDeque<Ready<E::Page>>,
    passed: Option<Passed>,
    behind: Option<Box<Behind<E::Page>>>,
    /// The position to resume from while pages are read again.
    behind_position: Option<Cursor>,
}

impl<E: Paginated> Items<E> {
    /// Creates the pagination over the items of a list. The method `items` of a request calls this function.
    pub fn new(request: E, client: &Client) -> Self {
        Self::over(Fetcher::new(request, client))
    }

    fn over(fetcher: Fetcher<E>) -> Self {
        Self { fetcher, ready: VecDeque::new(), passed: None, behind: None, behind_position: None }
    }

    /// Resumes at a position that [`Items::cursor`] returned, in this process or in another process.
    ///
    /// Items that were returned before are not remembered: items of the page at which pagination resumes can be
    /// returned twice, and deletions in the meantime are not detected.
    pub fn from(mut self, cursor: impl Into<Cursor>) -> Self {
        self.fetcher.go_to(cursor.into());
        Self::over(self.fetcher)
    }

    /// Sets how many empty pages in a row are skipped. Default: 100. One more empty page is an error.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.fetcher.course.set_max_empty(pages);
        self
    }

    /// Fetches up to this many pages at a time, including the page whose items are being returned. See
    /// [`Pages::concurrency`](crate::Pages::concurrency).
    pub fn concurrency(mut self, pages: usize) -> Self {
        self.fetcher.set_concurrency(pages);
        self
    }

    /// Returns the next item, or `None` after the last item.
    ///
    /// The future can be dropped without loss: the next call continues at the same item.
    pub async fn next(&mut self) -> Option<Result<Item<E>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    /// Returns the next items, at most `max`, or an empty list after the last item. The next call continues after the
    /// items that this call returned.
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
    /// let customers = ListCustomers::new("my-workspace").items(&client).collect(10_000).await?;
    /// # assert_eq!(customers.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// While `StreamExt` of the crate `futures` is in scope, `.collect(…)` is the method of that trait, which takes no
    /// limit. To call this one, write `Items::collect(&mut items, 10_000)`.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Items::next`]. Items that came before the error are not lost: the next call returns them
    /// first. They are not lost either if the future is dropped.
    pub fn collect<C>(&mut self, max: impl Max<usize, Item<E>, C>) -> Collect<'_, Self, C> {
        Collect::new(self, max.max())
    }

    /// Returns the position of the page that contains the next item, or `None` at the beginning of the list. Resuming
    /// at this position returns the page from its first item. After the end of the list, returns the position of the
    /// last page.
    ///
    /// While pages are read again, and after an error of [`Items::collect`], returns the position of an earlier page if
    /// items would otherwise be missed.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self.ready.front() {
            Some(ready) => ready.position.as_ref(),
            None if self.behind.is_some() => self.behind_position.as_ref(),
            None => self.fetcher.course.position(),
        }
    }

    /// Returns the number of items on all pages, as reported by the latest page. Returns `None` before the first page,
    /// or if the server reports no total.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.fetcher.course.total()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Item<E>>>> {
        loop {
            if let Some(ready) = self.ready.front_mut() {
                let item = ready.next();
                if ready.len() == 0 {
                    self.ready.pop_front();
                }
                if item.is_some() {
                    self.fetcher.work_ahead(context);
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
            // None of these items is an error.
            items.extend(ready.next().and_then(Result::ok));
            if ready.len() == 0 {
                self.ready.pop_front();
            }
        }
        Poll::Ready(Ok(items))
    }

    /// Prepares another page, or does part of the work for it.
    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<()>>> {
        ready!(self.fetcher.pause.poll(context));
        let done = match self.behind.take() {
            Some(behind) if behind.is_done() => {
                let (read, found) = behind.finish();
                self.fetcher.course.seen.add(found);
                self.accept(read);
                Ok(())
            }
            Some(behind) => {
                let behind = self.behind.insert(behind);
                let moved = ready!(behind.poll(&mut self.fetcher, context));
                self.behind_position = behind.position();
                moved.map(|moved| self.push(moved))
            }
            None => match ready!(self.fetcher.poll_page(context)) {
                Some(read) => read.map(|read| self.judge(read)),
                None => return Poll::Ready(None),
            },
        };
        self.fetcher.pause.note(done.is_ok());
        Poll::Ready(Some(done))
    }

    fn push(&mut self, ready: Ready<E::Page>) {
        if ready.len() > 0 {
            self.ready.push_back(ready);
        }
    }

    /// Decides whether earlier pages must be read again before this one is returned.
    fn judge(&mut self, read: Read<E::Page>) {
        let course = &self.fetcher.course;
        let passed = self.passed.take().filter(|passed| {
            // Without ids, new items could not be recognized.
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

    /// Prepares the new items of a page.
    fn accept(&mut self, read: Read<E::Page>) {
        let course = &mut self.fetcher.course;
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

// No field is pinned structurally: futures are boxed.
impl<E: Paginated> Unpin for Items<E> {}

impl<E: Paginated> Stream for Items<E> {
    type Item = Result<Item<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<E: Paginated, C> Future for Collect<'_, Items<E>, C> {
    type Output = <C as Collected>::Output<Item<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let max = self.max;
        self.list.poll_collect(max, context)
    }
}

impl<E: Paginated> fmt::Debug for Items<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("endpoint", &self.fetcher.spec().name)
            .field("cursor", &self.cursor())
            .finish_non_exhaustive()
    }
}
