//! [`Replay`]: plays a recording, and checks the requests.

mod play;
mod view;

use std::{
    collections::BTreeSet,
    fmt,
    fs::File,
    io::Read,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    thread,
};

use serde::de::IgnoredAny;

use self::{play::Player, view::View};
use super::{
    exchange::{self, Exchange, Head, VERSION},
    lines,
    scrub::Scrubber,
};
use crate::{
    client::{auth::Auth, builder::ClientBuilder},
    error::{Error, Result},
};

/// Plays a recording of a [`Recorder`](super::Recorder): responds to requests as the server did, without a network.
///
/// [`ClientBuilder::replay`] makes a client use the recording. Each exchange is played once. A request gets the response of
/// the first exchange that was not played yet and has the same method, URL, headers and body, so equal requests get their
/// responses in recorded order. Failures are played with their [`Stage`](crate::Stage), so a client retries like the
/// recorded client. If the recorded client gave up waiting for a response, no response arrives, and the client's timeout
/// ends the call again. All waits use tokio's clock: in a test with `start_paused = true`, they take no real time.
///
/// # What is compared
///
/// - The method, and the path below the URL of the server.
/// - The query pairs, in any order except for pairs with the same name.
/// - All headers that were recorded: those of the endpoint, of the call, the client's default headers, and `Accept`.
/// - The body: JSON by value, including all digits of numbers, and everything else byte by byte. A request that was
///   only partly sent is compared without its body.
///
/// `REDACTED` in a recording matches any text. Credentials are not compared. [`Replay::ignore_header`],
/// [`Replay::ignore_query`] and [`Replay::ignore_field`] exclude values that change from run to run from the comparison.
/// [`Replay::in_order`] requires the recorded order.
///
/// # Failures
///
/// A request that is not in the recording is rejected with 417, as by a [`Mock`](super::Mock). [`Error::detail`] contains a
/// report that compares the request with the recording. [`Replay::verify`] and dropping the replay show the report again.
/// `verify` also reports exchanges of the recording that were not requested.
///
/// ```
/// use plane_api::{Client, testing::Replay, v1::customers::CreateCustomer};
///
/// const RECORDING: &str = r#"{"recording":1,"server":"https://api.plane.so"}
/// {"request":{"endpoint":"CreateCustomer","method":"POST","url":"/api/v1/workspaces/acme/customers/","headers":{"accept":"application/json","content-type":"application/json"},"json":{"name":"Acme"}},"response":{"status":201,"json":{"id":"7","created_at":"2024-01-01T00:00:00Z","name":"Acme"}}}
/// "#;
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// // Usually `Replay::open("tests/recordings/customers.jsonl")`.
/// let replay = Replay::read(RECORDING.as_bytes())?;
/// let client = Client::plane().replay(&replay).build()?;
///
/// let customer = CreateCustomer::new("acme", "Acme").send(&client).await?;
/// assert_eq!(customer.id, "7");
/// replay.verify();
/// # Ok(())
/// # }
/// ```
pub struct Replay(Arc<Mutex<State>>);

struct State {
    /// The name of the file, for reports.
    name: String,
    head: Head,
    scrubber: Scrubber,
    exchanges: Vec<Recorded>,
    loose: Loose,
    in_order: bool,
    /// The report of each unexpected request.
    unexpected: Vec<String>,
    /// `true` if a failed verification was already reported.
    is_reported: bool,
}

/// An exchange of a recording.
struct Recorded {
    /// The number of its line, from 1.
    line: usize,
    exchange: Exchange,
    /// The compared parts, once they have been requested.
    view: Option<View>,
    is_played: bool,
}

/// The excluded parts.
#[derive(Default)]
struct Loose {
    /// In lower case.
    headers: BTreeSet<String>,
    query: BTreeSet<String>,
    fields: BTreeSet<String>,
}

