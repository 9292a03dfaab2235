//! [`Recorder`]: writes the exchanges of clients to a file.

mod pending;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    fs::{self, File},
    io::{self, Write},
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use http::{Method, Request, Response};

use self::pending::Pending;
use super::{exchange::Head, scrub::Scrubber};
use crate::{
    client::{
        base_url::BaseUrl,
        builder::ClientBuilder,
        content_coding,
        transport::{BoxFuture, CallInfo, Transport},
    },
    endpoint::body::Body,
    error::{Error, Result, TransportError},
};

/// Records the exchanges of clients with a real server, or with a sandbox, as JSON lines. [`Replay`](super::Replay)
/// plays the recording.
///
/// [`ClientBuilder::record`] wraps any transport of a client. Every attempt of a call is an exchange, and so is every
/// request to file storage. Each exchange is one line of the file: the request, and the response or the failure. The
/// lines are in the order in which the requests began, so two recordings of the same requests differ only if the server's
/// responses differ.
///
/// # What is recorded
///
/// - The method.
/// - The path and the query, preceded by scheme and host only if the request goes to another server.
/// - All headers except those of the transport, the credentials, `User-Agent` and `Date`.
/// - The bodies, including streams and files: JSON as JSON, other text as a string, and everything else in base64. Gzip
///   bodies are decoded; bodies with another content encoding are omitted.
/// - Failures with their [`Stage`](crate::Stage), responses whose body is incomplete, and requests that the client
///   cancelled.
/// - Constants instead of boundaries of multipart bodies, generated idempotency keys, and the port of a server on loopback.
///   In `Retry-After` and rate-limit headers, seconds from the time of the response instead of points in time.
///
/// # What is not recorded
///
/// Secrets are replaced by `REDACTED` before anything is written:
///
/// - the credentials of every client that has sent a request through this recorder, values of headers that are marked as
///   sensitive, cookies, and every [`Secret`](crate::Secret) of a request: in any place, including a response that echoes
///   them, and in any letter case, escaped, in hexadecimal or in base64;
/// - values whose names say that they are secrets, in JSON, forms, parts, headers, URLs, XML and text: `access_token`,
///   `password1`, `client_secret`, `encryption_key`, `session`, `X-Hub-Signature-256`, `{"key": "Authorization", "value": …}`
///   and the like, but not the cursors of lists, such as `next_page_token`;
/// - values that look like secrets: after `Bearer`, in the user info of URLs, JSON web tokens, private keys in PEM, keys of
///   well-known services, the URLs of their incoming webhooks, and random segments in the path of a base URL;
/// - the OAuth parameters `code` and `state`, in a request for tokens and in a redirect back to an app.
///
/// [`Recorder::redact`] adds names whose values are secrets. Check a recording before you publish it. The recorder does not
/// remove personal data; a secret with an ordinary name and an ordinary form that is not declared as a `Secret`; a part of
/// a secret; or a secret that occurs before the recorder can recognize it, such as a cookie in an earlier response.
///
/// ```
/// use plane_api::{Client, testing::Recorder, sandbox::Sandbox, v1::customers::CreateCustomer};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let path = std::env::temp_dir().join(format!("plane-api-{}.jsonl", std::process::id()));
/// let sandbox = Sandbox::start().await?;
/// let recorder = Recorder::create(&path)?;
/// let client = Client::plane()
///     .base_url(sandbox.base_url())
///     .api_key(sandbox.api_key())
///     .record(&recorder)
///     .build()?;
///
/// CreateCustomer::new(sandbox.workspace(), "Acme").send(&client).await?;
/// recorder.finish()?;
/// # let text = std::fs::read_to_string(&path)?;
/// # assert_eq!(text.lines().count(), 2);
/// # assert!(!text.contains(sandbox.api_key()));
/// # std::fs::remove_file(&path)?;
/// # Ok(())
/// # }
/// ```
pub struct Recorder(Arc<Mutex<State>>);

struct State {
    out: Box<dyn Write + Send>,
    head: Head,
    scrubber: Scrubber,
    is_head_written: bool,
    /// The number of requests so far.
    begun: u64,
    /// The requests without a line.
    open: BTreeSet<u64>,
    /// Lines that wait for the lines of earlier requests.
    lines: BTreeMap<u64, String>,
    /// The first write error.
    failure: Option<io::Error>,
    is_finished: bool,
}

impl Recorder {
    /// Creates the file and its folder, or replaces an existing file.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be created.
    pub fn create(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let created = folder.map_or(Ok(()), fs::create_dir_all).and_then(|()| File::create(path));
        let file = created.map_err(|error| {
            let message = format!("cannot create the recording {}: {error}", path.display());
            Error::config(message).with_source(error)
        })?;
        Ok(Self::new(file))
    }

