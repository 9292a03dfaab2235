//! Multipart bodies with a fixed boundary and without secrets.

use http::{HeaderMap, HeaderValue, header};

use super::Scrub;

/// The replacement for the boundary of a multipart body, so that two such bodies can be compared.
const PLAIN: &str = "boundary";

/// Returns the boundary of a multipart body of this type.
pub(in crate::testing) fn boundary(media: &str) -> Option<&str> {
    parts(media).map(|(_, boundary)| boundary)
}

/// Returns type and boundary.
fn parts(media: &str) -> Option<(&str, &str)> {
    media.split_once("; boundary=").filter(|(media, _)| media.starts_with("multipart/"))
}

/// Returns the type of a multipart body, with a fixed boundary.
pub(in crate::testing) fn plain_content_type(headers: &HeaderMap) -> Option<HeaderValue> {
    let media = crate::text::header(headers.get(header::CONTENT_TYPE)?)?;
    let (media, _) = parts(media)?;
    HeaderValue::try_from(format!("{media}; boundary={PLAIN}")).ok()
}

/// Returns a body with a fixed boundary.
pub(in crate::testing) fn plain(body: &[u8], boundary: &str) -> Vec<u8> {
    let delimiter = format!("--{boundary}");
    let mut plain = Vec::with_capacity(body.len());
    let mut at = 0;
    for found in memchr::memmem::find_iter(body, delimiter.as_bytes()) {
        plain.extend_from_slice(&body[at..found]);
        plain.extend_from_slice(b"--");
        plain.extend_from_slice(PLAIN.as_bytes());
        at = found + delimiter.len();
    }
    plain.extend_from_slice(&body[at..]);
    plain
}

/// Returns a body with a fixed boundary and without secrets.
pub(super) fn scrubbed(scrub: &mut Scrub<'_>, body: &[u8], boundary: &str) -> Vec<u8> {
    let body = plain(body, boundary);
    let delimiter = format!("--{PLAIN}");
    let mut written = Vec::with_capacity(body.len());
    let mut at = 0;
    let ends = memchr::memmem::find_iter(&body, delimiter.as_bytes()).collect::<Vec<_>>();
    for end in ends.into_iter().chain([body.len()]) {
        part(scrub, &body[at..end], &mut written);
        at = (end + delimiter.len()).min(body.len());
        if end < body.len() {
            written.extend_from_slice(delimiter.as_bytes());
        }
    }
    written
}

/// Writes a part: its headers, an empty line, its content, and a line break.
fn part(scrub: &mut Scrub<'_>, part: &[u8], written: &mut Vec<u8>) {
    const EMPTY_LINE: &[u8] = b"\r\n\r\n";
    let Some(start) = memchr::memmem::find(part, EMPTY_LINE) else {
        written.extend_from_slice(&scrub.bytes(part));
        return;
    };
    let (head, content) = part.split_at(start + EMPTY_LINE.len());
    let (content, end) = match content.strip_suffix(b"\r\n") {
        Some(content) => (content, &b"\r\n"[..]),
        None => (content, &b""[..]),
    };
    let text = String::from_utf8_lossy(head);
    let name = text.split_once(" name=\"").and_then(|(_, rest)| rest.split('"').next());
    let is_file = text.contains("; filename=\"");
    written.extend_from_slice(&scrub.bytes(head));
    written.extend_from_slice(&match name {
        Some(name) if !is_file => scrub.field(name, content),
        _ => scrub.bytes(content),
    });
    written.extend_from_slice(end);
}
