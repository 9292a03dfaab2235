//! Requirements for every style.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use plane_api::{Auth, Client, Cursor, Error, ErrorKind, Items, Paged, Paginated, RetryPolicy};
use plane_tests::{Received, Reply, Server, answer, faults::Protocol};
use serde_json::{Value, json};

/// The maximum number of entries per page, whatever the request asks for.
pub const SIZE: u64 = 50;

/// The length of the list.
const LENGTH: u64 = 260;

/// The types of positions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A page number, and the number of the first page.
    Number(u64),
    /// The number of preceding entries.
    Offset,
    /// `50:1:0`.
    PlaneCursor,
    /// An opaque token for the last entry.
    Token,
    /// The id of the last entry.
    LastId,
}

impl Kind {
    /// Returns `true` if positions count entries from the beginning of the list.
    fn counts(self) -> bool {
        !matches!(self, Self::Token | Self::LastId)
    }
}

/// One API.
#[derive(Clone, Copy)]
pub struct Style {
    pub kind: Kind,
    /// The name of the position on the wire.
    pub param: &'static str,
    /// Returns the part of the request that depends on the position.
    pub request: fn(Option<&str>) -> String,
    /// Returns the headers and the body of a page.
    pub page: fn(&Window) -> (String, Value),
    /// `true` if the response reports the length of the list.
    pub has_total: bool,
    /// `true` if pages are prefetched.
    pub is_predictable: bool,
    pub is_descending: bool,
    pub has_empty_pages: bool,
    pub ends_with_an_empty_page: bool,
}

impl Style {
    pub const DEFAULT: Self = Self {
        kind: Kind::Offset,
        param: "",
        request: |_| String::new(),
        page: |_| (String::new(), Value::Null),
        has_total: false,
        is_predictable: false,
        is_descending: false,
        has_empty_pages: false,
        ends_with_an_empty_page: false,
    };
}

