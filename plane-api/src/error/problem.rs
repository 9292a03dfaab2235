//! Reads what a server says is wrong, whatever shape it says it in.

use std::fmt::{Display, Write};

use serde_json::{Map, Value};

use crate::{
    error::{Dialect, FieldError},
    work,
};

/// A refusal in the server's own words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Problem {
    pub(crate) detail: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) fields: Vec<FieldError>,
    /// The id of an object that stands in the way.
    pub(crate) id: Option<String>,
    /// The body is a page for browsers.
    pub(crate) is_html: bool,
}

/// Where Plane puts the sentence, the most telling first.
const SENTENCES: [&str; 6] =
    ["detail", "error_description", "error", "message", "error_message", "non_field_errors"];
const CODES: [&str; 2] = ["code", "error_code"];

/// More than anybody reads.
const MAX_FIELDS: usize = 100;

/// How many bytes of names and messages are enough: names repeat those of what they are in, so that there could be many
/// times as many as in the body.
const MAX_FIELD_BYTES: usize = 64 << 10;

impl Problem {
    pub(crate) fn read(body: &[u8], dialect: &Dialect) -> Self {
        work::count(body.len());
        match serde_json::from_slice(body) {
            Ok(Value::Object(map)) => Self::of_object(map, dialect),
            Ok(value) => Self::of_value(&value),
            Err(_) => Self::of_markup(&String::from_utf8_lossy(body)),
        }
    }

    /// What stores of files send, `<Error><Code>…</Code><Message>…</Message></Error>`, or a page for browsers.
    fn of_markup(text: &str) -> Self {
        let element = |name: &str| {
            work::count(text.len());
            let (_, rest) = text.split_once(&format!("<{name}>"))?;
            let (inner, _) = rest.split_once(&format!("</{name}>"))?;
            let inner = inner.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
            Some(inner.replace("&amp;", "&"))
        };
        let (code, detail) = match text.contains("<Error>") {
            true => (element("Code"), element("Message")),
            false => (None, None),
        };
        let is_html = code.is_none() && text.trim_start().starts_with('<');
        Self { detail, code, is_html, ..Self::default() }
    }

    fn of_object(mut map: Map<String, Value>, dialect: &Dialect) -> Self {
        // OAuth's code stands where others have their sentence, and is the sentence if there is no other.
        let oauth = map
            .get("error")
            .and_then(Value::as_str)
            .filter(|error| is_code(error))
            .map(str::to_owned);
        let code = CODES.iter().find_map(|key| take(&mut map, key, word)).or(oauth);
        let is_lists = map.values().filter(|value| value.is_array()).count() > 1;
        // A list beside other lists is what a field of that name is told.
        let is_sentence = |key: &str, value: &Value| {
            key == "non_field_errors" || value.is_string() || value.is_array() && !is_lists
        };
        let mut sentences = Vec::new();
        for key in SENTENCES {
            if map.get(key).is_some_and(|value| is_sentence(key, value)) {
                sentences.extend(take(&mut map, key, sentence));
            }
        }
        let has_words = !sentences.is_empty();
        let id = if has_words {
            dialect.existing_id.iter().find_map(|key| take(&mut map, key, word))
        } else {
            None
        };
        let mut fields = Fields::default();
        for (key, value) in &map {
            let is_wrapper = value.is_object() && SENTENCES.contains(&key.as_str());
            // Beside a sentence, a bare string is a remark (`asset_url`); alone, it is about the field of that name.
            if !has_words || !value.is_string() {
                // `{"detail": {"name": [...]}}`: the fields are one level down.
                if is_wrapper { fields.collect(value) } else { fields.below(key, value) }
            }
        }
        let detail = sentences.into_iter().next();
        Self { detail, code, fields: fields.found, id, is_html: false }
    }

    fn of_value(value: &Value) -> Self {
        let mut fields = Fields::default();
        let detail = sentence(value);
        if detail.is_none() {
            fields.collect(value);
        }
        Self { detail, fields: fields.found, ..Self::default() }
    }
}

