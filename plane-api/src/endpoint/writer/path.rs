//! The path of a request: a template, and values that cannot escape their segments.

mod value;

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use self::value::{InvalidValue, check, check_pieces, is_plain, write_value};

/// All characters except the unreserved ones of RFC 3986.
pub(super) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Fills the parameters of a template, in order.
#[derive(Debug)]
pub(super) struct PathWriter {
    /// The result so far, after the prefix.
    pub(super) encoded: String,
    /// The rest of the template.
    rest: &'static str,
    /// The start of the current segment.
    start: usize,
    /// The current segment before encoding, if encoding changed it.
    raw: Option<String>,
    /// The number of pieces of the current segment. A single piece is checked by itself; several are also checked as a
    /// whole.
    pieces: usize,
}

impl PathWriter {
    pub(super) fn new((base, root): (&str, &str), template: &'static str) -> Self {
        let length = base.len() + root.len() + template.len();
        let mut encoded = String::with_capacity(length + 64);
        encoded.push_str(base);
        encoded.push_str(root);
        let start = encoded.len();
        Self { encoded, rest: template, start, raw: None, pieces: 0 }
    }

    /// Writes the template up to the next parameter, and then the value.
    pub(super) fn value(&mut self, value: &dyn Display) -> Result<(), InvalidValue> {
        self.up_to_parameter()?;
        self.value_here(value)
    }

    fn up_to_parameter(&mut self) -> Result<(), InvalidValue> {
        let (literal, rest) = split_once(self.rest, b'{');
        self.literal(literal)?;
        self.rest = split_once(rest, b'}').1;
        Ok(())
    }

    fn value_here(&mut self, value: &dyn Display) -> Result<(), InvalidValue> {
        let start = self.encoded.len();
        if let Err(invalid) = write_value(&mut self.encoded, value) {
            self.encoded.truncate(start);
            return Err(invalid);
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
        self.encode(&value);
        Ok(())
    }

    /// Writes a value that encoding changes.
    fn encode(&mut self, value: &str) {
        let before = &self.encoded[self.start..];
        self.raw.get_or_insert_with(|| before.to_owned()).push_str(value);
        self.encoded.extend(utf8_percent_encode(value, RESERVED));
    }

    /// Like [`PathWriter::value`], for a value whose slashes are encoded.
    ///
    /// If the value shares its segment with other text, the segment is also checked as a whole at its end, and a slash
    /// is an error.
    pub(super) fn slashes(&mut self, value: &dyn Display) -> Result<(), InvalidValue> {
        let mut text = String::new();
        write_value(&mut text, value)?;
        check_pieces(&text)?;
        self.up_to_parameter()?;
        self.pieces += 1;
        self.encode(&text);
        Ok(())
    }

    /// Like [`PathWriter::value`], for a value of several segments.
    pub(super) fn segments(&mut self, value: &dyn Display) -> Result<(), InvalidValue> {
        let mut text = String::new();
        write_value(&mut text, value)?;
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

    /// Writes the rest of the template.
    pub(super) fn finish(&mut self) -> Result<(), InvalidValue> {
        let rest = std::mem::take(&mut self.rest);
        self.literal(rest)?;
        self.end_segment()
    }

    fn literal(&mut self, literal: &str) -> Result<(), InvalidValue> {
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

    /// Checks the segment as a whole, because harmless pieces can form a harmful segment: `%2` and `f`.
    fn end_segment(&mut self) -> Result<(), InvalidValue> {
        if self.pieces > 1 {
            check(self.raw.as_deref().unwrap_or(&self.encoded[self.start..]))?;
        }
        self.raw = None;
        self.pieces = 0;
        Ok(())
    }
}

/// Splits the text at an ASCII byte. Templates are so short that this is faster than the method of `str`.
fn split_once(text: &str, byte: u8) -> (&str, &str) {
    let at = text.bytes().position(|other| other == byte);
    at.map_or((text, ""), |at| (&text[..at], &text[at + 1..]))
}

#[cfg(test)]
mod tests;
