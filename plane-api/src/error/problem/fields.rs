//! [`Fields`]: what is said about single fields, at any depth.

use std::fmt::{Display, Write};

use serde_json::Value;

use super::entry::Entry;
use crate::{error::FieldError, work};

/// More than anybody reads.
const MAX_FIELDS: usize = 100;

/// How many bytes of names and messages are enough: names repeat those of what they are in, so that there could be many
/// times as many as in the body.
pub(super) const MAX_FIELD_BYTES: usize = 64 << 10;

/// Field errors at any depth, each under its dotted path.
pub(super) struct Fields {
    pub(super) found: Vec<FieldError>,
    /// Whether a string that is in no list is what is said about a field, and not a remark.
    pub(super) takes_strings: bool,
    /// The bytes of their names and messages.
    bytes: usize,
    /// Where the search is.
    path: String,
}

impl Fields {
    pub(super) fn new(takes_strings: bool) -> Self {
        Self { found: Vec::new(), takes_strings, bytes: 0, path: String::new() }
    }

    fn is_full(&self) -> bool {
        self.found.len() >= MAX_FIELDS || self.bytes >= MAX_FIELD_BYTES
    }

    /// Collects what is said below a name.
    pub(super) fn below(&mut self, key: impl Display, value: &Value) {
        if self.is_full() {
            return;
        }
        let length = self.path.len();
        let separator = if self.path.is_empty() { "" } else { "." };
        // Writing to a string does not fail.
        let _ = write!(self.path, "{separator}{key}");
        work::count(self.path.len() - length);
        self.collect(value);
        self.path.truncate(length);
    }

    /// Collects what is said here.
    pub(super) fn collect(&mut self, value: &Value) {
        let messages = match value {
            Value::String(text) if text.trim().is_empty() || !self.takes_strings => return,
            Value::String(text) => vec![text.clone()],
            Value::Array(list) if !list.is_empty() && list.iter().all(is_entry) => {
                return self.entries(list);
            }
            Value::Array(list) => {
                for (index, item) in list.iter().enumerate().filter(|(_, item)| !item.is_string()) {
                    self.below(index, item);
                }
                list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
            }
            Value::Object(map) => {
                if let Some(entry) = Entry::read(map).filter(|_| !self.path.is_empty()) {
                    return self.push(Entry { fields: vec![self.path.clone()], ..entry });
                }
                for (key, item) in map {
                    match item {
                        Value::Array(list) if key == "_errors" => self.entries(list),
                        item => self.below(key, item),
                    }
                }
                return;
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => return,
        };
        if !messages.is_empty() {
            self.add(FieldError { field: self.path.clone(), code: None, messages });
        }
    }

    /// What a list says of the field that it is in.
    fn entries(&mut self, list: &[Value]) {
        for item in list {
            match item.as_object().and_then(Entry::read) {
                Some(entry) if entry.fields.is_empty() => {
                    self.push(Entry { fields: vec![self.path.clone()], ..entry });
                }
                Some(entry) => self.push(entry),
                None => self.collect(item),
            }
        }
    }

    /// Adds what an entry says of the fields that it names.
    pub(super) fn push(&mut self, entry: Entry) {
        let messages: Vec<_> = entry.sentence.into_iter().collect();
        for field in entry.fields {
            if self.is_full() {
                return;
            }
            self.add(FieldError { field, code: entry.code.clone(), messages: messages.clone() });
        }
    }

    fn add(&mut self, error: FieldError) {
        if !self.is_full() {
            self.bytes += error.field.len() + error.messages.iter().map(String::len).sum::<usize>();
            self.found.push(error);
        }
    }
}

/// Whether an item of a list says what is wrong by itself.
fn is_entry(item: &Value) -> bool {
    item.as_object().is_some_and(|map| Entry::read(map).is_some())
}
