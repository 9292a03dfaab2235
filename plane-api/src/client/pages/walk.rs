//! [`Walk`]: what pages and items have in common, one page after the other, with some fetched ahead.

use std::{
    collections::VecDeque,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;

use crate::{
    client::{Client, call::ResponseFuture},
    endpoint::{
        Endpoint,
        page::{Cursor, Offset, Page, Paginated},
        raw_response::RawResponse,
        writer::RequestWriter,
    },
    error::{Delivery, Error, ErrorKind, Result},
    spec::Spec,
};

/// The way along the pages of a list.
///
/// Nothing is spawned: requests make progress while the walk is polled, and end when it is dropped.
pub(super) struct Walk<E: Paginated> {
    client: Client,
    request: E,
    /// Where the next page begins that is handed out.
    cursor: Option<Cursor>,
    /// That page and those behind it, in their order.
    ahead: VecDeque<Fetch<E::Item>>,
    concurrency: usize,
    /// How long the list is, once a page has been handed out.
    length: Option<Length>,
    total: Option<u64>,
    /// Whether the server has named other pages than were predicted.
    is_unpredictable: bool,
    rounds: Rounds,
    is_over: bool,
}

/// What the latest page says of the length of its list.
#[derive(Clone, Copy)]
struct Length {
    pages: Option<u64>,
    entries: Option<u64>,
}

/// A page on its way, or arrived and waiting for its turn.
struct Fetch<T> {
    cursor: Option<Cursor>,
    /// Whether it was asked for before the page that it follows had been handed out.
    is_early: bool,
    future: PageFuture<T>,
    answer: Option<Result<(Page<T>, Bytes)>>,
}

/// A page to come, with the JSON that it came as.
pub(super) type PageFuture<T> = ResponseFuture<(Page<T>, Bytes)>;

/// A page that was read, with where it began and the JSON that it came as.
pub(super) struct Read<T> {
    pub(super) page: Page<T>,
    pub(super) cursor: Option<Cursor>,
    pub(super) body: Bytes,
}

impl<E: Paginated> Walk<E> {
    pub(super) fn new(mut request: E, client: &Client) -> Self {
        let cursor = request.cursor_mut().clone();
        Self {
            client: client.clone(),
            request,
            rounds: Rounds::from(cursor.as_ref()),
            cursor,
            ahead: VecDeque::new(),
            concurrency: 1,
            length: None,
            total: None,
            is_unpredictable: false,
            is_over: false,
        }
    }

    pub(super) fn go_to(&mut self, cursor: Cursor) {
        self.rounds = Rounds::from(Some(&cursor));
        self.cursor = Some(cursor);
        self.ahead.clear();
        self.length = None;
        self.is_over = false;
    }

    pub(super) fn set_concurrency(&mut self, pages: usize) {
        self.concurrency = pages.max(1);
        self.ahead.truncate(self.concurrency);
    }

    pub(super) fn cursor(&self) -> Option<&Cursor> {
        self.cursor.as_ref()
    }

    pub(super) fn total(&self) -> Option<u64> {
        self.total
    }

    /// The next page, or `None` after the last. After an error, it is the same page again.
    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Read<E::Item>>>> {
        loop {
            if self.is_over {
                return Poll::Ready(None);
            }
            self.drive(self.concurrency, context);
            let Some(front) = self.ahead.front_mut() else { return Poll::Ready(None) };
            let Some(answer) = front.answer.take() else { return Poll::Pending };
            let (cursor, is_early) = (front.cursor.take(), front.is_early);
            self.ahead.pop_front();

            let read = answer.map(|(page, body)| Read { page, cursor, body });
            // It may be older than the page before it, and then what was between the two when that one was read is on
            // neither of them.
            if is_early && read.as_ref().is_ok_and(|read| self.has_fallen(&read.page)) {
                self.ahead.clear();
                continue;
            }
            let read = read.and_then(|read| {
                self.advance(&read.page)?;
                Ok(read)
            });
            match &read {
                Ok(_) => self.work_ahead(context),
                Err(_) => self.ahead.clear(),
            }
            return Poll::Ready(Some(read));
        }
    }

    /// Goes on with the pages ahead while somebody is busy with the page before them.
    pub(super) fn work_ahead(&mut self, context: &mut Context<'_>) {
        if self.concurrency > 1 && !self.is_over && self.length.is_some() {
            self.drive(self.concurrency - 1, context);
        }
    }

    /// Asks for one page, out of turn.
    pub(super) fn fetch(&mut self, cursor: Option<&Cursor>) -> PageFuture<E::Item> {
        *self.request.cursor_mut() = cursor.cloned();
        self.client.send(&WithBody(&self.request))
    }

    /// Asks for as many pages as may be on their way, and lets all of them make progress.
    fn drive(&mut self, pages: usize, context: &mut Context<'_>) {
        while self.ahead.len() < pages {
            let (cursor, is_early) = match self.ahead.back() {
                None => (self.cursor.clone(), false),
                Some(fetch) => match self.predict(fetch.cursor.as_ref()) {
                    Some(cursor) => (Some(cursor), true),
                    None => break,
                },
            };
            let future = self.fetch(cursor.as_ref());
            self.ahead.push_back(Fetch { cursor, is_early, future, answer: None });
        }
        for fetch in &mut self.ahead {
            if fetch.answer.is_none()
                && let Poll::Ready(answer) = Pin::new(&mut fetch.future).poll(context)
            {
                fetch.answer = Some(answer);
            }
        }
    }

    /// The page behind another, if there is no doubt that it exists and of what it is called.
    fn predict(&self, cursor: Option<&Cursor>) -> Option<Cursor> {
        let length = self.length.filter(|_| !self.is_unpredictable)?;
        let next = Offset::read(cursor?)?.next()?;
        next.is_within(length.pages, length.entries).then(|| next.cursor())
    }

    fn has_fallen(&self, page: &Page<E::Item>) -> bool {
        matches!((self.total, page.total()), (Some(before), Some(now)) if now < before)
    }

    fn advance(&mut self, page: &Page<E::Item>) -> Result<()> {
        if page.next_page_results {
            let Some(next) = &page.next_cursor else {
                return Err(stalled(
                    "the server says that there is a next page, and does not name it",
                ));
            };
            if self.cursor.as_ref() == Some(next) {
                return Err(stalled("the server names the same page as the next one again"));
            }
            self.rounds.pass(next)?;
            if self.ahead.front().is_some_and(|fetch| fetch.cursor.as_ref() != Some(next)) {
                self.is_unpredictable = true;
                self.ahead.clear();
            }
            self.cursor = Some(next.clone());
        } else {
            self.is_over = true;
            self.ahead.clear();
        }
        self.length = Some(Length { pages: page.total_pages, entries: page.total() });
        self.total = page.total().or(self.total);
        Ok(())
    }
}

/// The same request, its answer decoded and kept as it came, too.
struct WithBody<'a, E>(&'a E);

