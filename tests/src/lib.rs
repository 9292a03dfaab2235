//! A loopback server that sends the responses of a test, byte for byte, and records the requests.

// The UI cases are built without the dependencies of this crate.
#![cfg(not(trybuild))]

mod declarations;
pub mod description;
pub mod faults;
mod http2;
mod http2_server;
pub mod openapi;

use std::{
    env, io,
    process::Stdio,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    process::Command,
    task::JoinHandle,
};

use self::{faults::Protocol, http2::Certificate};

/// Returns `cargo run --example <name>`, ready for arguments, without the `PLANE_` variables of this process.
#[must_use]
pub fn example(name: &str) -> Command {
    // Cargo sets the last three for tests. The build script of `ring` reads them: if they change, Cargo rebuilds `ring` and
    // every crate that depends on it, here and in the next `cargo test`.
    const REMOVED: [&str; 4] = ["PLANE_", "CARGO_MANIFEST_", "CARGO_PKG_", "OUT_DIR"];
    // No `--package`: Cargo would choose the features for that package alone and rebuild the dependencies.
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--manifest-path", manifest, "--example", name, "--"]);
    for (name, _) in env::vars_os() {
        if REMOVED.iter().any(|prefix| name.to_string_lossy().starts_with(prefix)) {
            command.env_remove(name);
        }
    }
    command.stdin(Stdio::null()).kill_on_drop(true);
    command
}

/// If this environment variable is set, the process tests the transport on `hyper-util`.
const OVER_HYPER: &str = "PLANE_TESTS_OVER_HYPER";

/// Returns `true` if this process was started by [`run_over_hyper`]: its clients must be built on `hyper`.
#[must_use]
pub fn is_over_hyper() -> bool {
    static IS_OVER_HYPER: OnceLock<bool> = OnceLock::new();
    *IS_OVER_HYPER.get_or_init(|| env::var_os(OVER_HYPER).is_some())
}

/// Runs the tests of this binary whose names contain one of the filters in a separate process, over `hyper`.
///
/// # Panics
///
/// Panics if one of them fails, or if fewer tests run than expected.
#[allow(clippy::panic, reason = "it is a test")]
pub async fn run_over_hyper(filters: &[&str], at_least: usize) {
    let output = async {
        let mut command = Command::new(env::current_exe()?);
        command.args(filters).env(OVER_HYPER, "1").stdin(Stdio::null()).kill_on_drop(true);
        command.output().await
    };
    let (text, is_success) = match output.await {
        Ok(output) => (
            [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()),
            output.status.success(),
        ),
        Err(error) => panic!("{error}"),
    };
    let passed = text[0].rsplit_once(" passed;").and_then(|(text, _)| text.rsplit(' ').next());
    let passed = passed.and_then(|passed| passed.parse().ok()).unwrap_or(0);
    assert!(is_success && passed >= at_least, "{}{}", text[0], text[1]);
}

/// A loopback server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    url: String,
    pem: Option<String>,
    requests: Arc<Mutex<Vec<Received>>>,
    task: JoinHandle<()>,
}

/// A request as received.
#[derive(Debug, Clone)]
pub struct Received {
    /// Request line and headers, unchanged.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// Method and target, such as `GET /a?b=c`.
    #[must_use]
    pub fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default().trim_end_matches(" HTTP/1.1")
    }

    /// Returns the value of a header. `name` is in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The reaction of the server to a request.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Sends these bytes and waits for the next request.
    Send(Vec<u8>),
    /// Sends these bytes and closes the connection.
    Close(Vec<u8>),
    /// Sends these bytes and then nothing, and keeps the connection open.
    Hang(Vec<u8>),
    /// Sends the first bytes, and then the second ones repeatedly.
    Endless(Vec<u8>, Vec<u8>),
}

