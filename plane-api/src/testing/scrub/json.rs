//! Finds secret values in valid JSON, by the names of their members.

use std::ops::Range;

use super::{
    names,
    shapes::{is_word, looks_random},
};

/// A secret in JSON.
pub(super) trait Secrets {
    /// Returns `true` if the value with this name is a secret.
    fn is_name(&self, name: &str) -> bool;
    /// Finds the secrets within a string.
    fn find(&self, text: &[u8]) -> Vec<Range<usize>>;
    /// Returns `true` if the whole string is a secret.
    fn is_secret(&self, text: &str) -> bool;
}

/// A secret value: the text of a string without its quotes, or a number.
pub(super) enum Found {
    Text(Range<usize>),
    Number(Range<usize>),
}

/// Represents any name of a secret, whose values are secrets.
const SECRET: &str = "secret";

/// Represents any name of several secrets.
const SECRETS: &str = "secrets";

/// A name whose values are secrets if they look like one.
const POLICY: &str = "policy";

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
            Some(b'[') => self.list(name),
            Some(b'"') => self.string(name),
            Some(b'-' | b'0'..=b'9') => self.number(name),
            // `null`, `true`, `false`.
            _ => self.skip(b"abcdefghijklmnopqrstuvwxyz"),
        }
    }

    fn list(&mut self, name: Option<&str>) {
        self.at += 1;
        let mut items = Vec::new();
        while !self.ends(b']') {
            self.skip(b" \t\r\n");
            items.push(self.at);
            self.value(name);
        }
        // `["Authorization", "…"]`
        if let [first, second] = items[..]
            && self.json.get(first) == Some(&b'"')
            && self.json.get(second) == Some(&b'"')
            && self.is_secret_name(first)
        {
            let end = std::mem::replace(&mut self.at, second);
            let value = self.content();
            self.at = end;
            if looks_random(&self.json[value.clone()]) && !self.is_secret_name(second) {
                self.found.push(Found::Text(value));
            }
        }
    }

    fn object(&mut self, outer: Option<&str>) {
        self.at += 1;
        // `{"key": "Authorization", "value": "…"}`
        let (mut names_secret, mut values) = (false, Vec::new());
        while !self.ends(b'}') {
            let content = self.content();
            self.inner(&content);
            let name = self.decoded(&content);
            self.skip(b" \t\r\n:");
            let start = self.at;
            let is_secret = self.secrets.is_name(&name);
            let is_policy = name.eq_ignore_ascii_case("policy");
            self.value(match () {
                // A number with a plural name is a count: `max_tokens`.
                () if is_secret && name.ends_with(['s', 'S']) => Some(SECRETS),
                () if is_secret => Some(SECRET),
                () if is_policy => Some(POLICY),
                () => outer,
            });
            let Some(b'"' | b'-' | b'0'..=b'9') = self.json.get(start) else { continue };
            if names::is_value_member(&name) {
                values.push(start);
            } else if names::is_name_member(&name) {
                names_secret |= self.is_secret_name(start);
            }
        }
        let end = self.at;
        for start in values.into_iter().filter(|_| names_secret) {
            self.at = start;
            self.value(Some(SECRET));
        }
        self.at = end;
    }

    /// Returns `true` if the string at this position is the name of a secret, and not a sentence about one.
    fn is_secret_name(&mut self, start: usize) -> bool {
        let end = std::mem::replace(&mut self.at, start);
        let content = self.content();
        self.at = end;
        let is_name = |byte: &u8| is_word(*byte) || b".[]:/".contains(byte);
        self.json[content.clone()].iter().all(is_name)
            && self.secrets.is_name(&self.decoded(&content))
    }

    fn string(&mut self, name: Option<&str>) {
        let content = self.content();
        let bytes = &self.json[content.clone()];
        let is_secret = match name {
            Some(POLICY) => names::is_policy("policy", bytes),
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
        let found = self.secrets.find(&self.json[content.clone()]);
        let start = content.start;
        self.found.extend(
            found.into_iter().map(|value| Found::Text(start + value.start..start + value.end)),
        );
    }

    fn number(&mut self, name: Option<&str>) {
        let start = self.at;
        self.skip(b"+-.0123456789eE");
        let number = start..self.at;
        let is_secret = name == Some(SECRET);
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