impl<E: Endpoint> Endpoint for WithBody<'_, E> {
    type Response = (E::Response, Bytes);
    const SPEC: &'static Spec = E::SPEC;

    fn encode(&self, writer: &mut RequestWriter) {
        self.0.encode(writer);
    }

    fn decode(answer: RawResponse) -> Result<Self::Response> {
        let body = answer.body().clone();
        Ok((E::decode(answer)?, body))
    }
}

/// Notices a walk that goes round in circles, by comparing with one earlier place that is moved on ever more rarely
/// (Brent's algorithm).
struct Rounds {
    place: Option<Cursor>,
    steps: u64,
    limit: u64,
}

impl Rounds {
    fn from(cursor: Option<&Cursor>) -> Self {
        Self { place: cursor.cloned(), steps: 0, limit: 1 }
    }

    fn pass(&mut self, next: &Cursor) -> Result<()> {
        if self.place.as_ref() == Some(next) {
            return Err(stalled("the server leads from page to page in a circle"));
        }
        self.steps += 1;
        if self.steps == self.limit {
            *self =
                Self { place: Some(next.clone()), steps: 0, limit: self.limit.saturating_mul(2) };
        }
        Ok(())
    }
}

fn stalled(message: &'static str) -> Error {
    Error::new(ErrorKind::Pagination, Delivery::Applied, message)
}