/// Takes an entry out of the map, if it can be read so.
fn take(
    map: &mut Map<String, Value>,
    key: &str,
    read: impl Fn(&Value) -> Option<String>,
) -> Option<String> {
    let text = read(map.get(key)?)?;
    map.remove(key);
    Some(text)
}

/// Whether it is a word for programs, such as `invalid_grant`.
fn is_code(text: &str) -> bool {
    text.contains('_') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A string, or a list of nothing but strings.
fn sentence(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Array(list) if !list.is_empty() => {
            list.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|list| list.join(" "))
        }
        _ => None,
    }
}

/// Field errors at any depth, each under its dotted path.
#[derive(Default)]
struct Fields {
    found: Vec<FieldError>,
    /// The bytes of their names and messages.
    bytes: usize,
    /// Where the search is.
    path: String,
}

impl Fields {
    fn is_full(&self) -> bool {
        self.found.len() >= MAX_FIELDS || self.bytes >= MAX_FIELD_BYTES
    }

    fn below(&mut self, key: impl Display, value: &Value) {
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

    fn collect(&mut self, value: &Value) {
        let messages = match value {
            Value::String(text) if text.trim().is_empty() => return,
            Value::String(text) => vec![text.clone()],
            Value::Array(list) => {
                for (index, item) in list.iter().enumerate().filter(|(_, item)| !item.is_string()) {
                    self.below(index, item);
                }
                list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
            }
            Value::Object(map) => return map.iter().for_each(|(key, item)| self.below(key, item)),
            Value::Null | Value::Bool(_) | Value::Number(_) => return,
        };
        if !messages.is_empty() && !self.is_full() {
            self.bytes += self.path.len() + messages.iter().map(String::len).sum::<usize>();
            self.found.push(FieldError { field: self.path.clone(), messages });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &[u8]) -> Problem {
        Problem::read(body, &Dialect { existing_id: &["id", "asset_id"], ..Dialect::STANDARD })
    }

    /// Sentence, code, fields and id.
    type Summary = (Option<String>, Option<String>, Vec<(String, String)>, Option<String>);

    fn summary(body: &str) -> Summary {
        let problem = read(body.as_bytes());
        let fields = problem
            .fields
            .into_iter()
            .map(|error| (error.field, error.messages.join("|")))
            .collect();
        (problem.detail, problem.code, fields, problem.id)
    }

    fn detail(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn sentences_are_found_under_every_name() {
        for key in SENTENCES {
            assert_eq!(summary(&format!(r#"{{"{key}": "No."}}"#)).0, detail("No."), "{key}");
        }
        assert_eq!(summary(r#"{"non_field_errors": ["One.", "Two."]}"#).0, detail("One. Two."));
        assert_eq!(summary(r#"["Sorry."]"#).0, detail("Sorry."));
        assert_eq!(summary(r#""Sorry.""#).0, detail("Sorry."));
    }

    #[test]
    fn codes_are_words_or_numbers() {
        let throttled = summary(r#"{"error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED"}"#);
        assert_eq!((throttled.0, throttled.1), (detail("RATE_LIMIT_EXCEEDED"), detail("5900")));
        let completed = summary(
            r#"{"code": "CYCLE_COMPLETED", "message": "The Cycle has already been completed"}"#,
        );
        assert_eq!(completed.1, detail("CYCLE_COMPLETED"));
        let oauth = summary(r#"{"error": "invalid_grant", "error_description": "It is over."}"#);
        assert_eq!((oauth.0, oauth.1), (detail("It is over."), detail("invalid_grant")));
        let oauth = summary(r#"{"error": "invalid_client"}"#);
        assert_eq!((oauth.0, oauth.1), (detail("invalid_client"), detail("invalid_client")));
    }

    #[test]
    fn field_errors_are_lists_strings_and_maps() {
        let fields = |body| summary(body).2;
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(fields(r#"{"name": ["Blank.", "Long."]}"#), [pair("name", "Blank.|Long.")]);
        assert_eq!(fields(r#"{"name": "Taken"}"#), [pair("name", "Taken")]);
        assert_eq!(
            fields(r#"{"labels": {"0": ["Bad."], "1": ["Worse."]}}"#),
            [pair("labels.0", "Bad."), pair("labels.1", "Worse.")]
        );
        assert_eq!(fields(r#"[{}, {"name": ["Blank."]}]"#), [pair("1.name", "Blank.")]);
        assert_eq!(fields(r#"{"detail": {"name": ["Blank."]}}"#), [pair("name", "Blank.")]);
    }

    #[test]
    fn remarks_beside_a_sentence_are_no_field_errors() {
        let body = r#"{"message": "Asset exists", "asset_id": "3d2f", "asset_url": "/a/", "status": false}"#;
        assert_eq!(summary(body), (detail("Asset exists"), None, vec![], detail("3d2f")));
    }

    #[test]
    fn stores_of_files_answer_in_xml() {
        let body = r#"<?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>[&quot;eq&quot;, &quot;a&amp;b&quot;]</Message><Key>k</Key></Error>"#;
        let expected = (detail(r#"["eq", "a&b"]"#), detail("AccessDenied"), vec![], None);
        assert_eq!(summary(body), expected);
        assert!(!read(body.as_bytes()).is_html);
        assert_eq!(summary("<html><Code>x</Code></html>").1, None);
    }

    #[test]
    fn pages_for_browsers_are_recognised() {
        assert!(read(b"\n<html><title>502</title></html>").is_html);
        assert!(!read(b"").is_html);
        assert!(!read(b"null").is_html);
    }

    #[test]
    fn names_that_repeat_a_long_one_are_bounded() {
        let many =
            (0..50).map(|index| format!(r#""f{index}": ["x"]"#)).collect::<Vec<_>>().join(",");
        let long = "k".repeat(32 << 10);
        let body = format!(r#"{{"{long}": {{{many}}}, "other": ["y"]}}"#);
        let fields = read(body.as_bytes()).fields;
        assert_eq!(fields.len(), 2);
        assert!(fields.iter().all(|field| field.field.starts_with(&long)));
        let short = format!(r#"{{"short": {{{many}}}, "other": ["y"]}}"#);
        assert_eq!(read(short.as_bytes()).fields.len(), 51);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_work_to_read_a_body_is_linear(
            pattern in r#"(<Error>|<Code>|</Code>|<Message>|&amp;|<|a|\n|\{"a":|\[|"b","){1,4}"#,
        ) {
            let input = |length| work::repeated(&pattern, length);
            work::assert_linear(16 << 10, 1024, input, |body| drop(read(body.as_bytes())));
        }

        #[test]
        fn the_work_to_read_field_errors_is_linear(
            item in proptest::sample::select(vec![
                r#"{"f": ["x"]}"#, r#"["x", {"a": "b"}]"#, r#""x""#, "[[]]", "{}", r#"{"": " "}"#,
            ]),
            is_list in any::<bool>(),
            depth in 0..8_usize,
        ) {
            // Half of it are the names that those of all fields begin with.
            let input = |length: usize| {
                let names = (0..depth).map(|_| "k".repeat(length / 2 / depth));
                let open: String = names.map(|name| format!(r#"{{"{name}": "#)).collect();
                let items = 0..length / 32;
                let items = match is_list {
                    true => format!("[{}]", items.map(|_| item).collect::<Vec<_>>().join(",")),
                    false => {
                        let items = items.map(|index| format!(r#""{index}": {item}"#));
                        format!("{{{}}}", items.collect::<Vec<_>>().join(","))
                    }
                };
                format!("{open}{items}{}", "}".repeat(depth))
            };
            work::assert_linear(64 << 10, 2 * MAX_FIELD_BYTES, input, |body| {
                drop(read(body.as_bytes()));
            });
        }
    }
}
