//! Finds secret values in valid JSON, by the names of their members.

use std::ops::Range;

use super::{names, text};

/// A secret in JSON.
pub(super) trait Secrets {
    fn is_name(&self, normal: &str) -> bool;
    /// Whether the whole string is a secret.
    fn is_secret(&self, text: &str) -> bool;
}

/// A secret value: the text of a string without its quotes, or a number.
pub(super) enum Found {
    Text(Range<usize>),
    Number(Range<usize>),
}

/// Finds the secrets of valid JSON whose nesting is limited. `numbers` are positions that must not be part of a number.
pub(super) fn find(json: &[u8], secrets: &dyn Secrets, numbers: &[Range<usize>]) -> Vec<Found> {
    let mut walker = Walker { json, at: 0, secrets, numbers, found: Vec::new() };
    walker.value(None);
    walker.found
}

struct Walker<'a> {
    json: &'a [u8],
    at: usize,
    secrets: &'a dyn Secrets,
    numbers: &'a [Range<usize>],
    found: Vec<Found>,
}

impl Walker<'_> {
    /// Skips a value. `name` is that of a secret if the value is one.
    fn value(&mut self, name: Option<&str>) {
        self.skip(b" \t\r\n");
        match self.json.get(self.at) {
            Some(b'{') => self.object(name),
            Some(b'[') => {
                self.at += 1;
                while !self.ends(b']') {
                    self.value(name);
                }
            }
            Some(b'"') => self.string(name),
            Some(b'-' | b'0'..=b'9') => self.number(name),
            // `null`, `true`, `false`.
            _ => self.skip(b"abcdefghijklmnopqrstuvwxyz"),
        }
    }

    fn object(&mut self, outer: Option<&str>) {
        self.at += 1;
        while !self.ends(b'}') {
            let content = self.content();
            self.inner(&content);
            let name = names::normal(&self.decoded(&content));
            self.skip(b" \t\r\n:");
            let is_secret = self.secrets.is_name(&name) || name == "policy";
            self.value(if is_secret { Some(&name) } else { outer });
        }
    }

    fn string(&mut self, name: Option<&str>) {
        let content = self.content();
        let bytes = &self.json[content.clone()];
        let is_secret = match name {
            Some("policy") => names::is_policy("policy", bytes),
            name => name.is_some(),
        };
        if content.is_empty() {
            return;
        }
        if is_secret || self.secrets.is_secret(&self.decoded(&content)) {
            self.found.push(Found::Text(content));
        } else {
            self.inner(&content);
        }
    }

    /// Finds secrets within a string.
    fn inner(&mut self, content: &Range<usize>) {
        let is_name = |name: &str| self.secrets.is_name(name);
        let found = text::values(&self.json[content.clone()], &is_name);
        let start = content.start;
        self.found.extend(
            found.into_iter().map(|value| Found::Text(start + value.start..start + value.end)),
        );
    }

    fn number(&mut self, name: Option<&str>) {
        let start = self.at;
        self.skip(b"+-.0123456789eE");
        let number = start..self.at;
        // Counts have similar names: `max_tokens`.
        let is_secret = name.is_some_and(|name| name != "policy" && !name.ends_with('s'));
        let is_found =
            || self.numbers.iter().any(|it| it.start < number.end && number.start < it.end);
        if is_secret || is_found() {
            self.found.push(Found::Number(number));
        }
    }

    /// Skips a string, and returns its content.
    fn content(&mut self) -> Range<usize> {
        let start = self.at + 1;
        let mut end = start;
        while self.json.get(end).is_some_and(|byte| *byte != b'"') {
            end += if self.json[end] == b'\\' { 2 } else { 1 };
        }
        let end = end.min(self.json.len());
        self.at = end + 1;
        start.min(end)..end
    }

    fn decoded(&self, content: &Range<usize>) -> String {
        let quoted = self.json.get(content.start - 1..content.end + 1).unwrap_or_default();
        serde_json::from_slice(quoted).unwrap_or_default()
    }

    /// Skips the end of a list or an object. Returns `true` if it is here.
    fn ends(&mut self, end: u8) -> bool {
        self.skip(b" \t\r\n,");
        let is_end = self.json.get(self.at).is_none_or(|byte| *byte == end);
        if is_end {
            self.at += 1;
        }
        is_end
    }

    fn skip(&mut self, bytes: &[u8]) {
        while self.json.get(self.at).is_some_and(|byte| bytes.contains(byte)) {
            self.at += 1;
        }
    }
}
