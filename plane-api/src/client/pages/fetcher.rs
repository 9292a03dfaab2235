//! [`Fetcher`]: the common part of pages and items: one page after the other, with some prefetched.

use std::{
    collections::VecDeque,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use super::{
    course::Course,
    mend::{Mended, mend},
    pause::Pause,
};
use crate::{
    client::{Client, call::ResponseFuture},
    endpoint::{
        Endpoint,
        page::{Cursor, NextPage, PageContext, PageJson, Paged, Paginated, Position},
        raw_response::RawResponse,
        writer::RequestWriter,
    },
    error::{Error, Result},
    spec::Spec,
};

/// The maximum number of pages in flight: as many streams as a server usually allows on an HTTP/2 connection. Without a
/// maximum, a list of unknown length would be prefetched without end.
const MAX_CONCURRENCY: usize = 100;

/// Pagination over the pages of a list.
///
/// No task is spawned: requests make progress while this is polled, and end when it is dropped.
pub(super) struct Fetcher<E: Paginated> {
    client: Client,
    request: E,
    size: Option<u64>,
    pub(super) course: Course,
    pub(super) pause: Pause,
    /// The page that is returned next, and the pages after it, in order.
    ahead: VecDeque<Fetch<E::Page>>,
    concurrency: usize,
}

/// A page that is being fetched, or that has arrived and waits to be returned.
struct Fetch<P> {
    position: Option<Cursor>,
    /// `true` if the page was requested before the previous page was returned.
    is_early: bool,
    future: PageFuture<P>,
    response: Option<Result<Fetched<P>>>,
}

/// A page that is being fetched.
pub(super) type PageFuture<P> = ResponseFuture<Fetched<P>>;

/// A page that was fetched, with the response that it was decoded from.
pub(super) struct Fetched<P> {
    page: P,
    /// The errors of entries that could not be decoded, each with its index.
    errors: Vec<(usize, Error)>,
    response: RawResponse,
}

/// A page that was read, with its position.
pub(super) struct Read<P> {
    pub(super) page: P,
    pub(super) errors: Vec<(usize, Error)>,
    pub(super) position: Option<Cursor>,
    /// The number of entries on all pages, as reported by this page.
    pub(super) total: Option<u64>,
    pub(super) json: PageJson,
}

impl<E: Paginated> Fetcher<E> {
    pub(super) fn new(mut request: E, client: &Client) -> Self {
        let position = request.position_mut().as_ref().map(Position::to_cursor);
        let size = request.page_size();
        Self {
            client: client.clone(),
            course: Course::new(request.spec(), position, size),
            pause: Pause::default(),
            request,
            size,
            ahead: VecDeque::new(),
            concurrency: 1,
        }
    }

    pub(super) fn spec(&self) -> &'static Spec {
        self.request.spec()
    }

    pub(super) fn go_to(&mut self, position: Cursor) {
        self.course.go_to(Some(position));
        self.ahead.clear();
    }

    pub(super) fn set_concurrency(&mut self, pages: usize) {
        self.concurrency = pages.clamp(1, MAX_CONCURRENCY);
        self.ahead.truncate(self.concurrency);
    }

    /// Returns the next page, or `None` after the last. After an error, the same page is next again.
    pub(super) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Read<E::Page>>>> {
        loop {
            if self.course.is_over() {
                return Poll::Ready(None);
            }
            if let Err(error) = self.drive(self.concurrency, context) {
                self.ahead.clear();
                return Poll::Ready(Some(Err(error)));
            }
            let Some(front) = self.ahead.front_mut() else { return Poll::Ready(None) };
            let Some(response) = front.response.take() else { return Poll::Pending };
            let (position, is_early) = (front.position.take(), front.is_early);
            self.ahead.pop_front();

            let read = response.map(|fetched| self.read(fetched, position));
            // A prefetched page may be older than the previous one. Entries that moved in the meantime would be on
            // neither.
            if is_early && read.as_ref().is_ok_and(|(read, _)| self.course.has_fallen(read.total)) {
                self.ahead.clear();
                continue;
            }
            let read = read.and_then(|(read, next)| {
                self.advance(&read, &next)?;
                Ok(read)
            });
            match &read {
                Ok(_) => self.work_ahead(context),
                Err(_) => self.ahead.clear(),
            }
            return Poll::Ready(Some(read));
        }
    }

    /// Prefetches pages while the caller processes the previous page.
    pub(super) fn work_ahead(&mut self, context: &mut Context<'_>) {
        if self.concurrency > 1 && !self.course.is_over() && self.course.has_begun() {
            // An error of the next page is reported when that page is due.
            let _ = self.drive(self.concurrency - 1, context);
        }
    }

    /// Requests one page out of order.
    pub(super) fn fetch(&mut self, position: Option<&Cursor>) -> Result<PageFuture<E::Page>> {
        let mut query = None;
        *self.request.position_mut() = match position {
            None => None,
            Some(position) => {
                let (value, replacing) = self.course.request(position);
                query = replacing;
                let value = E::Position::from_cursor(&value);
                Some(value.ok_or_else(|| self.course.unusable(position))?)
            }
        };
        Ok(self.client.send(&Kept { request: &self.request, query }))
    }

    /// Processes a fetched page.
    pub(super) fn read(
        &self,
        fetched: Fetched<E::Page>,
        position: Option<Cursor>,
    ) -> (Read<E::Page>, NextPage) {
        let Fetched { mut page, errors, response } = fetched;
        let count = page.entries().len() + errors.len();
        let json = PageJson::new(response, E::Page::ENTRIES, count);
        let mut read = Read { page, errors, position, total: None, json };
        let context = read.context(self.size);
        let next = read.page.next(&context);
        read.total = Course::total_of(&next, &context);
        (read, next)
    }

    /// Requests as many pages as may be in flight, and polls all of them.
    fn drive(&mut self, pages: usize, context: &mut Context<'_>) -> Result<()> {
        while self.ahead.len() < pages {
            let (position, is_early) = match self.ahead.back() {
                None => (self.course.position().cloned(), false),
                Some(fetch) => match self.course.predict(fetch.position.as_ref()) {
                    Some(position) => (Some(position), true),
                    None => break,
                },
            };
            let future = self.fetch(position.as_ref())?;
            self.ahead.push_back(Fetch { position, is_early, future, response: None });
        }
        for fetch in &mut self.ahead {
            if fetch.response.is_none()
                && let Poll::Ready(response) = Pin::new(&mut fetch.future).poll(context)
            {
                fetch.response = Some(response);
            }
        }
        Ok(())
    }

    fn advance(&mut self, read: &Read<E::Page>, next: &NextPage) -> Result<()> {
        let ahead = self.ahead.front().map(|fetch| fetch.position.as_ref());
        let is_other = self.course.advance(&read.context(self.size), next, ahead)?;
        if is_other || self.course.is_over() {
            self.ahead.clear();
        }
        Ok(())
    }
}

