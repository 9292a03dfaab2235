//! Reads error bodies of any shape.

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

/// A rejection, with the server's own message.
#[derive(Debug, Clone, Default)]
pub(crate) struct Problem {
    pub(crate) detail: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) fields: Vec<FieldError>,
    /// The id of an existing object that conflicts.
    pub(crate) id: Option<String>,
    /// `true` if the body is an HTML page.
    pub(crate) is_html: bool,
}

/// Names that .NET and AWS capitalize.
const CAPITALIZED: [&str; 6] = ["Message", "Detail", "Description", "Code", "Error", "Errors"];

const CODES: [&str; 4] = ["code", "error_code", "errorCode", "errcode"];

/// Members that contain one problem, or a map from field names to problems.
const WRAPPERS: [&str; 7] =
    ["error", "odata.error", "errors", "detail", "details", "message", "error_message"];

/// Members that contain a list of problems.
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
        // A bare string next to a sentence or a code is extra information (`asset_url`); alone, it is a message about
        // the field of that name.
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

/// Removes the code from a member that also has other uses, if there is no better code.
fn take_code(map: &mut Map<String, Value>, code: Option<String>) -> Option<String> {
    let name = |value: &Value| text_of(value).filter(|text| is_name(text));
    // AWS prefixes the namespace.
    let aws = |value: &Value| text_of(value)?.rsplit('#').next().map(str::to_owned);
    let reason = take(map, "__type", aws).or_else(|| take(map, "reason", name));
    first_name([code, reason, None]).or_else(|| {
        let constant = |value: &Value| text_of(value).filter(|text| is_code(text));
        take(map, "type", name)
            .or_else(|| ["name", "category", "id"].iter().find_map(|key| take(map, key, constant)))
    })
}

/// Takes the title of problem details (RFC 9457), unless it is a message about a field called `title`.
fn take_title(map: &mut Map<String, Value>, found: &Found) -> Option<String> {
    let is_problem = map.get("status").is_some_and(Value::is_number)
        || map.get("type").is_some_and(|kind| kind.as_str().is_some_and(|kind| kind.contains(':')))
        || !found.words.is_empty()
        || !found.fields.found.is_empty();
    is_problem.then(|| take(map, "title", text_of)).flatten()
}

/// Removes an entry from the map if it satisfies the condition.
fn take_if(map: &mut Map<String, Value>, key: &str, is: fn(&Value) -> bool) -> Option<Value> {
    if is(map.get(key)?) { map.remove(key) } else { None }
}

/// Removes an entry from the map if it can be read with this function.
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
