//! [`Scan`]: the entries of a page in its JSON, found without decoding them.
//!
//! The scan does not depend on types, so it is compiled once and works for entries that cannot be decoded. For invalid
//! JSON it finds no entries or wrong ones, without further consequences.

use std::{borrow::Cow, ops::Range};

use memchr::memchr2;

use crate::{
    endpoint::{id::Id, page::Cursor},
    work,
};

/// The id of an entry: a string, usually a UUID, or an integer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Text(Id<()>),
    Number(u64),
    Negative(i64),
}

impl Key {
    pub(crate) fn to_cursor(&self) -> Cursor {
        match self {
            Self::Text(id) => String::from(id).into(),
            Self::Number(number) => number.to_string().into(),
            Self::Negative(number) => number.to_string().into(),
        }
    }
}

/// The entries of a page.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The range of the array, including its brackets.
    pub(crate) array: Range<usize>,
    pub(crate) entries: Vec<Entry>,
}

/// One entry of a page.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) range: Range<usize>,
    /// The id, if the entry has one.
    pub(crate) key: Option<Key>,
}

/// A JSON reader that parses only as much as it needs.
pub(crate) struct Json<'a> {
    json: &'a [u8],
    at: usize,
}

impl<'a> Json<'a> {
    pub(crate) fn new(json: &'a [u8]) -> Self {
        let mark = if json.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Self { json, at: mark }
    }

    /// Moves to the next array and returns where it begins.
    pub(crate) fn array(&mut self) -> Option<usize> {
        (self.peek()? == b'[').then_some(self.at)
    }

    /// Skips an object and returns its number of members.
    pub(crate) fn members(&mut self) -> Option<usize> {
        self.take(b'{')?;
        let mut count = 0;
        loop {
            self.string()?;
            self.take(b':')?;
            self.skip()?;
            count += 1;
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(count);
            }
        }
    }

    /// Returns `true` if this is an object with an array of this length among its values. If it has several values, not
    /// all of them may be arrays.
    pub(crate) fn is_envelope_of(&mut self, count: usize) -> bool {
        self.envelope(count) == Some(true)
    }

    fn envelope(&mut self, count: usize) -> Option<bool> {
        let (mut is_found, mut has_others, mut members) = (false, false, 0);
        self.take(b'{')?;
        loop {
            self.string()?;
            self.take(b':')?;
            if self.array().is_some() {
                is_found |= self.entries("")?.entries.len() == count;
            } else {
                has_others = true;
                self.skip()?;
            }
            members += 1;
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(is_found && (has_others || members == 1));
            }
        }
    }

    /// Moves to the value of a field. `None` if this is not an object or has no such field.
    pub(crate) fn enter(&mut self, field: &str) -> Option<()> {
        self.take(b'{')?;
        loop {
            let name = self.string()?;
            self.take(b':')?;
            if self.is(&name, field) {
                return Some(());
            }
            self.skip()?;
            self.take(b',')?;
        }
    }

    /// Reads an array, with the value at this path in each entry.
    pub(crate) fn entries(&mut self, id: &str) -> Option<Scan> {
        self.take(b'[')?;
        let start = self.at - 1;
        let mut entries = Vec::new();
        if self.take(b']').is_some() {
            return Some(Scan { array: start..self.at, entries });
        }
        loop {
            self.peek()?;
            let start_of_entry = self.at;
            let key = self.find(id)?;
            entries.push(Entry { range: start_of_entry..self.at, key });
            if self.take(b',').is_none() {
                self.take(b']')?;
                return Some(Scan { array: start..self.at, entries });
            }
        }
    }

    /// Reads a value, and returns the key at this path in it.
    fn find(&mut self, path: &str) -> Option<Option<Key>> {
        if path.is_empty() {
            return self.key();
        }
        if self.take(b'{').is_none() {
            self.skip()?;
            return Some(None);
        }
        if self.take(b'}').is_some() {
            return Some(None);
        }
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let mut found = None;
        loop {
            let name = self.string()?;
            self.take(b':')?;
            if self.is(&name, first) {
                found = self.find(rest)?.or(found);
            } else {
                self.skip()?;
            }
            if self.take(b',').is_none() {
                self.take(b'}')?;
                return Some(found);
            }
        }
    }

    /// Reads a value, and returns it if it is a string or an integer.
    fn key(&mut self) -> Option<Option<Key>> {
        let first = self.peek()?;
        let start = self.at;
        if first == b'"' {
            let text = self.string()?;
            return Some(self.text(&text).map(|text| Key::Text(Id::from(&*text))));
        }
        self.skip()?;
        let Some(Ok(text)) = self.json.get(start..self.at).map(str::from_utf8) else {
            return Some(None);
        };
        let number = text.parse().map(Key::Number);
        Some(number.or_else(|_| text.parse().map(Key::Negative)).ok())
    }

    /// Returns the value after a colon if it is a string or a number.
    pub(crate) fn id_value(&mut self) -> Option<&'a [u8]> {
        self.take(b':')?;
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => {
                self.string()?;
            }
            b'-' | b'0'..=b'9' => self.literal(),
            _ => return None,
        }
        self.json.get(start..self.at)
    }

    /// Skips a value of any depth.
    pub(crate) fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                b',' | b':' => return None,
                _ => self.literal(),
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Skips a number, a boolean or `null`.
    fn literal(&mut self) {
        let rest = self.json.get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| {
            matches!(byte, b',' | b'}' | b']' | b':' | b'"' | b'[' | b'{') || is_space(*byte)
        };
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        work::count(length);
        self.at += length.max(1);
    }

    /// Skips a string and returns its range, including the quotes.
    fn string(&mut self) -> Option<Range<usize>> {
        self.take(b'"')?;
        let start = self.at - 1;
        loop {
            let rest = self.json.get(self.at..)?;
            self.at += memchr2(b'"', b'\\', rest)?;
            if self.json[self.at] == b'"' {
                break;
            }
            self.at += 2;
        }
        self.at += 1;
        work::count(self.at - start);
        Some(start..self.at)
    }

    /// Returns the value of a string. `None` if it is malformed.
    fn text(&self, string: &Range<usize>) -> Option<Cow<'a, str>> {
        let inner = self.json.get(string.start + 1..string.end - 1)?;
        if inner.contains(&b'\\') {
            return serde_json::from_slice(self.json.get(string.clone())?).ok().map(Cow::Owned);
        }
        str::from_utf8(inner).ok().map(Cow::Borrowed)
    }

    fn is(&self, string: &Range<usize>, text: &str) -> bool {
        let inner = self.json.get(string.start + 1..string.end - 1).unwrap_or_default();
        inner == text.as_bytes()
            || inner.len() > text.len()
                && inner.contains(&b'\\')
                && self.text(string).is_some_and(|found| found == text)
    }

    /// Skips white space and returns the next byte.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.json.get(self.at)?;
            work::count(1);
            if !is_space(byte) {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests;