impl Server {
    /// Starts a server that responds to each request with the result of the function.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub async fn start(
        reply: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        Self::start_as(Protocol::Http1, reply).await
    }

    /// Like [`Server::start`], with this protocol. With HTTP/2, requests look like those of HTTP/1.1, and only complete
    /// replies are supported.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub async fn start_as(
        protocol: Protocol,
        reply: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let certificate = match protocol {
            Protocol::Http1 => None,
            Protocol::Http2 => Some(Arc::new(Certificate::new()?)),
        };
        let scheme = if certificate.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr()?);
        let pem = certificate.as_ref().map(|certificate| certificate.pem.clone());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (reply, log) = (Arc::new(reply), requests.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (reply, log, certificate) = (reply.clone(), log.clone(), certificate.clone());
                tokio::spawn(async move {
                    // Errors are ignored, because clients may disconnect at any time.
                    let _ = match certificate {
                        None => serve(stream, &*reply, &log).await,
                        Some(it) => http2_server::serve(stream, &it, &*reply, &log).await,
                    };
                });
            }
        });
        Ok(Self { url, pem, requests, task })
    }

    /// Starts a server that responds to every request the same way.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub async fn always(reply: Reply) -> io::Result<Self> {
        Self::start(move |_| reply.clone()).await
    }

    /// Returns scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The certificate that a client must trust, if the server has one.
    #[must_use]
    pub fn pem(&self) -> Option<&str> {
        self.pem.as_deref()
    }

    /// Returns the requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    reply: &(dyn Fn(&Received) -> Reply + Send + Sync),
    log: &Mutex<Vec<Received>>,
) -> io::Result<()> {
    let mut buffer = Vec::new();
    while let Some(received) = read(&mut stream, &mut buffer).await? {
        log.lock().unwrap_or_else(PoisonError::into_inner).push(received.clone());
        match reply(&received) {
            Reply::Send(bytes) => stream.write_all(&bytes).await?,
            Reply::Close(bytes) => {
                stream.write_all(&bytes).await?;
                return stream.shutdown().await;
            }
            Reply::Hang(bytes) => {
                stream.write_all(&bytes).await?;
                // Until the client closes the connection.
                while stream.read_buf(&mut buffer).await? > 0 {}
                return Ok(());
            }
            Reply::Endless(head, bytes) => {
                stream.write_all(&head).await?;
                loop {
                    stream.write_all(&bytes).await?;
                }
            }
        }
    }
    Ok(())
}

/// Returns the next request of a connection, or `None` if the client has closed it.
///
/// # Errors
///
/// Returns an error if the connection breaks.
pub async fn read(
    stream: &mut (impl AsyncRead + Unpin),
    buffer: &mut Vec<u8>,
) -> io::Result<Option<Received>> {
    let end = loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    };
    let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
    buffer.drain(..end);
    let mut received = Received { head, body: Vec::new() };
    if received.header("transfer-encoding") == Some("chunked") {
        return Ok(chunks(stream, buffer).await?.map(|body| Received { body, ..received }));
    }
    let length =
        received.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while buffer.len() < length {
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    }
    received.body = buffer.drain(..length).collect();
    Ok(Some(received))
}

/// Reads a chunked body. `None` if the client has closed the connection before its end.
async fn chunks(
    stream: &mut (impl AsyncRead + Unpin),
    buffer: &mut Vec<u8>,
) -> io::Result<Option<Vec<u8>>> {
    let mut body = Vec::new();
    loop {
        let Some(end) = buffer.windows(2).position(|window| window == b"\r\n") else {
            if stream.read_buf(buffer).await? == 0 {
                return Ok(None);
            }
            continue;
        };
        let size = std::str::from_utf8(&buffer[..end]).map_err(io::Error::other)?;
        let size = usize::from_str_radix(size, 16).map_err(io::Error::other)?;
        while buffer.len() < end + 2 + size + 2 {
            if stream.read_buf(buffer).await? == 0 {
                return Ok(None);
            }
        }
        body.extend_from_slice(&buffer[end + 2..end + 2 + size]);
        buffer.drain(..end + 2 + size + 2);
        if size == 0 {
            return Ok(Some(body));
        }
    }
}

/// Returns a response with a body and its length.
#[must_use]
pub fn answer(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut bytes =
        format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\n\r\n", body.len())
            .into_bytes();
    bytes.extend_from_slice(body);
    bytes
}

/// Returns a JSON response.
#[must_use]
pub fn json(status: u16, body: &str) -> Reply {
    Reply::Send(answer(status, "Content-Type: application/json\r\n", body))
}

/// The code of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
pub struct Readme;
