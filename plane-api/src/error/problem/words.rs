//! Distinguishes sentences from codes, and finds both where servers put them.

use http::StatusCode;
use serde_json::{Map, Value};

use super::take;

/// Members that contain the sentence, the most specific first.
pub(super) const SENTENCES: [&str; 14] = [
    "detail",
    "error_description",
    "error",
    "message",
    "error_message",
    "errorMessage",
    "errorMessages",
    "error_summary",
    "errorSummary",
    "errmsg",
    "msg",
    "err",
    "errors",
    "non_field_errors",
];

/// Members that contain the sentence if there is also a code. Alone, they are fields of an object.
const WEAK_SENTENCES: [&str; 2] = ["description", "reason"];

/// Removes the sentences from the map. Returns the most specific one, and a code that was found in place of a sentence.
pub(super) fn take_sentence(
    map: &mut Map<String, Value>,
    has_code: bool,
) -> (Option<String>, Option<String>) {
    let is_words =
        |value: &Value| value.as_array().is_some_and(|list| list.iter().any(Value::is_string));
    let is_lists = map.values().filter(|value| is_words(value)).count() > 1;
    // A list next to other lists is a message about a field of that name.
    let is_sentence = |key: &str, value: &Value| {
        key == "non_field_errors" || value.is_string() || value.is_array() && !is_lists
    };
    let mut sentences = Vec::new();
    for key in SENTENCES {
        if map.get(key).is_some_and(|value| is_sentence(key, value)) {
            sentences.extend(take(map, key, sentence).map(|sentence| (key, sentence)));
        }
    }
    let at = sentences.iter().position(|(key, _)| *key == "error");
    let error = at.map(|at| sentences[at].1.clone());
    if sentences.iter().all(|(key, _)| *key == "error")
        && (has_code || error.as_deref().is_some_and(is_name))
    {
        for key in WEAK_SENTENCES {
            sentences.extend(take(map, key, text_of).map(|sentence| (key, sentence)));
        }
    }
    // OAuth has a code in the member in which other APIs have a sentence, and many APIs have the reason phrase of the
    // status there. Each is used as the sentence if there is no other.
    let has_other = sentences.len() > 1;
    let code = error.clone().filter(|text| is_code(text) || has_other && is_name(text));
    if let Some(at) = at.filter(|_| has_other)
        && (code.is_some() || error.as_deref().is_some_and(is_reason_phrase))
    {
        sentences.remove(at);
    }
    (sentences.into_iter().next().map(|(_, sentence)| sentence), code)
}

/// Returns `true` if the text is a reason phrase of HTTP, such as `Bad Request`.
fn is_reason_phrase(text: &str) -> bool {
    (400..600)
        .filter_map(|status| StatusCode::from_u16(status).ok()?.canonical_reason())
        .any(|reason| reason.eq_ignore_ascii_case(text.trim()))
}

/// Returns `true` if the text is a code, such as `invalid_grant` or `REQUEST_BODY_TOO_LARGE`.
pub(super) fn is_code(text: &str) -> bool {
    let is_all = |is: fn(&u8) -> bool| {
        text.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit() || is(&byte))
    };
    text.contains('_') && (is_all(u8::is_ascii_lowercase) || is_all(u8::is_ascii_uppercase))
}

/// Returns `true` if the text is an identifier, and neither a sentence nor a URL.
pub(super) fn is_name(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    !matches!(text, "" | "error") && text.len() <= 128 && text.bytes().all(is_part)
}

/// Returns the first code that is more than the HTTP status, otherwise the first code.
pub(super) fn first_name<const N: usize>(codes: [Option<String>; N]) -> Option<String> {
    let is_status = |code: &str| {
        code.len() == 3 && code.parse().is_ok_and(|code| (400..600_u16).contains(&code))
    };
    let mut first = None;
    for code in codes.into_iter().flatten() {
        if !is_status(&code) {
            return Some(code);
        }
        first.get_or_insert(code);
    }
    first
}

pub(super) fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Returns text that is not blank. OData wraps it together with its language.
pub(super) fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::Object(map) if map.contains_key("lang") => map.get("value")?.as_str(),
        value => value.as_str(),
    };
    text.filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

/// Reads a string, or a list that contains only strings.
pub(super) fn sentence(value: &Value) -> Option<String> {
    match value {
        Value::Array(list) if !list.is_empty() => {
            list.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|list| list.join(" "))
        }
        value => text_of(value),
    }
}

/// Joins several sentences into one text.
pub(super) fn joined(sentences: Vec<String>) -> Option<String> {
    sentences.into_iter().reduce(|mut text, sentence| {
        text.push_str(if text.ends_with(['.', '!', '?', ':', ';']) { " " } else { "; " });
        text.push_str(&sentence);
        text
    })
}
