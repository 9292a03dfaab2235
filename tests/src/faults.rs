//! A loopback server that misbehaves on demand: one [`Fault`] for each request, or for each connection.

use std::{
    collections::VecDeque,
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    task::{JoinHandle, JoinSet},
    time::sleep,
};

use crate::{
    Received,
    http2::{self, Certificate},
    read,
};

/// The protocol of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP/1.1, without TLS.
    Http1,
    /// HTTP/2 over TLS.
    Http2,
}

impl Protocol {
    /// All protocols.
    pub const ALL: [Self; 2] = [Self::Http1, Self::Http2];
}

/// The reaction of the server to a request that it has read.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Resets the connection as soon as it is accepted, before reading anything. On an open connection, equals
    /// [`Fault::Reset`].
    ResetOnAccept,
    /// Reads nothing from the connection and keeps it open. On an open connection, equals [`Fault::Reset`].
    Deaf,
    /// Resets the connection.
    Reset,
    /// Sends these bytes, a complete or partial response or nothing, and closes the connection.
    Close(Vec<u8>),
    /// Like [`Fault::Close`]; afterwards, connections are refused.
    Leave(Vec<u8>),
    /// Sends these bytes and waits for the next request.
    Answer(Vec<u8>),
    /// Sends these bytes. When the next request begins to arrive, resets the connection without reading it.
    Stale(Vec<u8>),
    /// Sends these bytes and then nothing, and keeps the connection open.
    Hang(Vec<u8>),
    /// Sends the first bytes at once, the second ones a second later, and then nothing, and keeps the connection open.
    Drip(Vec<u8>, Vec<u8>),
    /// Sends the first bytes, and then the second ones repeatedly.
    Endless(Vec<u8>, Vec<u8>),
    /// HTTP/2: resets the stream of the request with this error code (`RST_STREAM`). Otherwise equals [`Fault::Reset`].
    ResetStream(u32),
    /// HTTP/2: sends these bytes, and then resets the stream or ends the connection without an error (`RST_STREAM`, or
    /// `GOAWAY` if `true`, with `NO_ERROR`). Otherwise equals [`Fault::Close`].
    CutShort(Vec<u8>, bool),
    /// HTTP/2: ends the connection (`GOAWAY`). Otherwise equals [`Fault::Reset`].
    GoAway {
        /// `true` if the last stream that it names includes the request's.
        is_processed: bool,
        /// The error code.
        code: u32,
        /// The debug data.
        debug: &'static str,
    },
}

/// Chooses the fault for a request, or, if it is `None`, for a new connection.
type Choose = dyn Fn(Option<&Received>) -> Option<Fault> + Send + Sync;

/// A loopback port that refuses connections until a server opens it.
#[derive(Debug)]
pub struct ClosedPort {
    socket: TcpSocket,
    address: SocketAddr,
}

impl ClosedPort {
    /// Reserves a port without listening on it.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn take() -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind((Ipv4Addr::LOCALHOST, 0).into())?;
        let address = socket.local_addr()?;
        Ok(Self { socket, address })
    }

    /// Returns scheme, host and port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Listens, plays the faults one after the other, and then repeats the last one.
    ///
    /// # Errors
    ///
    /// Returns an error if listening on the port fails.
    pub fn open(
        self,
        faults: impl IntoIterator<Item = Fault>,
        then: Fault,
    ) -> io::Result<FaultServer> {
        self.open_as(Protocol::Http1, faults, then)
    }

    fn open_as(
        self,
        protocol: Protocol,
        faults: impl IntoIterator<Item = Fault>,
        then: Fault,
    ) -> io::Result<FaultServer> {
        let left = Mutex::new(VecDeque::from_iter(faults));
        let state = State::speaking(protocol)?;
        FaultServer::serve(self.socket.listen(1024)?, state, move |request| {
            let mut left = left.lock().unwrap_or_else(PoisonError::into_inner);
            let on_accept =
                matches!(left.front().unwrap_or(&then), Fault::ResetOnAccept | Fault::Deaf);
            if request.is_none() && !on_accept {
                return None;
            }
            Some(left.pop_front().unwrap_or_else(|| then.clone()))
        })
    }
}

/// A loopback server that misbehaves. Dropping it stops it and closes all connections.
#[derive(Debug)]
pub struct FaultServer {
    url: String,
    state: Arc<State>,
    task: JoinHandle<()>,
}