impl Replay {
    /// Reads a recording from a file.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read, or if a line is malformed; the error contains the line number. A program
    /// that was interrupted while recording may leave an incomplete last line.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => Self::named(name, file),
            Err(error) => Err(Error::config(format!("cannot open the recording {name}: {error}"))
                .with_source(error)),
        }
    }

    /// Reads a recording.
    ///
    /// # Errors
    ///
    /// Returns an error if the recording cannot be read or a line is malformed.
    pub fn read(recording: impl Read) -> Result<Self> {
        Self::named("the recording".to_owned(), recording)
    }

    fn named(name: String, mut recording: impl Read) -> Result<Self> {
        let mut text = Vec::new();
        recording.read_to_end(&mut text).map_err(|error| {
            Error::config(format!("cannot read {name}: {error}")).with_source(error)
        })?;
        let (head, exchanges) = parse(&text).map_err(|(line, why)| {
            Error::config(format!("cannot replay {name}: line {line} {why}"))
        })?;
        let mut scrubber = Scrubber::default();
        for name in &head.redacted {
            scrubber.add_name(name);
        }
        Ok(Self(Arc::new(Mutex::new(State {
            name,
            head,
            scrubber,
            exchanges,
            loose: Loose::default(),
            in_order: false,
            unexpected: Vec::new(),
            is_reported: false,
        }))))
    }

    /// Excludes the header with this name from the comparison.
    #[must_use]
    pub fn ignore_header(self, name: &str) -> Self {
        self.loosen(|loose| loose.headers.insert(name.to_ascii_lowercase()))
    }

    /// Excludes the query parameter with this name from the comparison.
    #[must_use]
    pub fn ignore_query(self, name: &str) -> Self {
        self.loosen(|loose| loose.query.insert(name.to_owned()))
    }

    /// Excludes this member of JSON bodies, or this field of forms, from the comparison. Dots separate nested names. Lists
    /// add nothing to the path: `rows.updated_at` is the member `updated_at` of every item of the list `rows`.
    #[must_use]
    pub fn ignore_field(self, path: &str) -> Self {
        self.loosen(|loose| loose.fields.insert(path.to_owned()))
    }

    fn loosen(self, change: impl FnOnce(&mut Loose) -> bool) -> Self {
        let mut state = lock(&self.0);
        change(&mut state.loose);
        state.exchanges.iter_mut().for_each(|recorded| recorded.view = None);
        drop(state);
        self
    }

    /// Expects the requests in the recorded order. Default: any order, because concurrent requests have no fixed order.
    #[must_use]
    pub fn in_order(self) -> Self {
        lock(&self.0).in_order = true;
        self
    }

    /// Verifies that every exchange was requested and that no other requests were sent.
    ///
    /// Dropping the replay does the same, except that it accepts exchanges that were not requested.
    ///
    /// # Panics
    ///
    /// Panics with a report if the verification fails.
    #[track_caller]
    pub fn verify(&self) {
        // No lock may be held during the panic, because the report drops the replay.
        let failure = lock(&self.0).take_failure(true);
        if let Some(failure) = failure {
            panic!("{failure}");
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Replay {
    fn drop(&mut self) {
        let failure = lock(&self.0).take_failure(false);
        match failure {
            Some(failure) if thread::panicking() => eprintln!("{failure}"),
            Some(failure) => panic!("{failure}"),
            None => {}
        }
    }
}

/// Shows the number of exchanges, and of those that were played.
impl fmt::Debug for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = lock(&self.0);
        let played = state.exchanges.iter().filter(|recorded| recorded.is_played).count();
        f.debug_struct("Replay")
            .field("exchanges", &state.exchanges.len())
            .field("played", &played)
            .finish_non_exhaustive()
    }
}

impl ClientBuilder {
    /// Makes the client get its responses from a recording instead of a server.
    ///
    /// Sets the base URL to that of the recorded server, and a placeholder API key if the builder has no credentials.
    /// Everything else works as in any client: retries, time limits, rate limiting and decoding.
    #[must_use]
    pub fn replay(mut self, replay: &Replay) -> Self {
        if let Some(server) = &lock(&replay.0).head.server {
            self.base_url.clone_from(server);
        }
        self.auth.get_or_insert_with(|| Auth::api_key("the_key_of_the_replay"));
        let server = Arc::new(OnceLock::new());
        let player = Player { state: replay.0.clone(), server: server.clone() };
        self.layers.wrap(move |transport, base_url| {
            server.get_or_init(|| base_url.server().to_owned());
            transport
        });
        self.is_recorded = true;
        self.transport(player)
    }
}

impl State {
    fn take_failure(&mut self, is_complete: bool) -> Option<String> {
        if self.is_reported {
            return None;
        }
        let unused: Vec<_> =
            self.exchanges.iter().filter(|recorded| is_complete && !recorded.is_played).collect();
        if self.unexpected.is_empty() && unused.is_empty() {
            return None;
        }
        let mut text = String::from("the requests differ from the recording\n");
        lines::write_unexpected(&mut text, &self.unexpected);
        if !unused.is_empty() {
            text += "\nnot requested:\n";
        }
        for recorded in unused {
            let Exchange { request, .. } = &recorded.exchange;
            text += &format!(
                "    {} {}, {}\n",
                request.method,
                request.url,
                recorded.place(&self.name)
            );
        }
        self.is_reported = true;
        Some(text)
    }
}

impl Recorded {
    /// Returns the name of the endpoint, and the line of its recording.
    fn place(&self, name: &str) -> String {
        format!("{} ({name}:{})", self.exchange.request.endpoint, self.line)
    }
}

/// Parses the lines. An error contains the number of its line.
fn parse(text: &[u8]) -> Result<(Head, Vec<Recorded>), (usize, String)> {
    let lines = text.split(|byte| *byte == b'\n').enumerate();
    let mut lines = lines.map(|(index, line)| (index + 1, line.trim_ascii()));
    let (_, first) = lines.next().unwrap_or_default();
    let head: Head = serde_json::from_slice(first).map_err(|error| {
        (1, format!("is not the beginning of a recording: {error}; record again"))
    })?;
    if head.recording != VERSION {
        let version = head.recording;
        return Err((1, format!("has version {version}, not {VERSION}; record again")));
    }
    let mut exchanges = Vec::new();
    for (line, json) in lines.filter(|(_, json)| !json.is_empty()) {
        let exchange = exchange::read(json).map_err(|why| {
            // A line that was cut off is the last one, and its JSON has no end.
            let is_cut = text.ends_with(json)
                && serde_json::from_slice::<IgnoredAny>(json).is_err_and(|error| error.is_eof());
            let advice = "is incomplete, because the recording was interrupted; record again, or delete the line";
            (line, if is_cut { format!("{advice} ({why})") } else { format!("is malformed: {why}") })
        })?;
        exchanges.push(Recorded { line, exchange, view: None, is_played: false });
    }
    Ok((head, exchanges))
}
