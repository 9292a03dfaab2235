//! The faults over HTTP/2. The frames are written by hand, because no library sends invalid ones.

use std::{collections::BTreeMap, io, sync::Arc};

use rcgen::CertifiedKey;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
    },
    server::TlsStream,
};

use crate::Received;

/// A self-signed certificate for `127.0.0.1`.
pub(crate) struct Certificate {
    pub(crate) pem: String,
    pub(crate) acceptor: TlsAcceptor,
}

impl Certificate {
    pub(crate) fn new() -> io::Result<Self> {
        let hosts = ["127.0.0.1".to_owned()];
        let CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed(hosts).map_err(io::Error::other)?;
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| {
                builder.with_no_client_auth().with_single_cert(vec![cert.der().clone()], key)
            })
            .map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"h2".to_vec()];
        Ok(Self { pem: cert.pem(), acceptor: TlsAcceptor::from(Arc::new(config)) })
    }
}

/// Frame types (RFC 9113, 6).
mod frame {
    pub(super) const DATA: u8 = 0;
    pub(super) const HEADERS: u8 = 1;
    pub(super) const RST_STREAM: u8 = 3;
    pub(super) const SETTINGS: u8 = 4;
    pub(super) const PING: u8 = 6;
    pub(super) const GOAWAY: u8 = 7;
    pub(super) const WINDOW_UPDATE: u8 = 8;
}

const END_STREAM: u8 = 1;
const ACK: u8 = 1;
const END_HEADERS: u8 = 4;
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// The method `HEAD` in a header block: its length and its Huffman code (RFC 7541).
const HEAD: &[u8] = &[0x84, 0xc7, 0x82, 0x1b, 0xff];

/// A setting that forbids references to headers of earlier requests (`SETTINGS_HEADER_TABLE_SIZE` is 0).
const NO_TABLE: &[u8] = &[0, 1, 0, 0, 0, 0];

/// A request that was received completely.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stream {
    id: u32,
    is_head: bool,
}

/// A connection after its preface.
pub(crate) struct Connection {
    stream: TlsStream<TcpStream>,
    open: BTreeMap<u32, (bool, Vec<u8>)>,
}

impl Connection {
    pub(crate) async fn new(mut stream: TlsStream<TcpStream>) -> io::Result<Self> {
        let mut preface = [0; PREFACE.len()];
        stream.read_exact(&mut preface).await?;
        if preface != PREFACE {
            return Err(io::Error::other("this is not HTTP/2"));
        }
        let mut connection = Self { stream, open: BTreeMap::new() };
        connection.write(&frame(frame::SETTINGS, 0, 0, NO_TABLE)).await?;
        Ok(connection)
    }

    pub(crate) fn socket(&mut self) -> &mut TcpStream {
        self.stream.get_mut().0
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes).await?;
        self.stream.flush().await
    }

    pub(crate) async fn shutdown(&mut self) -> io::Result<()> {
        self.stream.shutdown().await
    }

    /// Returns the next request, or `None` if the client has closed the connection.
    pub(crate) async fn read(&mut self) -> io::Result<Option<(Stream, Received)>> {
        loop {
            let mut head = [0; 9];
            match self.stream.read_exact(&mut head).await {
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
                result => result?,
            };
            let [a, b, c, kind, flags, id @ ..] = head;
            let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
            self.stream.read_exact(&mut payload).await?;
            let id = u32::from_be_bytes(id);
            match kind {
                frame::SETTINGS if flags & ACK == 0 => {
                    self.write(&frame(frame::SETTINGS, ACK, 0, &[])).await?;
                }
                frame::PING if flags & ACK == 0 => {
                    self.write(&frame(frame::PING, ACK, 0, &payload)).await?;
                }
                frame::HEADERS => {
                    let is_head = payload.windows(HEAD.len()).any(|bytes| bytes == HEAD);
                    self.open.insert(id, (is_head, Vec::new()));
                }
                frame::DATA => {
                    if let Some((_, body)) = self.open.get_mut(&id) {
                        body.extend_from_slice(&payload);
                    }
                    if let Ok(size @ 1..) = u32::try_from(payload.len()) {
                        for id in [0, id] {
                            let update = frame(frame::WINDOW_UPDATE, 0, id, &size.to_be_bytes());
                            self.write(&update).await?;
                        }
                    }
                }
                frame::RST_STREAM => drop(self.open.remove(&id)),
                _ => {}
            }
            if matches!(kind, frame::HEADERS | frame::DATA)
                && flags & END_STREAM != 0
                && let Some((is_head, body)) = self.open.remove(&id)
            {
                let head = format!("stream {id}\r\n\r\n");
                return Ok(Some((Stream { id, is_head }, Received { head, body })));
            }
        }
    }
}