    /// Writes the recording to a writer, line by line.
    #[must_use]
    pub fn new(out: impl Write + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(State {
            out: Box::new(out),
            head: Head::default(),
            scrubber: Scrubber::default(),
            is_head_written: false,
            begun: 0,
            open: BTreeSet::new(),
            lines: BTreeMap::new(),
            failure: None,
            is_finished: false,
        })))
    }

    /// Also redacts the values of JSON members, parameters, form fields, parts and headers with this name. Case, `-` and `_`
    /// are ignored. The recording contains the name, so a [`Replay`](super::Replay) redacts the same values.
    #[must_use]
    pub fn redact(self, name: &str) -> Self {
        let mut state = lock(&self.0);
        state.scrubber.add_name(name);
        state.head.redacted.push(name.to_owned());
        drop(state);
        self
    }

    /// Ends the recording. Later exchanges are not recorded.
    ///
    /// Call this method after all responses have been read: an exchange whose response is still being read is not recorded.
    ///
    /// # Errors
    ///
    /// Returns an error if a line could not be written.
    pub fn finish(self) -> Result<()> {
        let mut state = lock(&self.0);
        state.write_rest();
        state.is_finished = true;
        let failure = state.failure.take();
        failure.map_or(Ok(()), |error| {
            Err(Error::config(format!("cannot write the recording: {error}")).with_source(error))
        })
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Fails the test if the recording could not be written and [`Recorder::finish`] was not called.
impl Drop for Recorder {
    fn drop(&mut self) {
        let failure = lock(&self.0).failure.take();
        if let Some(error) = failure.filter(|_| !thread::panicking()) {
            panic!("cannot write the recording: {error}");
        }
    }
}

/// Shows the number of requests.
impl fmt::Debug for Recorder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").field("requests", &lock(&self.0).begun).finish_non_exhaustive()
    }
}

impl ClientBuilder {
    /// Records every exchange of the client. The recorder wraps the default or [custom](Self::transport) transport and the
    /// `tower` layers that were added before this call.
    ///
    /// Several clients may share a [`Recorder`](crate::testing::Recorder), for example the client of the API and that
    /// of an OAuth app.
    #[must_use]
    pub fn record(mut self, recorder: &Recorder) -> Self {
        let state = recorder.0.clone();
        self.is_recorded = true;
        self.layers.wrap(move |transport, base_url| {
            lock(&state).meet(base_url);
            Box::new(Recording { transport, state, server: base_url.server().to_owned() })
        });
        self
    }
}

impl State {
    /// Stores the server of the first client.
    fn meet(&mut self, base_url: &BaseUrl) {
        if self.head.server.is_some() {
            return;
        }
        let mut server = base_url.server().to_owned();
        if base_url.is_loopback && base_url.host.contains(':') {
            let authority = base_url.host.to_string();
            server = server.replace(&authority, "localhost");
            self.scrubber.authority = Some((authority, "localhost"));
        }
        self.head.server = Some(Scrubber::server(&server));
    }

    /// Begins an exchange, and returns its number.
    fn begin(&mut self) -> u64 {
        self.begun += 1;
        self.open.insert(self.begun);
        self.begun
    }

    /// Ends an exchange. Its line follows those of earlier exchanges.
    fn end(&mut self, place: u64, line: String) {
        self.open.remove(&place);
        if self.is_finished {
            return;
        }
        self.lines.insert(place, line);
        while let Some(entry) = self.lines.first_entry() {
            if self.open.first().is_some_and(|open| open < entry.key()) {
                break;
            }
            let line = entry.remove();
            self.write(&line);
        }
    }

    fn write(&mut self, line: &str) {
        let head = if self.is_head_written { String::new() } else { self.head.line() + "\n" };
        self.is_head_written = true;
        // Written at once, so that a program that crashes leaves whole lines.
        let written = self.out.write_all(format!("{head}{line}").as_bytes());
        if let Err(error) =
            written.and_then(|()| self.out.write_all(b"\n")).and_then(|()| self.out.flush())
        {
            self.failure.get_or_insert(error);
        }
    }

    fn write_rest(&mut self) {
        for line in std::mem::take(&mut self.lines).into_values() {
            self.write(&line);
        }
        if !self.is_head_written {
            let head = self.head.line();
            self.is_head_written = true;
            self.write(&head);
        }
    }
}

/// Writes the waiting lines when the last client is dropped.
impl Drop for State {
    fn drop(&mut self) {
        if !self.is_finished {
            self.write_rest();
        }
    }
}

/// A transport whose exchanges are recorded.
struct Recording {
    transport: Box<dyn Transport>,
    state: Arc<Mutex<State>>,
    /// The client's base URL, without the API root.
    server: String,
}

impl Transport for Recording {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        info: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let is_head = request.method() == Method::HEAD;
            let accepted = content_coding::accept(&mut request.headers().clone());
            let (request, mut pending) =
                Pending::begin(request, info, self.state.clone(), self.server.clone());
            let mut response = match self.transport.execute(request, info).await {
                Ok(response) => response,
                Err(error) => {
                    pending.failed(&error);
                    return Err(error);
                }
            };
            // Compressed bodies cannot be searched for secrets.
            if !is_head {
                content_coding::decode(&mut response, accepted);
            }
            Ok(pending.answered(response, is_head))
        })
    }
}
