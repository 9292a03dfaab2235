//! Decodes the `Content-Encoding` of responses.
//!
//! A gzip body is a series of members (RFC 1952, 2.2), and all of them are decoded. Bytes after the last member, a
//! truncated member and a wrong checksum are errors, so a part of a body is never taken for the whole.

use std::{
    io::{self, Write},
    mem,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::{Buf, Bytes};
use flate2::write::MultiGzDecoder;
use futures_core::Stream;
use http::{
    HeaderMap, HeaderName, HeaderValue, Response, StatusCode,
    header::{self, Entry},
};

use crate::{endpoint::body::Body, error::TransportError};

/// After this many input bytes without output, the task yields so that time limits are checked.
const MAX_SILENT_BYTES: usize = 64 << 10;

/// Asks for gzip, unless the request sets `Accept-Encoding` itself or asks for a range: a part of a compressed body
/// cannot be decoded.
pub(crate) fn accept(headers: &mut HeaderMap) -> Accepted {
    let part = headers.contains_key(header::RANGE);
    let coding = match headers.entry(header::ACCEPT_ENCODING) {
        Entry::Occupied(_) => true,
        Entry::Vacant(entry) => {
            if !part {
                entry.insert(HeaderValue::from_static("gzip"));
            }
            false
        }
    };
    Accepted { coding, part }
}

/// The codings that a request accepts by its own headers.
#[derive(Clone, Copy)]
pub(crate) struct Accepted {
    /// The caller may accept another coding than gzip, and decodes it.
    coding: bool,
    part: bool,
}

/// Replaces the body by its decompressed form and removes the headers that no longer apply.
///
/// Errors in the body are reported when it is read, because a rejection counts more than its body.
pub(crate) fn decode(response: &mut Response<Body>, accepted: Accepted) {
    let is_part = accepted.part && response.status() == StatusCode::PARTIAL_CONTENT;
    let headers = response.headers_mut();
    let has = |name| headers.contains_key(name);
    if is_part || !has(header::CONTENT_ENCODING) && !has(header::TRANSFER_ENCODING) {
        return;
    }
    let transfer = codings(headers, header::TRANSFER_ENCODING, &["", "identity", "chunked"]);
    let decoder = match codings(headers, header::CONTENT_ENCODING, &["", "identity"]) {
        // No transfer coding is ever requested.
        _ if !transfer.is_empty() => Err(transfer),
        coding if coding.is_empty() => return,
        coding if coding == "gzip" || coding == "x-gzip" => {
            headers.remove(header::CONTENT_ENCODING);
            headers.remove(header::CONTENT_LENGTH);
            Ok(None)
        }
        _ if accepted.coding => return,
        coding => Err(coding),
    };
    let body = mem::take(response.body_mut());
    *response.body_mut() =
        Body::response(Decoded { body, decoder, input: Bytes::new(), is_over: false });
}

/// Returns the applied codings, in lower case and separated by commas, except these. Empty if there are none.
fn codings(headers: &HeaderMap, name: HeaderName, except: &[&str]) -> String {
    let mut codings = String::new();
    for value in headers.get_all(name) {
        let value = String::from_utf8_lossy(value.as_bytes()).to_ascii_lowercase();
        let names = value.split(',').map(str::trim);
        for name in names.filter(|name| !except.contains(name)) {
            if !codings.is_empty() {
                codings.push_str(", ");
            }
            codings.push_str(name);
        }
    }
    codings
}

/// A body that is decoded piece by piece.
struct Decoded {
    body: Body,
    /// A decoder, once there is input, or the name of an unknown coding.
    decoder: Result<Option<MultiGzDecoder<Vec<u8>>>, String>,
    /// The part of a piece that is not decoded yet.
    input: Bytes,
    is_over: bool,
}

impl Decoded {
    fn next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let mut silent = 0;
        loop {
            while !self.input.is_empty() {
                let before = self.input.len();
                let output = self.step()?;
                if !output.is_empty() {
                    return Poll::Ready(Some(Ok(output)));
                }
                silent += before - self.input.len();
                if silent > MAX_SILENT_BYTES {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
            }
            match ready!(self.body.poll_chunk(context)) {
                Some(piece) => self.input = piece?,
                None => {
                    let Ok(Some(decoder)) = &mut self.decoder else { return Poll::Ready(None) };
                    decoder.try_finish().map_err(malformed)?;
                    self.is_over = true;
                    let output = mem::take(decoder.get_mut());
                    return Poll::Ready((!output.is_empty()).then(|| Ok(output.into())));
                }
            }
        }
    }

    /// Decodes part of the input. Each step produces little output, however well the input is compressed.
    fn step(&mut self) -> Result<Bytes, TransportError> {
        let decoder = match &mut self.decoder {
            Ok(decoder) => decoder.get_or_insert_with(|| MultiGzDecoder::new(Vec::new())),
            Err(coding) => return Err(unknown(coding)),
        };
        let count = decoder.write(&self.input).map_err(malformed)?;
        self.input.advance(count);
        Ok(mem::take(decoder.get_mut()).into())
    }
}

impl Stream for Decoded {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let next = self.next(context);
        self.is_over |= matches!(next, Poll::Ready(None | Some(Err(_))));
        next
    }
}

fn malformed(error: io::Error) -> TransportError {
    TransportError::malformed("it has `Content-Encoding: gzip` but is not valid gzip", error)
}

/// The server controls the name, so it is shown only if it looks like a name.
fn unknown(coding: &str) -> TransportError {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_., ".contains(&byte);
    let name = if coding.len() <= 64 && coding.bytes().all(is_name) {
        coding
    } else {
        "an unknown coding"
    };
    let hint = format!(
        "it is encoded as `{name}`, but only gzip was requested; see the server's `Content-Encoding`"
    );
    TransportError::malformed(hint, io::ErrorKind::Unsupported.into())
}
