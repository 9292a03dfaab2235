//! [`Walk`]: what pages and items have in common, one page after the other, with some fetched ahead.

use std::{
    collections::VecDeque,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use super::{
    course::Course,
    mend::{Mended, mend},
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

/// The way along the pages of a list.
///
/// Nothing is spawned: requests make progress while the walk is polled, and end when it is dropped.
pub(super) struct Walk<E: Paginated> {
    client: Client,
    request: E,
    size: Option<u64>,
    pub(super) course: Course,
    /// The page that is handed out next, and those behind it, in their order.
    ahead: VecDeque<Fetch<E::Page>>,
    concurrency: usize,
}

/// A page on its way, or arrived and waiting for its turn.
struct Fetch<P> {
    position: Option<Cursor>,
    /// Whether it was asked for before the page that it follows had been handed out.
    is_early: bool,
    future: PageFuture<P>,
    response: Option<Result<Fetched<P>>>,
}

/// A page to come.
pub(super) type PageFuture<P> = ResponseFuture<Fetched<P>>;

/// A page that has come, and what it was decoded from.
pub(super) struct Fetched<P> {
    page: P,
    /// Why some of its entries could not be decoded, each with its index.
    errors: Vec<(usize, Error)>,
    response: RawResponse,
}

/// A page that was read, with where it began.
pub(super) struct Read<P> {
    pub(super) page: P,
    pub(super) errors: Vec<(usize, Error)>,
    pub(super) position: Option<Cursor>,
    /// Number of entries on all pages, as this page tells it.
    pub(super) total: Option<u64>,
    pub(super) json: PageJson,
}

impl<E: Paginated> Walk<E> {
    pub(super) fn new(mut request: E, client: &Client) -> Self {
        let position = request.position_mut().as_ref().map(Position::to_cursor);
        let size = request.page_size();
        Self {
            client: client.clone(),
            course: Course::new(E::SPEC, position, size),
            request,
            size,
            ahead: VecDeque::new(),
            concurrency: 1,
        }
    }

    pub(super) fn go_to(&mut self, position: Cursor) {
        self.course.go_to(Some(position));
        self.ahead.clear();
    }

    pub(super) fn set_concurrency(&mut self, pages: usize) {
        self.concurrency = pages.max(1);
        self.ahead.truncate(self.concurrency);
    }

    /// The next page, or `None` after the last. After an error, it is the same page again.
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
            // It may be older than the page before it, and then what was between the two when that one was read is on
            // neither of them.
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

    /// Goes on with the pages ahead while somebody is busy with the page before them.
    pub(super) fn work_ahead(&mut self, context: &mut Context<'_>) {
        if self.concurrency > 1 && !self.course.is_over() && self.course.has_begun() {
            // What is wrong with the next page is reported when it is its turn.
            let _ = self.drive(self.concurrency - 1, context);
        }
    }

    /// Asks for one page, out of turn.
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

    /// Looks at a page that has come.
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

    /// Asks for as many pages as may be on their way, and lets all of them make progress.
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

/// The same request, its response decoded and kept as it came, too.
struct Kept<'a, E> {
    request: &'a E,
    /// What replaces the query.
    query: Option<&'a str>,
}

impl<E: Paginated> Endpoint for Kept<'_, E> {
    type Response = Fetched<E::Page>;
    const SPEC: &'static Spec = E::SPEC;

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
