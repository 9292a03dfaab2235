//! The path of a request: a template, and values that stay in their places.

use std::{
    borrow::Cow,
    fmt::{self, Display, Write},
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986.
pub(super) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Fills the parameters of a template, in order.
#[derive(Debug)]
pub(super) struct PathWriter {
    /// What there is so far, behind what the path is put behind.
    pub(super) encoded: String,
    /// What is left of the template.
    rest: &'static str,
    /// Where the current segment begins.
    start: usize,
    /// The current segment as it was before it was encoded, if it looked different.
    raw: Option<String>,
    /// Of how many pieces it is made. One piece is checked by itself, more of them once more as a whole.
    pieces: usize,
}

impl PathWriter {
    pub(super) fn new(prefix: &str, template: &'static str) -> Self {
        let mut encoded = String::with_capacity(prefix.len() + template.len() + 64);
        encoded.push_str(prefix);
        let start = encoded.len();
        Self { encoded, rest: template, start, raw: None, pieces: 0 }
    }

    /// Writes the template up to the next parameter, and the value in its place.
    pub(super) fn value(&mut self, value: &dyn Display) -> Result<(), Refusal> {
        let (literal, rest) = split_once(self.rest, b'{');
        self.literal(literal)?;
        self.rest = split_once(rest, b'}').1;
        self.value_here(value)
    }

    fn value_here(&mut self, value: &dyn Display) -> Result<(), Refusal> {
        let start = self.encoded.len();
        if write!(self.encoded, "{value}").is_err() {
            return Err(Refusal("cannot be written: its `Display` fails"));
        }
        self.pieces += 1;
        let value = &self.encoded[start..];
        if is_plain(value) {
            if let Some(raw) = &mut self.raw {
                raw.push_str(value);
            }
            return Ok(());
        }
        check(value)?;
        let value = self.encoded.split_off(start);
        let before = &self.encoded[self.start..];
        self.raw.get_or_insert_with(|| before.to_owned()).push_str(&value);
        self.encoded.extend(utf8_percent_encode(&value, RESERVED));
        Ok(())
    }

    /// As [`PathWriter::value`], for a value of several segments.
    pub(super) fn segments(&mut self, value: &dyn Display) -> Result<(), Refusal> {
        let mut text = String::new();
        if write!(text, "{value}").is_err() {
            return Err(Refusal("cannot be written: its `Display` fails"));
        }
        let mut segments = text.split('/');
        if let Some(first) = segments.next() {
            self.value(&first)?;
        }
        for segment in segments {
            self.literal("/")?;
            self.value_here(&segment)?;
        }
        Ok(())
    }

    /// Writes what is left of the template.
    pub(super) fn finish(&mut self) -> Result<(), Refusal> {
        let rest = std::mem::take(&mut self.rest);
        self.literal(rest)?;
        self.end_segment()
    }

    fn literal(&mut self, literal: &str) -> Result<(), Refusal> {
        if literal.starts_with('/') && literal.ends_with('/') {
            self.end_segment()?;
            self.encoded.push_str(literal);
            self.start = self.encoded.len();
            return Ok(());
        }
        let Some((before, after)) = literal.rsplit_once('/') else {
            self.piece(literal);
            return Ok(());
        };
        let before = before.split('/').next().unwrap_or_default();
        self.piece(before);
        self.end_segment()?;
        self.encoded.push_str(&literal[before.len()..literal.len() - after.len()]);
        self.start = self.encoded.len();
        self.piece(after);
        Ok(())
    }

    fn piece(&mut self, literal: &str) {
        if literal.is_empty() {
            return;
        }
        self.encoded.push_str(literal);
        if let Some(raw) = &mut self.raw {
            raw.push_str(literal);
        }
        self.pieces += 1;
    }

    /// Harmless pieces can make up a harmful segment: `%2` and `f`.
    fn end_segment(&mut self) -> Result<(), Refusal> {
        if self.pieces > 1 {
            check(self.raw.as_deref().unwrap_or(&self.encoded[self.start..]))?;
        }
        self.raw = None;
        self.pieces = 0;
        Ok(())
    }
}

/// What is before a byte of ASCII, and what is behind it. Templates are so short that this is faster than `str`'s own.
fn split_once(text: &str, byte: u8) -> (&str, &str) {
    let at = text.bytes().position(|other| other == byte);
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

/// Why a value cannot stand in a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal(&'static str);

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Whether there is nothing to refuse or to encode: ids and slugs, most of the time.
fn is_plain(value: &str) -> bool {
    let is_plain = |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_');
    !value.is_empty() && value.bytes().all(is_plain)
}

/// Looks under every layer of percent-encoding.
fn check(value: &str) -> Result<(), Refusal> {
    check_layer(value)?;
    let mut layer = Cow::Borrowed(value);
    while layer.contains('%') {
        let decoded = percent_decode_str(&layer).decode_utf8_lossy().into_owned();
        if decoded == *layer {
            break;
        }
        check_layer(&decoded)?;
        layer = Cow::Owned(decoded);
    }
    Ok(())
}

fn check_layer(value: &str) -> Result<(), Refusal> {
    match value {
        "" => return Err(Refusal("is empty")),
        "." | ".." => return Err(Refusal("is `.` or `..`, which would address something else")),
        _ => {}
    }
    if value.contains(['/', '\\']) {
        return Err(Refusal("holds a slash or a backslash, which would address something else"));
    }
    if value.contains(char::is_control) {
        return Err(Refusal("holds a control character"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(template: &'static str, values: &[&str]) -> Result<String, Refusal> {
        let mut writer = PathWriter::new("", template);
        values.iter().try_for_each(|value| writer.value(value))?;
        writer.finish()?;
        Ok(writer.encoded)
    }

    #[test]
    fn values_are_encoded_in_their_places() {
        assert_eq!(path("/plain/", &[]).unwrap(), "/plain/");
        assert_eq!(path("/a/{x}/b/{y}/", &["1", "2"]).unwrap(), "/a/1/b/2/");
        assert_eq!(path("/a/{x}-{y}.{z}", &["K Y", "7", "%"]).unwrap(), "/a/K%20Y-7.%25");
        assert_eq!(path("/{x}", &["?#'\"é名~-._"]).unwrap(), "/%3F%23%27%22%C3%A9%E5%90%8D~-._");
        assert_eq!(path("/{x}", &["100%2"]).unwrap(), "/100%252");
    }

    #[test]
    fn several_segments_are_checked_one_by_one() {
        let path = |value: &str| {
            let mut writer = PathWriter::new("", "/files/{path..}/");
            writer.segments(&value)?;
            writer.finish()?;
            Ok::<_, Refusal>(writer.encoded)
        };
        assert_eq!(path("a").unwrap(), "/files/a/");
        assert_eq!(path("a b/c?/d.e").unwrap(), "/files/a%20b/c%3F/d.e/");
        let refused =
            ["", "/", "/a", "a/", "a//b", "a/../b", ".", "a/%2e%2E", "a/b%2Fc", "a\\b", "a/\n"];
        for value in refused {
            assert!(path(value).is_err(), "{value:?}");
        }
    }

    #[test]
    fn values_that_address_something_else_are_refused_at_every_layer() {
        let values = ["", ".", "..", "/", "a/b", "a\\b", "a\nb", "\0", "\u{85}"];
        for value in values {
            assert!(path("/a/{x}/", &[value]).is_err(), "{value:?}");
            let mut encoded: String = value.bytes().map(|byte| format!("%{byte:02x}")).collect();
            for _ in 0..3 {
                assert!(path("/a/{x}/", &[&encoded]).is_err(), "{encoded:?}");
                encoded = encoded.replace('%', "%25");
            }
        }
    }

    #[test]
    fn pieces_that_are_harmless_alone_are_refused_together() {
        assert!(path("/a/{x}{y}/", &["%2", "f"]).is_err());
        assert!(path("/a/{x}f/", &["%2"]).is_err());
        assert!(path("/a/%2{x}/", &["f"]).is_err());
        assert!(path("/a/{x}2f/b/{y}/", &["%", "c"]).is_err());
        assert!(path("/a/{x}2/f{y}/", &["%", "c"]).is_ok());
    }
}
