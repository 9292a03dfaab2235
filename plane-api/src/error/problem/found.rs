//! [`Found`]: the findings below the members of a body.

use serde_json::{Map, Value};

use super::{LISTS, entry::Entry, fields::Fields, words::first_name};

/// The findings below the members of a body.
pub(super) struct Found {
    pub(super) words: Vec<String>,
    pub(super) code: Option<String>,
    pub(super) title: Option<String>,
    pub(super) fields: Fields,
}

impl Found {
    /// Creates an empty set of findings. `takes_strings` says whether bare strings are messages about fields.
    pub(super) fn new(takes_strings: bool) -> Self {
        Self { words: Vec::new(), code: None, title: None, fields: Fields::new(takes_strings) }
    }

    /// Reads an object that represents the whole body, or a map from field names to problems.
    pub(super) fn wrapper(&mut self, key: &str, map: &Map<String, Value>) {
        let takes_strings = self.fields.takes_strings;
        // In a map with one of these names, strings are messages about fields.
        self.fields.takes_strings |= matches!(key, "errors" | "fields");
        let entry = Entry::read(map).or_else(|| Entry::code_alone(map).filter(|_| key == "error"));
        match entry {
            Some(entry) => self.entry(entry, map),
            None => map.iter().for_each(|(key, value)| match value {
                Value::Array(list) if LISTS.contains(&key.as_str()) && is_list(value) => {
                    self.list(list);
                }
                value => self.fields.below(key, value),
            }),
        }
        self.fields.takes_strings = takes_strings && self.words.is_empty();
    }

    /// Reads a list of problems. Items that are not problems contain messages about fields.
    pub(super) fn list(&mut self, list: &[Value]) {
        for (index, item) in list.iter().enumerate() {
            match item {
                Value::Object(map) => match Entry::read(map) {
                    Some(entry) => self.item(entry, map),
                    None if LISTS.iter().any(|key| map.get(*key).is_some_and(Value::is_array)) => {
                        self.below(map);
                    }
                    None => self.fields.below(index, item),
                },
                Value::String(text) => self.say(Some(text.clone())),
                item => self.fields.below(index, item),
            }
        }
    }

    /// Reads an entry that represents the whole body: its sentence and code belong to the body, even if it names a
    /// field.
    fn entry(&mut self, entry: Entry, map: &Map<String, Value>) {
        self.say(entry.sentence.clone());
        self.code = first_name([self.code.take(), entry.code.clone()]);
        self.fields.push(entry);
        self.below(map);
    }

    /// Reads an entry of a list. If it names a field, its message is about that field.
    fn item(&mut self, entry: Entry, map: &Map<String, Value>) {
        if entry.fields.is_empty() {
            self.say(entry.sentence);
            self.code = first_name([self.code.take(), entry.code]);
        } else {
            self.title = self.title.take().or(entry.title.clone());
            self.fields.push(entry);
        }
        self.below(map);
    }

    /// Reads the content of an entry: lists of problems, and maps from field names to problems.
    fn below(&mut self, map: &Map<String, Value>) {
        for key in LISTS.iter().chain(&["fields"]) {
            match map.get(*key) {
                Some(Value::Array(list)) if *key != "fields" => self.list(list),
                Some(Value::Object(inner)) => self.wrapper(key, inner),
                _ => {}
            }
        }
    }

    /// Adds a sentence unless it equals the last one. From then on, bare strings are not messages about fields.
    fn say(&mut self, sentence: Option<String>) {
        let sentence = sentence.filter(|sentence| !sentence.trim().is_empty());
        self.words.extend(sentence.filter(|sentence| self.words.last() != Some(sentence)));
        self.fields.takes_strings &= self.words.is_empty();
    }
}

/// Returns `true` if the value is a list of objects, each of which may describe a problem.
pub(super) fn is_list(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(Value::is_object))
}
