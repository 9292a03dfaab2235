//! [`Course`]: the current position of pagination, and how it continues. Not generic, so list declarations compile none
//! of it.

use super::{
    seen::Seen,
    spot::{Length, Spot},
    stall::{Rounds, Stall},
};
use crate::{
    endpoint::page::{Cursor, NextPage, PageContext, PageJson, Place, link},
    error::{Delivery, Error, ErrorKind, Result},
    spec::{PageRule, Spec},
};

/// The beginning of a position that represents a query, which replaces the request's. No server's position begins with
/// it; `?` alone could occur in an opaque position.
const QUERY: &str = "?&";

/// The course of pagination through a list.
pub(super) struct Course {
    /// The rule of the `#[page]` field.
    rule: PageRule,
    /// The name of the `#[page]` field on the wire.
    wire: &'static str,
    /// The requested number of entries per page.
    size: Option<u64>,
    /// The maximum that the server allows.
    max_size: Option<u64>,
    /// The position of the next page that is returned.
    position: Option<Cursor>,
    /// The number of entries on the pages so far, if pagination began at the first page.
    passed: Option<u64>,
    /// The largest number of entries that a page had.
    fullest: u64,
    /// The length of the list, once a page has been returned.
    length: Option<Length>,
    total: Option<u64>,
    /// `true` if the server has named other pages than predicted.
    is_unpredictable: bool,
    is_over: bool,
    rounds: Rounds,
    stall: Stall,
    pub(super) seen: Seen,
}

impl Course {
    pub(super) fn new(spec: &'static Spec, position: Option<Cursor>, size: Option<u64>) -> Self {
        let mut course = Self {
            rule: PageRule::Response,
            wire: "",
            size,
            max_size: None,
            position: None,
            passed: None,
            fullest: 0,
            length: None,
            total: None,
            is_unpredictable: false,
            is_over: false,
            rounds: Rounds::from(None),
            stall: Stall::default(),
            seen: Seen::default(),
        };
        for param in spec.params {
            match param.page {
                Some(PageRule::Size(max)) => course.max_size = max,
                Some(rule) => (course.rule, course.wire) = (rule, param.name),
                None => {}
            }
        }
        course.go_to(position);
        course
    }

    /// Restarts at another position in the list.
    pub(super) fn go_to(&mut self, position: Option<Cursor>) {
        self.rounds = Rounds::from(position.as_ref());
        let spot = Spot::read(self.rule, position.as_ref(), 0);
        let is_first = position.is_none()
            || self.rule != PageRule::Response && spot.is_some_and(Spot::is_first);
        self.passed = is_first.then_some(0);
        self.position = position;
        self.length = None;
        self.is_over = false;
        self.stall.reset();
        self.seen = Seen::default();
    }

    pub(super) const fn position(&self) -> Option<&Cursor> {
        self.position.as_ref()
    }

    pub(super) const fn total(&self) -> Option<u64> {
        self.total
    }

    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Returns `true` if pages can be prefetched.
    pub(super) const fn has_begun(&self) -> bool {
        self.length.is_some()
    }

    pub(super) fn set_max_empty(&mut self, pages: u32) {
        self.stall.max_empty = pages;
    }