/// Resets a stream with `RST_STREAM`.
pub(crate) fn reset(stream: Stream, code: u32) -> Vec<u8> {
    frame(frame::RST_STREAM, 0, stream.id, &code.to_be_bytes())
}

/// Ends a connection with `GOAWAY`, which says whether the stream was processed.
pub(crate) fn go_away(stream: Stream, is_processed: bool, code: u32, debug: &str) -> Vec<u8> {
    let last = if is_processed { stream.id } else { stream.id.saturating_sub(2) };
    let payload = [&last.to_be_bytes(), &code.to_be_bytes(), debug.as_bytes()].concat();
    frame(frame::GOAWAY, 0, 0, &payload)
}

/// Translates a complete or partial HTTP/1.1 response to HTTP/2.
pub(crate) fn translate(stream: Stream, http1: &[u8]) -> Vec<u8> {
    let Some(end) = http1.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        // A truncated header block.
        return frame(frame::HEADERS, END_HEADERS, stream.id, http1)[..http1.len().min(12)]
            .to_vec();
    };
    if !http1.starts_with(b"HTTP/1.1 ") {
        return http1.to_vec();
    }
    let head = String::from_utf8_lossy(&http1[..end]).into_owned();
    let received = Received { head, body: Vec::new() };
    let rest = &http1[end + 4..];
    let (body, is_whole) = if received.header("transfer-encoding").is_some() {
        dechunked(rest)
    } else {
        let length = received.header("content-length").and_then(|length| length.parse().ok());
        (rest.to_vec(), length.is_none_or(|length: usize| length <= rest.len()))
    };
    let is_bare = stream.is_head || body.is_empty() && is_whole;
    let flags = if is_bare { END_HEADERS | END_STREAM } else { END_HEADERS };
    let mut frames = frame(frame::HEADERS, flags, stream.id, &block(&received.head));
    if !is_bare {
        let mut pieces = body.chunks(16_384).peekable();
        while let Some(piece) = pieces.next() {
            let is_end = is_whole && pieces.peek().is_none();
            frames.extend(frame(frame::DATA, u8::from(is_end), stream.id, piece));
        }
    }
    frames
}

/// Returns the data of a chunked body, and whether the body is complete. The last chunk may be incomplete.
fn dechunked(mut bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = bytes.windows(2).position(|bytes| bytes == b"\r\n") {
        let size = usize::from_str_radix(&String::from_utf8_lossy(&bytes[..end]), 16).unwrap_or(0);
        let data = &bytes[end + 2..];
        body.extend_from_slice(&data[..size.min(data.len())]);
        bytes = data.get(size + 2..).unwrap_or_default();
        if size == 0 {
            return (body, true);
        }
    }
    (body, false)
}

/// Encodes status line and headers of HTTP/1.1 as a header block, without compression.
fn block(head: &str) -> Vec<u8> {
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default();
    let mut block = Vec::new();
    literal(&mut block, ":status", status);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let name = name.to_ascii_lowercase();
        // HTTP/2 forbids these headers (RFC 9113, 8.2.2).
        if name != "connection" && name != "transfer-encoding" {
            literal(&mut block, &name, value);
        }
    }
    block
}

/// Writes a literal field (RFC 7541, 6.2.2).
fn literal(block: &mut Vec<u8>, name: &str, value: &str) {
    block.push(0);
    for text in [name, value] {
        let mut length = text.len();
        if length < 127 {
            block.extend(u8::try_from(length));
        } else {
            // An integer with a prefix of seven bits (RFC 7541, 5.1).
            block.push(127);
            length -= 127;
            while length >= 128 {
                block.extend(u8::try_from(length % 128 + 128));
                length /= 128;
            }
            block.extend(u8::try_from(length));
        }
        block.extend_from_slice(text.as_bytes());
    }
}

fn frame(kind: u8, flags: u8, id: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_be_bytes();
    let mut frame = vec![length[1], length[2], length[3], kind, flags];
    frame.extend(id.to_be_bytes());
    frame.extend_from_slice(payload);
    frame
}