/// Returns a query of the parameters that have a value.
pub fn query(pairs: &[(&str, Option<&str>)]) -> String {
    let pairs = pairs.iter().filter_map(|(name, value)| value.map(|it| format!("{name}={it}")));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// One page, before it is serialized.
pub struct Window {
    pub ids: Vec<u64>,
    /// The number of preceding entries.
    pub start: u64,
    pub next: Option<String>,
    pub total: u64,
    bad: bool,
}

impl Window {
    /// The entries. If some are to be invalid, one in the middle and the last two are.
    pub fn things(&self) -> Vec<Value> {
        let mut things: Vec<_> = self.ids.iter().map(|id| json!({"id": id, "name": "…"})).collect();
        if self.bad && self.start == SIZE {
            things[7] = json!({"id": {}});
            let last = things.len() - 1;
            things[last - 1] = json!(null);
            // It has an id, but cannot be decoded.
            things[last] = json!({"id": self.ids[last].to_string() + "x"});
        }
        things
    }
}

/// An entry with an id that tests can inspect.
pub trait HasId {
    fn id(&self) -> u64;
}

/// Returns `true` if the server omits this entry: servers with numbered pages omit invisible entries, which makes a
/// page shorter.
fn is_hidden(style: &Style, id: u64) -> bool {
    matches!(style.kind, Kind::Number(_)) && (105..112).contains(&id)
}

/// Changes to the list after a response.
#[derive(Debug, Clone)]
enum Change {
    Nothing,
    /// Inserts this many entries, at the front unless the list is ordered by id.
    Insert(u64),
    /// Deletes this many entries at the front.
    Delete(usize),
}

/// The list on the server.
struct List {
    ids: Vec<u64>,
    changes: VecDeque<Change>,
    /// `true` if the server returns the first page forever.
    is_stuck: bool,
    /// `true` if some entries are invalid.
    is_bad: bool,
    created: u64,
    asked: Vec<String>,
    /// Requests with unexpected contents.
    wrong: Vec<String>,
}

impl List {
    fn new(style: &Style) -> Self {
        let mut ids: Vec<u64> = (0..LENGTH).collect();
        if style.is_descending {
            ids.reverse();
        }
        Self {
            ids,
            changes: VecDeque::new(),
            is_stuck: false,
            is_bad: false,
            created: 1000,
            asked: Vec::new(),
            wrong: Vec::new(),
        }
    }

    fn answer(&mut self, style: &Style, received: &Received) -> Reply {
        let position = position(style, received);
        let position = position.as_deref();
        let (expected, found) = ((style.request)(position), wire(received));
        if expected != found {
            self.wrong.push(format!("expected {expected}\nreceived {found}"));
        }
        self.asked.push(position.unwrap_or("-").to_owned());
        let window = self.window(style, position);
        let (headers, body) = (style.page)(&window);
        self.change(style);
        let headers = format!("Content-Type: application/json\r\n{headers}");
        Reply::Send(answer(200, &headers, body.to_string()))
    }

    /// Returns the page at a position; some pages are short or empty.
    fn window(&self, style: &Style, position: Option<&str>) -> Window {
        let total = self.ids.len() as u64;
        let number = |text: &str| text.trim_matches(['t', 'e', 'x']).parse::<u64>().unwrap();
        let start = match (style.kind, position) {
            (_, None) => 0,
            (Kind::Number(first), Some(position)) => (number(position) - first) * SIZE,
            (Kind::Offset, Some(position)) => number(position),
            (Kind::PlaneCursor, Some(position)) => {
                number(position.split(':').nth(1).unwrap()) * SIZE
            }
            (Kind::Token | Kind::LastId, Some(position)) => {
                let after = number(position);
                let is_before =
                    |id: &&u64| if style.is_descending { **id >= after } else { **id <= after };
                self.ids.iter().take_while(is_before).count() as u64
            }
        };
        let is_fixed = matches!(style.kind, Kind::Number(_) | Kind::PlaneCursor);
        // One page is short, which must not end the list.
        let size = if start == 100 && !is_fixed { 20 } else { SIZE };
        let is_empty =
            style.has_empty_pages && start == 120 && position.is_some_and(|it| it.starts_with('t'));
        let start_of_page = if self.is_stuck { 0 } else { start };
        let size = if is_empty { 0 } else { size };
        let ids = self.ids.iter().skip(start_of_page as usize).take(size as usize);
        let mut ids: Vec<u64> = ids.copied().collect();
        let end = start + ids.len() as u64;
        ids.retain(|id| !is_hidden(style, *id));
        let is_last = end >= total && !self.is_stuck;
        let next = match style.kind {
            _ if is_last => None,
            Kind::Number(first) => Some((start / SIZE + first + 1).to_string()),
            Kind::Offset => Some(end.to_string()),
            Kind::PlaneCursor => Some(format!("{SIZE}:{}:0", start / SIZE + 1)),
            _ if is_empty => position.map(|position| position.replace('t', "e")),
            // A server that makes no progress still sends a new token.
            Kind::Token if self.is_stuck => Some(format!("t{}", self.asked.len())),
            Kind::Token => ids.last().map(|id| format!("t{id}")),
            Kind::LastId => ids.last().map(u64::to_string),
        };
        Window { ids, start, next, total, bad: self.is_bad }
    }

    fn change(&mut self, style: &Style) {
        let is_sorted = !style.kind.counts() && !style.is_descending;
        match self.changes.pop_front() {
            Some(Change::Insert(count)) => {
                for _ in 0..count {
                    let place = if is_sorted { self.ids.len() } else { 0 };
                    self.ids.insert(place, self.created);
                    self.created += 1;
                }
            }
            Some(Change::Delete(count)) => {
                self.ids.drain(..count.min(self.ids.len()));
            }
            Some(Change::Nothing) | None => {}
        }
    }
}

/// Returns the requested position.
fn position(style: &Style, received: &Received) -> Option<String> {
    let body: Value = serde_json::from_slice(&received.body).unwrap_or_default();
    let in_body = body[style.param].as_str().map(str::to_owned);
    let query = received.line().split_once('?').map_or("", |(_, query)| query);
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let in_query = pairs.find(|(name, _)| *name == style.param);
    in_body.or(in_query.map(|(_, value)| value.replace("%3A", ":")))
}

/// Returns the request without the parts that are the same in every request, which are required.
fn wire(received: &Received) -> String {
    let mut lines: Vec<&str> = received.head.trim_end().lines().collect();
    let user_agent = format!("user-agent: tests plane-api/{}", env!("CARGO_PKG_VERSION"));
    for header in [
        "accept: application/json",
        "accept-encoding: gzip",
        "authorization: Bearer t",
        &user_agent,
    ] {
        let before = lines.len();
        lines.retain(|line| *line != header);
        assert_eq!(lines.len() + 1, before, "{header} in {}", received.head);
    }
    lines.retain(|line| !line.starts_with("host: 127.0.0.1:"));
    let text = lines.join("\n").replacen(" HTTP/1.1", "", 1);
    if received.body.is_empty() { text } else { format!("{text}\n{}", received.text()) }
}

/// A server for a list, and requests for it.
pub struct Walker<E> {
    style: Style,
    list: Arc<Mutex<List>>,
    server: Server,
    request: E,
}

/// The number of concurrent pages.
const CONCURRENCY: [usize; 2] = [1, 4];

impl<E> Walker<E>
where
    E: Paginated + Clone + Send + 'static,
    <E::Page as Paged>::Item: HasId,
{
    pub async fn start(protocol: Protocol, style: Style, request: E) -> Self {
        let list = Arc::new(Mutex::new(List::new(&style)));
        let served = list.clone();
        let answer = move |received: &Received| served.lock().unwrap().answer(&style, received);
        let server = Server::start_as(protocol, answer).await.unwrap();
        Self { style, list, server, request }
    }

    /// Returns a separate client, as another process would have.
    fn items(&self, concurrency: usize) -> Items<E> {
        let client = Client::builder(self.server.url()).auth(Auth::bearer_token("t"));
        let client = match self.server.pem() {
            Some(pem) => client.root_certificates(pem).system_root_certificates(false),
            None => client,
        };
        let client = client.user_agent("tests").retry(RetryPolicy::never()).build().unwrap();
        Items::new(self.request.clone(), &client).concurrency(concurrency)
    }

    fn reset(&self, change: impl FnOnce(&mut List)) {
        let mut list = self.list.lock().unwrap();
        assert!(list.wrong.is_empty(), "{}", list.wrong.join("\n"));
        *list = List::new(&self.style);
        change(&mut list);
    }

    fn asked(&self) -> Vec<String> {
        let list = self.list.lock().unwrap();
        assert!(list.wrong.is_empty(), "{}", list.wrong.join("\n"));
        list.asked.clone()
    }

    fn all(&self) -> Vec<u64> {
        let mut ids = List::new(&self.style).ids;
        ids.retain(|id| !is_hidden(&self.style, *id));
        ids
    }

    async fn ids(mut items: Items<E>) -> (Vec<u64>, Vec<Error>) {
        let (mut ids, mut errors) = (Vec::new(), Vec::new());
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => ids.push(item.id()),
                Err(error) if error.kind() == ErrorKind::Decode => errors.push(error),
                Err(error) => {
                    errors.push(error);
                    break;
                }
            }
        }
        (ids, errors)
    }

    pub async fn comes_to_its_end(self) {
        for concurrency in CONCURRENCY {
            self.reset(|_| {});
            let (ids, errors) = Self::ids(self.items(concurrency)).await;
            assert!(errors.is_empty(), "{errors:?}");
            assert_eq!(ids, self.all());
            let mut asked = self.asked();
            let pages = 6
                + usize::from(self.style.has_empty_pages)
                + usize::from(self.style.ends_with_an_empty_page);
            let count = asked.len();
            asked.sort();
            asked.dedup();
            if concurrency == 1 || !self.style.is_predictable {
                assert_eq!((asked.len(), count), (pages, pages), "each page once: {asked:?}");
            } else {
                // Wrong predictions are dropped.
                assert!((pages..pages + 4).contains(&count), "{asked:?}");
            }
        }
        self.reset(|_| {});
        let mut items = self.items(4);
        let everything = items.collect(usize::MAX).await.unwrap();
        assert_eq!(everything.len(), self.all().len());
        assert_eq!(items.total(), self.style.has_total.then_some(LENGTH));
    }

    pub async fn resumes_in_another_client(self) {
        for concurrency in CONCURRENCY {
            for taken in [0, 1, 50, 120, 260] {
                self.reset(|_| {});
                let mut items = self.items(concurrency);
                let mut seen: Vec<u64> =
                    items.collect(taken).await.unwrap().iter().map(HasId::id).collect();
                let stored = serde_json::to_string(&items.cursor()).unwrap();
                let cursor: Option<Cursor> = serde_json::from_str(&stored).unwrap();
                assert_eq!(cursor.is_some(), taken >= 50, "{stored}");
                let mut items = self.items(concurrency);
                if let Some(cursor) = cursor {
                    items = items.from(cursor);
                }
                let (rest, errors) = Self::ids(items).await;
                assert!(errors.is_empty(), "{errors:?}");
                // Pagination resumes at the beginning of the page with the next entry.
                let again = rest.iter().filter(|id| seen.contains(id)).count() as u64;
                assert!(again < SIZE || taken == 260, "{again} again");
                seen.extend(rest.into_iter().skip(again as usize));
                assert_eq!(seen, self.all(), "after {taken}");
                self.asked();
            }
        }
    }

    pub async fn copes_with_entries_that_come(self) {
        for concurrency in CONCURRENCY {
            self.reset(|list| {
                list.changes = [Change::Insert(3), Change::Nothing, Change::Insert(1)].into();
            });
            let (ids, errors) = Self::ids(self.items(concurrency)).await;
            assert!(errors.is_empty(), "{errors:?}");
            let old: Vec<u64> = ids.into_iter().filter(|id| *id < 1000).collect();
            assert_eq!(old, self.all(), "each once, in order");
        }
    }

    pub async fn misses_nothing_when_entries_go(self) {
        for concurrency in CONCURRENCY {
            self.reset(|list| {
                list.changes = [Change::Nothing, Change::Delete(5), Change::Delete(3)].into();
            });
            let (mut ids, errors) = Self::ids(self.items(concurrency)).await;
            assert!(errors.is_empty(), "{errors:?}");
            let in_order = ids.clone();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), in_order.len(), "none twice");
            let stayed = self.list.lock().unwrap().ids.clone();
            let is_missed = |id: &&u64| !ids.contains(id) && !is_hidden(&self.style, **id);
            let missed = stayed.iter().filter(is_missed).count();
            // Without a length, the client cannot detect that counted positions have moved.
            let is_told = self.style.has_total || !self.style.kind.counts();
            assert!(missed == 0 || !is_told, "{missed} missed");
        }
    }

    pub async fn stops_if_nothing_new_comes(self) {
        for concurrency in CONCURRENCY {
            self.reset(|list| list.is_stuck = true);
            let (ids, errors) = Self::ids(self.items(concurrency)).await;
            let [error] = &errors[..] else { panic!("{errors:?}") };
            assert_eq!(error.kind(), ErrorKind::Pagination, "{error}");
            assert_eq!(ids, self.all()[..SIZE as usize], "the first page, once");
            assert!(self.asked().len() <= 2 * concurrency, "{:?}", self.asked());
        }
    }

    pub async fn hands_out_an_error_for_each_bad_entry(self) {
        for concurrency in CONCURRENCY {
            self.reset(|list| list.is_bad = true);
            let (ids, errors) = Self::ids(self.items(concurrency)).await;
            let mut expected = self.all();
            for bad in [99, 98, 57] {
                expected.remove(bad);
            }
            let paths: Vec<_> = errors.iter().filter_map(Error::json_path).collect();
            assert_eq!(ids, expected, "{errors:?}");
            let ends = ["[7]", "[48]", "[49]"];
            assert_eq!(paths.len(), ends.len(), "{errors:?}");
            for (path, end) in paths.iter().zip(ends) {
                assert!(path.contains(end), "{path}");
            }
        }
    }
}

/// The tests of a style, over HTTP/1.1 and HTTP/2, one page at a time and with prefetching.
macro_rules! style_tests {
    ($style:expr, $request:expr) => {
        style_tests! {
            $style, $request;
            comes_to_its_end resumes_in_another_client copes_with_entries_that_come
            misses_nothing_when_entries_go stops_if_nothing_new_comes hands_out_an_error_for_each_bad_entry
        }
    };
    ($style:expr, $request:expr; $($test:ident)+) => {$(
        #[tokio::test]
        async fn $test() {
            for protocol in plane_tests::faults::Protocol::ALL {
                super::harness::Walker::start(protocol, $style, $request).await.$test().await;
            }
        }
    )+};
}
