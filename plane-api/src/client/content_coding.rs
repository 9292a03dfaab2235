//! The coding of response bodies (`Content-Encoding`): `gzip` with the feature of that name, and errors for any other.

#[cfg(feature = "gzip")]
mod gzip;

use std::{
    io, mem,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, Response, StatusCode, header};

use crate::{endpoint::body::Body, error::TransportError};

/// Asks for gzip if this build decodes it, unless the request sets `Accept-Encoding` itself or asks for a range: a part of
/// a compressed body cannot be decoded.
pub(crate) fn accept(headers: &mut HeaderMap) -> Accepted {
    let part = headers.contains_key(header::RANGE);
    #[cfg(not(feature = "gzip"))]
    let coding = headers.contains_key(header::ACCEPT_ENCODING);
    #[cfg(feature = "gzip")]
    let coding = match headers.entry(header::ACCEPT_ENCODING) {
        header::Entry::Occupied(_) => true,
        header::Entry::Vacant(entry) => {
            if !part {
                entry.insert(http::HeaderValue::from_static("gzip"));
            }
            false
        }
    };
    Accepted { coding, part }
}

/// The codings that a request accepts by its own headers.
#[derive(Clone, Copy)]
pub(crate) struct Accepted {
    /// The caller may accept other codings than gzip, and decodes them.
    coding: bool,
    part: bool,
}

/// Replaces the body by its decompressed form and removes the headers that no longer apply.
///
/// Errors in the body are reported when it is read, because a rejection matters more than its body.
pub(crate) fn decode(response: &mut Response<Body>, accepted: Accepted) {
    let is_part = accepted.part && response.status() == StatusCode::PARTIAL_CONTENT;
    let headers = response.headers();
    let has = |name| headers.contains_key(name);
    if is_part || !has(header::CONTENT_ENCODING) && !has(header::TRANSFER_ENCODING) {
        return;
    }
    let transfer = codings(headers, header::TRANSFER_ENCODING, &["", "identity", "chunked"]);
    match codings(headers, header::CONTENT_ENCODING, &["", "identity"]) {
        // No transfer coding is ever requested.
        _ if !transfer.is_empty() => replace_body(response, |body| Unknown::new(body, transfer)),
        coding if coding.is_empty() => {}
        #[cfg(feature = "gzip")]
        coding if coding == "gzip" || coding == "x-gzip" => {
            response.headers_mut().remove(header::CONTENT_ENCODING);
            response.headers_mut().remove(header::CONTENT_LENGTH);
            replace_body(response, gzip::Decoded::new);
        }
        _ if accepted.coding => {}
        coding => replace_body(response, |body| Unknown::new(body, coding)),
    }
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

fn replace_body<S>(response: &mut Response<Body>, by: impl FnOnce(Body) -> S)
where
    S: Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
{
    let body = mem::take(response.body_mut());
    *response.body_mut() = Body::response(by(body));
}

/// A body that cannot be decoded: an error, unless it is empty.
struct Unknown {
    body: Body,
    /// The coding, until the error has been returned.
    coding: Option<String>,
}

impl Unknown {
    const fn new(body: Body, coding: String) -> Self {
        Self { body, coding: Some(coding) }
    }
}

impl Stream for Unknown {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while self.coding.is_some() {
            match ready!(self.body.poll_chunk(context)?) {
                Some(piece) if piece.is_empty() => {}
                Some(_) => {
                    return Poll::Ready(self.coding.take().map(|coding| Err(unknown(&coding))));
                }
                None => self.coding = None,
            }
        }
        Poll::Ready(None)
    }
}

/// The server controls the name, so it is shown only if it looks like a name.
fn unknown(coding: &str) -> TransportError {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_., ".contains(&byte);
    let name = if coding.len() <= 64 && coding.bytes().all(is_name) {
        coding
    } else {
        "an unknown coding"
    };
    let reason = if cfg!(feature = "gzip") {
        "only gzip was requested; see the server's `Content-Encoding`"
    } else if coding == "gzip" || coding == "x-gzip" {
        "none was requested; enable the feature `gzip` of `plane-api`"
    } else {
        "none was requested; see the server's `Content-Encoding`"
    };
    let hint = format!("it is encoded as `{name}`, but {reason}");
    TransportError::malformed(hint, io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the feature `gzip`, only for a body that it would decode.
    #[test]
    fn a_coding_that_a_feature_decodes_names_the_feature() {
        for (coding, is_gzip) in
            [("gzip", true), ("x-gzip", true), ("br", false), ("gzip, br", false)]
        {
            let error = unknown(coding).to_string();
            let is_named = error.contains("enable the feature `gzip`");
            assert_eq!(is_named, is_gzip && !cfg!(feature = "gzip"), "{error}");
        }
    }
}