/// The state that a server shares with its connections.
#[derive(Default)]
struct State {
    /// Only with HTTP/2.
    certificate: Option<Certificate>,
    is_forgetful: bool,
    requests: Mutex<Vec<Received>>,
    accepted: AtomicUsize,
    open: AtomicUsize,
    written: AtomicUsize,
}

impl State {
    fn speaking(protocol: Protocol) -> io::Result<Self> {
        let certificate = match protocol {
            Protocol::Http1 => None,
            Protocol::Http2 => Some(Certificate::new()?),
        };
        Ok(Self { certificate, ..Self::default() })
    }

    fn remember(&self, received: Received) {
        if !self.is_forgetful {
            self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(received);
        }
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("requests", &self.requests).finish_non_exhaustive()
    }
}

impl FaultServer {
    /// Like [`FaultServer::start`], with this protocol.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn speaking(
        protocol: Protocol,
        faults: impl IntoIterator<Item = Fault>,
        then: Fault,
    ) -> io::Result<Self> {
        ClosedPort::take()?.open_as(protocol, faults, then)
    }

    /// The certificate that a client must trust, if the server has one.
    #[must_use]
    pub fn pem(&self) -> Option<&str> {
        self.state.certificate.as_ref().map(|certificate| &*certificate.pem)
    }

    /// Starts a server that plays the faults one after the other, and then repeats the last one.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn start(faults: impl IntoIterator<Item = Fault>, then: Fault) -> io::Result<Self> {
        ClosedPort::take()?.open(faults, then)
    }

    /// Starts a server that always plays the same fault.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn always(fault: Fault) -> io::Result<Self> {
        Self::start([], fault)
    }

    /// Starts a server whose fault depends on the request.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn by(choose: impl Fn(&Received) -> Fault + Send + Sync + 'static) -> io::Result<Self> {
        let listener = ClosedPort::take()?.socket.listen(1024)?;
        Self::serve(listener, State::default(), move |request| request.map(&choose))
    }

    /// Starts a server that calls `choose` with each request, and with `None` for each new connection. It does not
    /// record requests, so that it can run for a long time.
    ///
    /// # Errors
    ///
    /// Returns an error if no port is available.
    pub fn forgetful(
        protocol: Protocol,
        choose: impl Fn(Option<&Received>) -> Option<Fault> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = ClosedPort::take()?.socket.listen(1024)?;
        let state = State { is_forgetful: true, ..State::speaking(protocol)? };
        Self::serve(listener, state, choose)
    }

    fn serve(
        listener: TcpListener,
        state: State,
        choose: impl Fn(Option<&Received>) -> Option<Fault> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let scheme = if state.certificate.is_some() { "https" } else { "http" };
        let url = format!("{scheme}://{}", listener.local_addr()?);
        let state = Arc::new(state);
        let task = tokio::spawn(accept(listener, Arc::new(choose), state.clone()));
        Ok(Self { url, state, task })
    }

    /// Returns scheme, host and port.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the requests that were read completely so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.state.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The number of connections so far.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.state.accepted.load(Ordering::SeqCst)
    }

    /// The number of open connections.
    #[must_use]
    pub fn open(&self) -> usize {
        self.state.open.load(Ordering::SeqCst)
    }

    /// The number of bytes that the clients received, as far as the server knows: bytes in socket buffers are included.
    #[must_use]
    pub fn written(&self) -> usize {
        self.state.written.load(Ordering::SeqCst)
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, choose: Arc<Choose>, state: Arc<State>) {
    // Dropping the set ends the connections together with the server.
    let mut connections = JoinSet::new();
    loop {
        let stream = tokio::select! {
            Ok((stream, _)) = listener.accept() => stream,
            Some(ended) = connections.join_next() => match ended {
                Ok(Some(Left)) => break,
                _ => continue,
            },
            else => continue,
        };
        state.accepted.fetch_add(1, Ordering::SeqCst);
        let connection = Connection { stream, state: state.clone() };
        let open = Open::new(state.clone());
        let choose = choose.clone();
        connections.spawn(async move {
            let _open = open;
            // Errors are ignored, because clients may disconnect at any time.
            connection.serve(&*choose).await.ok().flatten()
        });
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Tells the server to stop listening.
struct Left;

/// Counts a connection as open until it is dropped.
struct Open(Arc<State>);

impl Open {
    fn new(state: Arc<State>) -> Self {
        state.open.fetch_add(1, Ordering::SeqCst);
        Self(state)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::SeqCst);
    }
}

struct Connection {
    stream: TcpStream,
    state: Arc<State>,
}

impl Connection {
    async fn serve(self, choose: &Choose) -> io::Result<Option<Left>> {
        match choose(None) {
            Some(Fault::Deaf) => std::future::pending().await,
            Some(_) => return self.stream.set_zero_linger().map(|()| None),
            None => {}
        }
        let state = self.state.clone();
        match &state.certificate {
            Some(certificate) => self.serve_http2(choose, certificate).await,
            None => self.serve_http1(choose).await,
        }
    }

    async fn serve_http2(
        self,
        choose: &Choose,
        certificate: &Certificate,
    ) -> io::Result<Option<Left>> {
        let Self { stream, state } = self;
        let stream = certificate.acceptor.accept(stream).await?;
        let mut connection = http2::Connection::new(stream).await?;
        while let Some((stream, received)) = connection.read().await? {
            let fault = choose(Some(&received)).unwrap_or(Fault::Reset);
            state.remember(received);
            match fault {
                Fault::ResetOnAccept | Fault::Deaf | Fault::Reset => {
                    return connection.socket().set_zero_linger().map(|()| None);
                }
                Fault::Close(bytes) => {
                    connection.write(&http2::translate(stream, &bytes)).await?;
                    return connection.shutdown().await.map(|()| None);
                }
                Fault::Leave(bytes) => {
                    connection.write(&http2::translate(stream, &bytes)).await?;
                    return connection.shutdown().await.map(|()| Some(Left));
                }
                Fault::Answer(bytes) | Fault::Hang(bytes) => {
                    connection.write(&http2::translate(stream, &bytes)).await?;
                }
                Fault::CutShort(bytes, is_connection) => {
                    connection.write(&http2::translate(stream, &bytes)).await?;
                    let end = match is_connection {
                        true => http2::go_away(stream, false, 0, ""),
                        false => http2::reset(stream, 0),
                    };
                    connection.write(&end).await?;
                }
                Fault::ResetStream(code) => connection.write(&http2::reset(stream, code)).await?,
                Fault::GoAway { is_processed, code, debug } => {
                    let frame = http2::go_away(stream, is_processed, code, debug);
                    connection.write(&frame).await?;
                    if is_processed {
                        return connection.shutdown().await.map(|()| None);
                    }
                }
                fault @ (Fault::Stale(_) | Fault::Drip(..) | Fault::Endless(..)) => {
                    return Err(io::Error::other(format!("{fault:?} is HTTP/1.1 only")));
                }
            }
        }
        Ok(None)
    }

    async fn serve_http1(mut self, choose: &Choose) -> io::Result<Option<Left>> {
        let mut buffer = Vec::new();
        while let Some(received) = read(&mut self.stream, &mut buffer).await? {
            let fault = choose(Some(&received)).unwrap_or(Fault::Reset);
            self.state.remember(received);
            match fault {
                Fault::ResetOnAccept
                | Fault::Deaf
                | Fault::Reset
                | Fault::ResetStream(_)
                | Fault::GoAway { .. } => {
                    return self.stream.set_zero_linger().map(|()| None);
                }
                Fault::Close(bytes) | Fault::CutShort(bytes, _) => {
                    self.write(&bytes).await?;
                    return self.stream.shutdown().await.map(|()| None);
                }
                Fault::Leave(bytes) => {
                    self.write(&bytes).await?;
                    return self.stream.shutdown().await.map(|()| Some(Left));
                }
                Fault::Answer(bytes) => self.write(&bytes).await?,
                Fault::Stale(bytes) => {
                    self.write(&bytes).await?;
                    self.stream.readable().await?;
                    return self.stream.set_zero_linger().map(|()| None);
                }
                Fault::Hang(bytes) => {
                    self.write(&bytes).await?;
                    return self.gone().await;
                }
                Fault::Drip(head, bytes) => {
                    self.write(&head).await?;
                    for byte in bytes {
                        sleep(Duration::from_secs(1)).await;
                        self.write(&[byte]).await?;
                    }
                    return self.gone().await;
                }
                Fault::Endless(head, bytes) => {
                    self.write(&head).await?;
                    loop {
                        self.write(&bytes).await?;
                    }
                }
            }
        }
        Ok(None)
    }

    async fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let count = self.stream.write(bytes).await?;
            self.state.written.fetch_add(count, Ordering::SeqCst);
            bytes = &bytes[count..];
        }
        Ok(())
    }

    /// Waits until the client closes the connection.
    async fn gone(&mut self) -> io::Result<Option<Left>> {
        let mut rest = [0; 1024];
        while self.stream.read(&mut rest).await? > 0 {}
        Ok(None)
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("stream", &self.stream).finish_non_exhaustive()
    }
}
