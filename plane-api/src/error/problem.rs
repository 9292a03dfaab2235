//! Reads what a server says is wrong, whatever shape it says it in.

mod entry;
mod fields;
mod found;
mod markup;
mod words;

use serde_json::{Map, Value};

use self::{
    found::{Found, is_list},
    words::{first_name, is_code, is_name, joined, sentence, take_sentence, text_of, word},
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

/// What .NET and AWS write with a capital.
const CAPITALIZED: [&str; 6] = ["Message", "Detail", "Description", "Code", "Error", "Errors"];

const CODES: [&str; 4] = ["code", "error_code", "errorCode", "errcode"];

/// What holds one thing that is wrong, or a map from names to what is wrong with them.
const WRAPPERS: [&str; 7] =
    ["error", "odata.error", "errors", "detail", "details", "message", "error_message"];

/// What holds a list of things that are wrong.
const LISTS: [&str; 11] = [
    "errors",
    "error",
    "detail",
    "details",
    "causes",
    "errorCauses",
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
            Err(_) => markup::read(&String::from_utf8_lossy(body)),
        }
    }

    fn of_object(mut map: Map<String, Value>, dialect: &Dialect) -> Self {
        for name in CAPITALIZED {
            if let Some(value) = map.remove(name) {
                map.entry(name.to_ascii_lowercase()).or_insert(value);
            }
        }
        let code = CODES.iter().find_map(|key| take(&mut map, key, word));
        let (sentence, of_error) = take_sentence(&mut map, code.is_some());
        // Beside a sentence or a code, a bare string is a remark (`asset_url`); alone, it is about the field of that name.
        let mut found = Found::new(sentence.is_none() && code.is_none() && of_error.is_none());
        for key in WRAPPERS {
            if let Some(Value::Object(inner)) = take_if(&mut map, key, Value::is_object) {
                found.wrapper(key, &inner);
            }
        }
        for key in LISTS {
            if let Some(Value::Array(list)) = take_if(&mut map, key, is_list) {
                found.list(&list);
            }
        }
        let sentence = sentence.or_else(|| take_title(&mut map, &found));
        let Found { mut words, code: inner, title, mut fields } = found;
        if let Some(sentence) = sentence {
            words.retain(|other| *other != sentence);
            words.insert(0, sentence);
        }
        let has_words = !words.is_empty();
        let mut code = first_name([code, of_error, inner]);
        if has_words {
            code = take_code(&mut map, code);
        }
        let id = if has_words {
            dialect.existing_id.iter().find_map(|key| take(&mut map, key, word))
        } else {
            None
        };
        fields.takes_strings = !has_words && code.is_none();
        for (key, value) in &map {
            fields.below(key, value);
        }
        let detail = joined(words).or(title);
        Self { detail, code, fields: fields.found, id, is_html: false }
    }

    fn of_value(value: &Value) -> Self {
        let mut found = Found::new(true);
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

/// The code that stands beside a sentence under a name that has other uses, if there is no better one.
fn take_code(map: &mut Map<String, Value>, code: Option<String>) -> Option<String> {
    let name = |value: &Value| text_of(value).filter(|text| is_name(text));
    // AWS puts the namespace in front.
    let aws = |value: &Value| text_of(value)?.rsplit('#').next().map(str::to_owned);
    let reason = take(map, "__type", aws).or_else(|| take(map, "reason", name));
    first_name([code, reason, None]).or_else(|| {
        let constant = |value: &Value| text_of(value).filter(|text| is_code(text));
        take(map, "type", name)
            .or_else(|| ["name", "category", "id"].iter().find_map(|key| take(map, key, constant)))
    })
}

/// The title of a problem (RFC 9457), if it is one and not what is said about a field called `title`.
fn take_title(map: &mut Map<String, Value>, found: &Found) -> Option<String> {
    let is_problem = map.get("status").is_some_and(Value::is_number)
        || map.get("type").is_some_and(|kind| kind.as_str().is_some_and(|kind| kind.contains(':')))
        || !found.words.is_empty()
        || !found.fields.found.is_empty();
    is_problem.then(|| take(map, "title", text_of)).flatten()
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

#[cfg(test)]
mod tests;
