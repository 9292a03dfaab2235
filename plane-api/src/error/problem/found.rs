//! [`Found`]: what is found below the names of a body.

use serde_json::{Map, Value};

use super::{LISTS, entry::Entry, fields::Fields, words::first_name};

/// What is found below the names of a body.
pub(super) struct Found {
    pub(super) words: Vec<String>,
    pub(super) code: Option<String>,
    pub(super) title: Option<String>,
    pub(super) fields: Fields,
}

impl Found {
    /// Nothing so far. Bare strings may be what is said about fields, or are remarks.
    pub(super) fn new(takes_strings: bool) -> Self {
        Self { words: Vec::new(), code: None, title: None, fields: Fields::new(takes_strings) }
    }

    /// An object that stands for the whole body, or a map from names to what is wrong with them.
    pub(super) fn wrapper(&mut self, key: &str, map: &Map<String, Value>) {
        let takes_strings = self.fields.takes_strings;
        // In a map that is called so, strings are what is said about fields.
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

    /// A list of things that are wrong. What is no such thing is said about the fields of its item.
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

    /// An entry that stands for the whole body: its sentence and its code are those of the body, even if it names a field.
    fn entry(&mut self, entry: Entry, map: &Map<String, Value>) {
        self.say(entry.sentence.clone());
        self.code = first_name([self.code.take(), entry.code.clone()]);
        self.fields.push(entry);
        self.below(map);
    }

    /// An entry of a list: what it says is said about its field, if it names one.
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

    /// What an entry holds in turn: lists of things that are wrong, and maps from names to what is wrong with them.
    fn below(&mut self, map: &Map<String, Value>) {
        for key in LISTS.iter().chain(&["fields"]) {
            match map.get(*key) {
                Some(Value::Array(list)) if *key != "fields" => self.list(list),
                Some(Value::Object(inner)) => self.wrapper(key, inner),
                _ => {}
            }
        }
    }

    /// Adds a sentence, if it is another than the last one. Beside it, bare strings are remarks.
    fn say(&mut self, sentence: Option<String>) {
        let sentence = sentence.filter(|sentence| !sentence.trim().is_empty());
        self.words.extend(sentence.filter(|sentence| self.words.last() != Some(sentence)));
        self.fields.takes_strings &= self.words.is_empty();
    }
}

/// Whether it is a list of objects, each of which may say what is wrong.
pub(super) fn is_list(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(Value::is_object))
}