impl<P> Read<P> {
    fn context(&self, size: Option<u64>) -> PageContext<'_> {
        PageContext { position: self.position.as_ref(), size, json: &self.json }
    }
}

/// The same request, whose raw response is kept in addition to the decoded one.
struct Kept<'a, E> {
    request: &'a E,
    /// The query that replaces the request's.
    query: Option<&'a str>,
}

impl<E: Paginated> Endpoint for Kept<'_, E> {
    type Response = Fetched<E::Page>;
    const SPEC: &'static Spec = E::SPEC;

    fn spec(&self) -> &'static Spec {
        self.request.spec()
    }

    fn encode(&self, writer: &mut RequestWriter) {
        self.request.encode(writer);
        if let Some(query) = self.query {
            writer.replace_query(query);
        }
    }

    fn decode(response: RawResponse) -> Result<Self::Response> {
        let kept = response.clone();
        let error = match E::decode(response) {
            Ok(page) => return Ok(Fetched { page, errors: Vec::new(), response: kept }),
            Err(error) => error,
        };
        match mend(&error, &kept, E::Page::ENTRIES, &|response| E::decode(response).err()) {
            Some(Mended { rest, errors }) => {
                Ok(Fetched { page: E::decode(rest)?, errors, response: kept })
            }
            None => Err(error),
        }
    }
}