    /// Returns the value of the `#[page]` field for a position, and the query that replaces the request's, if there is
    /// one.
    pub(super) fn request<'a>(&self, position: &'a Cursor) -> (Cursor, Option<&'a str>) {
        let query = position.as_str().strip_prefix(QUERY);
        match query.and_then(|_| link::parameter(position.as_str(), self.wire)) {
            Some(value) => (value.into(), query),
            None => (position.clone(), None),
        }
    }

    /// Returns the error for a position that the `#[page]` field cannot represent.
    pub(super) fn unusable(&self, position: &Cursor) -> Error {
        let message =
            format!("the field `{}` cannot represent the position `{position}`", self.wire);
        Error::new(ErrorKind::Pagination, Delivery::NotSent, message)
    }

    /// Predicts the page after another, unless it probably does not exist.
    pub(super) fn predict(&self, position: Option<&Cursor>) -> Option<Cursor> {
        let length = self.length.filter(|_| !self.is_unpredictable)?;
        let next = Spot::read(self.rule, position, self.fullest)?.next()?;
        next.is_within(length, self.fullest).then(|| next.cursor())
    }

    /// Returns a position that supports arithmetic, for pages with this many entries.
    pub(super) fn spot(&self, position: Option<&Cursor>, size: u64) -> Option<Spot> {
        Spot::read(self.rule, position, size)
    }

    /// Returns `true` if entries may move to earlier pages when the list shrinks.
    pub(super) fn is_by_place(&self) -> bool {
        self.rule != PageRule::Last
    }

    /// Returns the number of entries on all pages, as reported by a page.
    pub(super) fn total_of(next: &NextPage, context: &PageContext<'_>) -> Option<u64> {
        next.total
            .or_else(|| number(context, "x-total-count"))
            .or_else(|| number(context, "x-total"))
    }

    pub(super) fn has_fallen(&self, total: Option<u64>) -> bool {
        matches!((self.total, total), (Some(before), Some(now)) if now < before)
    }

    /// Moves to the position after a page. `ahead` is the prediction of the next page. Returns whether the prediction
    /// was wrong.
    pub(super) fn advance(
        &mut self,
        context: &PageContext<'_>,
        next: &NextPage,
        ahead: Option<Option<&Cursor>>,
    ) -> Result<bool> {
        let wrong = |reason: String| stalled(reason).at(context.json.response().site().clone());
        let total = Self::total_of(next, context);
        let place = self.next(context, next).map_err(wrong)?;
        let mut is_other = false;
        if let Some(next) = &place {
            if self.position.as_ref() == Some(next) {
                return Err(wrong("the server returns the same next page again".to_owned()));
            }
            let has_grown =
                matches!((self.total, total), (Some(before), Some(now)) if before < now);
            let passed = self.stall.pass(context.json, has_grown, &self.seen);
            passed.and_then(|()| self.rounds.pass(next)).map_err(|it| wrong(it.to_owned()))?;
            is_other = ahead.is_some_and(|ahead| ahead != Some(next));
            self.is_unpredictable |= is_other;
            self.position = place;
        } else {
            self.is_over = true;
        }
        let count = context.count() as u64;
        self.fullest = self.fullest.max(count);
        self.passed = self.passed.map(|passed| passed.saturating_add(count));
        self.length = Some(Length { pages: self.pages(next, context), entries: total });
        self.total = total.or(self.total);
        Ok(is_other)
    }

    /// Returns the position of the next page, if there is one, or the reason why it is unknown.
    fn next(&self, context: &PageContext<'_>, next: &NextPage) -> Result<Option<Cursor>, String> {
        let is_first = self.length.is_none();
        if is_first && context.count() > 0 {
            check_entries(context.json)?;
        }
        let (place, is_url) = match &next.place {
            Place::ByRule => (self.by_rule(context, next)?, self.rule == PageRule::Link),
            Place::At(position) => (position.clone(), false),
            Place::Unnamed => {
                return Err("the server reports a next page without its position".to_owned());
            }
            Place::Url(url) => (Some(self.in_url(url, next.replaces_query)?), true),
            Place::Wrong(reason) => return Err((*reason).to_owned()),
        };
        // A position from the server is never treated as a query.
        let is_query = place.as_ref().is_some_and(|place| self.request(place).1.is_some());
        if is_query && !(is_url && next.replaces_query) {
            return Err(format!("the server names a position that begins with `{QUERY}`"));
        }
        Ok(place)
    }

    fn by_rule(
        &self,
        context: &PageContext<'_>,
        next: &NextPage,
    ) -> Result<Option<Cursor>, String> {
        let headers = context.headers();
        match self.rule {
            PageRule::Link => link::link(headers, "next")
                .map(|url| self.in_url(&url, next.replaces_query))
                .transpose(),
            PageRule::Number(first) => {
                if let Some(url) = link::link(headers, "next") {
                    if let Some(position) = link::parameter(&url, self.wire) {
                        return Ok(Some(position.into()));
                    }
                } else if link::names_pages(headers) {
                    return Ok(None);
                }
                if let Some(next) = context.header("x-next-page") {
                    let next = next.trim();
                    return Ok((!next.is_empty()).then(|| next.into()));
                }
                let number = self.number(context, first)?;
                let is_last = self
                    .pages(next, context)
                    .is_some_and(|pages| number.saturating_sub(first).saturating_add(1) >= pages);
                let ends = is_last || self.has_ended(context, next, self.passed);
                Ok((!ends).then(|| number.saturating_add(1).into()))
            }
            PageRule::Offset => {
                let offset = self.number(context, 0)?;
                // Decoding may have dropped entries, so the sent ones are counted.
                let sent = context.json.scan().map_or(context.count(), |scan| scan.entries.len());
                let ends = self.has_ended(context, next, Some(offset));
                Ok((!ends).then(|| offset.saturating_add(sent as u64).into()))
            }
            PageRule::Last => {
                if self.has_ended(context, next, None) {
                    return Ok(None);
                }
                let id = context.json.entries().id_path();
                context.last_id().map(Some).ok_or_else(|| {
                    format!("no entry has the field `{id}`, which determines the next page; correct `Paged::ENTRIES`")
                })
            }
            _ => Err("the response does not contain the next position; implement `Paged::next`, or add a rule \
                      such as `#[page(number)]`"
                .to_owned()),
        }
    }

    /// Returns the requested position as a number.
    fn number(&self, context: &PageContext<'_>, first: u64) -> Result<u64, String> {
        let Some(position) = context.position else { return Ok(first) };
        let number = position.as_str().parse();
        number.map_err(|_| format!("the position `{position}` is not a number"))
    }

    /// Returns `true` if a page with a computed position is the last. `before` is the number of entries before it.
    fn has_ended(&self, context: &PageContext<'_>, next: &NextPage, before: Option<u64>) -> bool {
        let count = context.count() as u64;
        let end = before.map(|before| before.saturating_add(count));
        let is_short = || {
            let size = self.size.zip(self.max_size).map(|(size, max)| size.min(max));
            size.is_some_and(|size| count < size)
        };
        let is_total_reached = || match (end, next.total) {
            // If more entries have been read, this number is not a total.
            (Some(end), Some(total)) => end == total,
            // Some servers put the number of entries of the page into such a header. It counts as a total only if it is
            // larger.
            (Some(end), None) => end > count && Self::total_of(next, context) == Some(end),
            (None, _) => false,
        };
        count == 0 || is_short() || is_total_reached()
    }

    /// Returns the number of pages, as reported by a page.
    fn pages(&self, next: &NextPage, context: &PageContext<'_>) -> Option<u64> {
        let PageRule::Number(first) = self.rule else { return next.pages };
        next.pages.or_else(|| number(context, "x-total-pages")).or_else(|| {
            let last = link::parameter(&link::link(context.headers(), "last")?, self.wire)?;
            last.parse::<u64>().ok()?.checked_sub(first)?.checked_add(1)
        })
    }

    /// Returns the position in the URL of the next page.
    fn in_url(&self, url: &str, replaces_query: bool) -> Result<Cursor, String> {
        let wire = self.wire;
        match link::parameter(url, wire).filter(|position| !position.is_empty()) {
            Some(_) if replaces_query => Ok(format!("{QUERY}{}", link::query(url)).into()),
            Some(position) => Ok(position.into()),
            None => Err(format!("the URL of the next page has no parameter `{wire}`")),
        }
    }
}

/// Checks the path to the entries: it is wrong if entries were decoded but not found in the JSON of the response.
fn check_entries(page: &PageJson) -> Result<(), String> {
    let (entries, body) = (page.entries(), page.response().body());
    let is_found = entries.is_certain() || entries.are_in(body, page.count());
    if is_found || serde_json::from_slice::<serde::de::IgnoredAny>(body).is_err() {
        return Ok(());
    }
    let place = match entries.path() {
        "" => "at the root of the response".to_owned(),
        path => format!("at `{path}` in the response"),
    };
    Err(format!("there is no list {place}; correct `Paged::ENTRIES`"))
}

fn number(context: &PageContext<'_>, header: &str) -> Option<u64> {
    context.header(header)?.trim().parse().ok()
}

fn stalled(message: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Pagination, Delivery::Applied, message)
}
