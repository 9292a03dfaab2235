//! [`Fields`]: messages about single fields, at any depth.

use std::fmt::{Display, Write};

use serde_json::Value;

use super::entry::Entry;
use crate::{error::FieldError, work};

/// The maximum number of fields.
const MAX_FIELDS: usize = 100;

/// The maximum bytes of names and messages. Nested names repeat the outer ones, so without a limit they could take many
/// times the size of the body.
pub(super) const MAX_FIELD_BYTES: usize = 64 << 10;

/// Field errors at any depth, each under its dotted path.
pub(super) struct Fields {
    pub(super) found: Vec<FieldError>,
    /// `true` if a string outside a list is a message about a field. Otherwise it is ignored.
    pub(super) takes_strings: bool,
    /// The bytes of names and messages so far.
    bytes: usize,
    /// The current position.
    path: String,
}

impl Fields {
    pub(super) fn new(takes_strings: bool) -> Self {
        Self { found: Vec::new(), takes_strings, bytes: 0, path: String::new() }
    }

    fn is_full(&self) -> bool {
        self.found.len() >= MAX_FIELDS || self.bytes >= MAX_FIELD_BYTES
    }

    /// Collects the messages below a name.
    pub(super) fn below(&mut self, key: impl Display, value: &Value) {
        if self.is_full() {
            return;
        }
        let length = self.path.len();
        let separator = if self.path.is_empty() { "" } else { "." };
        // Writing to a string cannot fail.
        let _ = write!(self.path, "{separator}{key}");
        work::count(self.path.len() - length);
        self.collect(value);
        self.path.truncate(length);
    }

    /// Collects the messages at this position.
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

    /// Collects the messages of a list about the field that contains it.
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

    /// Adds the messages of an entry to the fields that it names.
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

/// Returns `true` if an item of a list describes a problem by itself.
fn is_entry(item: &Value) -> bool {
    item.as_object().is_some_and(|map| Entry::read(map).is_some())
}
