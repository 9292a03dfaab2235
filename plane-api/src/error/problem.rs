//! Reads what a server says is wrong, whatever shape it says it in.

mod entry;
mod fields;

use serde_json::{Map, Value};

use self::{
    entry::{Entry, is_name},
    fields::Fields,
};
use crate::{
    error::{Dialect, FieldError},
    text, work,
};

/// A rejection in the server's own words.
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

/// Where servers put the sentence, the most telling first.
const SENTENCES: [&str; 8] = [
    "detail",
    "error_description",
    "error",
    "message",
    "error_message",
    "errorMessages",
    "errors",
    "non_field_errors",
];
const CODES: [&str; 3] = ["code", "error_code", "errorCode"];

/// What holds one thing that is wrong, or a map from names to what is wrong with them.
const WRAPPERS: [&str; 5] = ["error", "errors", "detail", "message", "error_message"];

/// What holds a list of things that are wrong.
const LISTS: [&str; 9] = [
    "errors",
    "error",
    "detail",
    "details",
    "fieldViolations",
    "violations",
    "invalid-params",
    "invalid_params",
    "validation_errors",
];

impl Problem {
    pub(crate) fn read(body: &[u8], dialect: &Dialect) -> Self {
        work::count(body.len());
        match serde_json::from_slice(text::json(body)) {
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
        let mut code = CODES.iter().find_map(|key| take(&mut map, key, word));
        let mut found = Found::default();
        for key in WRAPPERS {
            if let Some(Value::Object(inner)) = take_if(&mut map, key, Value::is_object) {
                found.inner(&inner);
            }
        }
        for key in LISTS {
            if let Some(Value::Array(list)) = take_if(&mut map, key, is_list) {
                found.list(&list);
            }
        }
        let (sentence, oauth) = take_sentence(&mut map);
        let sentence = sentence.or_else(|| take_title(&mut map, &found));
        let Found { mut words, code: inner, title, mut fields } = found;
        code = code.or(oauth).or(inner);
        if let Some(sentence) = sentence {
            words.retain(|other| *other != sentence);
            words.insert(0, sentence);
        }
        let has_words = !words.is_empty();
        if has_words && code.is_none() {
            code = take(&mut map, "type", |value| text_of(value).filter(|text| is_name(text)));
        }
        if code.is_some() {
            // Beside a code, it says what kind of problem the code is (RFC 9457), not what is wrong with a field.
            take(&mut map, "type", text_of);
        }
        let id = if has_words {
            dialect.existing_id.iter().find_map(|key| take(&mut map, key, word))
        } else {
            None
        };
        for (key, value) in &map {
            // Beside a sentence, a bare string is a remark (`asset_url`); alone, it is about the field of that name.
            if !has_words || !value.is_string() {
                fields.below(key, value);
            }
        }
        let detail = joined(words).or(title);
        Self { detail, code, fields: fields.found, id, is_html: false }
    }

    fn of_value(value: &Value) -> Self {
        let mut found = Found::default();
        let detail = sentence(value);
        match value {
            Value::Array(list) if detail.is_none() => found.list(list),
            _ if detail.is_none() => found.fields.collect(value),
            _ => {}
        }
        let detail = detail.or(joined(found.words)).or(found.title);
        Self { detail, code: found.code, fields: found.fields.found, ..Self::default() }
    }
}

/// What is found below the names of a body.
#[derive(Default)]
struct Found {
    words: Vec<String>,
    code: Option<String>,
    title: Option<String>,
    fields: Fields,
}

impl Found {
    /// An object that stands for the whole body, or a map from names to what is wrong with them.
    fn inner(&mut self, map: &Map<String, Value>) {
        let Some(mut entry) = Entry::read(map) else {
            return map.iter().for_each(|(key, value)| match value {
                Value::Array(list) if LISTS.contains(&key.as_str()) && is_list(value) => {
                    self.list(list);
                }
                value => self.fields.below(key, value),
            });
        };
        self.say(entry.sentence.clone());
        self.code = self.code.take().or(entry.code.clone());
        if let Some(field) = entry.field.take() {
            self.fields.push(field, entry);
        }
        self.lists(map);
    }

    /// A list of things that are wrong. What is no such thing is said about the fields of its item.
    fn list(&mut self, list: &[Value]) {
        for (index, item) in list.iter().enumerate() {
            match item {
                Value::Object(map) => match Entry::read(map) {
                    Some(entry) => self.entry(entry, map),
                    None if LISTS.iter().any(|key| map.get(*key).is_some_and(Value::is_array)) => {
                        self.lists(map);
                    }
                    None => self.fields.below(index, item),
                },
                Value::String(text) => self.say(Some(text.clone())),
                item => self.fields.below(index, item),
            }
        }
    }

    fn entry(&mut self, mut entry: Entry, map: &Map<String, Value>) {
        match entry.field.take() {
            Some(field) => {
                self.title = self.title.take().or(entry.title.take());
                self.fields.push(field, entry);
            }
            None => {
                self.say(entry.sentence);
                self.code = self.code.take().or(entry.code);
            }
        }
        self.lists(map);
    }

    /// The lists that an entry holds in turn.
    fn lists(&mut self, map: &Map<String, Value>) {
        for list in LISTS.iter().filter_map(|key| map.get(*key)?.as_array()) {
            self.list(list);
        }
    }

    /// Adds a sentence, if it is another than the last one.
    fn say(&mut self, sentence: Option<String>) {
        let sentence = sentence.filter(|sentence| !sentence.trim().is_empty());
        self.words.extend(sentence.filter(|sentence| self.words.last() != Some(sentence)));
    }
}

/// Takes the sentences out of the map: the most telling one, and what stands in the place of one and is OAuth's code.
fn take_sentence(map: &mut Map<String, Value>) -> (Option<String>, Option<String>) {
    let is_words =
        |value: &Value| value.as_array().is_some_and(|list| list.iter().any(Value::is_string));
    let is_lists = map.values().filter(|value| is_words(value)).count() > 1;
    // A list beside other lists is what a field of that name is told.
    let is_sentence = |key: &str, value: &Value| {
        key == "non_field_errors" || value.is_string() || value.is_array() && !is_lists
    };
    let mut sentences = Vec::new();
    for key in SENTENCES {
        if map.get(key).is_some_and(|value| is_sentence(key, value)) {
            sentences.extend(take(map, key, sentence).map(|sentence| (key, sentence)));
        }
    }
    // Where others have their sentence, OAuth has a code, which is the sentence if there is no other.
    let code = sentences.iter().position(|(key, text)| *key == "error" && is_code(text));
    let code = code.map(|at| sentences.remove(at).1);
    let sentence = sentences.into_iter().next().map(|(_, sentence)| sentence);
    (sentence.or_else(|| code.clone()), code)
}

/// The title of a problem (RFC 9457), if it is one and not what is said about a field called `title`.
fn take_title(map: &mut Map<String, Value>, found: &Found) -> Option<String> {
    let is_problem = map.get("status").is_some_and(Value::is_number)
        || map.get("type").is_some_and(|kind| kind.as_str().is_some_and(|kind| kind.contains(':')))
        || !found.words.is_empty()
        || !found.fields.found.is_empty();
    is_problem.then(|| take(map, "title", text_of)).flatten()
}

/// Whether it is a list of objects, each of which may say what is wrong.
fn is_list(value: &Value) -> bool {
    value.as_array().is_some_and(|list| list.iter().any(Value::is_object))
}

/// Takes an entry out of the map, if it is such a one.
fn take_if(map: &mut Map<String, Value>, key: &str, is: fn(&Value) -> bool) -> Option<Value> {
    if is(map.get(key)?) { map.remove(key) } else { None }
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

/// Whether it is a word for programs, such as `invalid_grant` or `REQUEST_BODY_TOO_LARGE`.
fn is_code(text: &str) -> bool {
    let is_all = |is: fn(&u8) -> bool| {
        text.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit() || is(&byte))
    };
    text.contains('_') && (is_all(u8::is_ascii_lowercase) || is_all(u8::is_ascii_uppercase))
}

fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Text that is not blank.
fn text_of(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// A string, or a list of nothing but strings.
fn sentence(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) if !list.is_empty() => {
            list.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|list| list.join(" "))
        }
        value => text_of(value),
    }
}

/// Several sentences as one text.
fn joined(sentences: Vec<String>) -> Option<String> {
    sentences.into_iter().reduce(|mut text, sentence| {
        text.push_str(if text.ends_with(['.', '!', '?', ':', ';']) { " " } else { "; " });
        text.push_str(&sentence);
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fields::MAX_FIELD_BYTES, *};

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
    fn a_type_beside_a_code_is_no_field() {
        let fields = |body| summary(body).2;
        assert_eq!(fields(r#"{"type": "conflict", "code": "conflict"}"#), []);
        assert_eq!(fields(r#"{"code": "invalid", "type": ["Blank."]}"#).len(), 1);
        assert_eq!(fields(r#"{"type": "Not a type."}"#).len(), 1);
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
