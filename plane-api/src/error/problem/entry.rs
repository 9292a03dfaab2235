//! [`Entry`]: an object that says one thing that is wrong.

use serde_json::{Map, Value};

use super::{text_of, word};

/// One thing that is wrong: an item of `errors`, or what other APIs put under `error`.
pub(super) struct Entry {
    /// The field that it is about, its names joined by dots.
    pub(super) field: Option<String>,
    pub(super) code: Option<String>,
    pub(super) sentence: Option<String>,
    /// A sentence that is the same whatever the field.
    pub(super) title: Option<String>,
}

/// Where the sentence is. What stands in the second list has other uses, and counts beside a code or a field only.
const SENTENCES: [&str; 4] = ["detail", "message", "msg", "title"];
const WEAK_SENTENCES: [&str; 2] = ["description", "reason"];

/// Where the name of the field is, as text, as a JSON pointer or as a list of names.
const FIELDS: [&str; 8] =
    ["field", "pointer", "param", "parameter", "target", "property", "loc", "path"];

/// What FastAPI puts in front of a field's name.
const LOCATIONS: [&str; 5] = ["body", "query", "path", "header", "cookie"];

impl Entry {
    /// Reads an object, if it is such an entry and not a map from names to what is wrong with them.
    pub(super) fn read(map: &Map<String, Value>) -> Option<Self> {
        let first = |keys: &[&str]| keys.iter().find_map(|key| text_of(map.get(*key)?));
        let (field, code) = (field(map), code(map));
        let strong = first(&SENTENCES);
        let weak = first(&WEAK_SENTENCES);
        let is_entry = match (&strong, &weak) {
            (Some(_), _) => true,
            (None, Some(_)) => field.is_some() || code.is_some(),
            (None, None) => field.is_some() && code.is_some(),
        };
        let title =
            map.get("title").and_then(text_of).filter(|title| strong.as_ref() != Some(title));
        is_entry.then(|| Self { field, code, sentence: strong.or(weak), title })
    }
}

/// A word goes before a number, which mostly is the HTTP status.
fn code(map: &Map<String, Value>) -> Option<String> {
    let name = |key: &str| map.get(key).and_then(Value::as_str).filter(|text| is_name(text));
    let within = map.get("extensions").and_then(|extensions| extensions.get("code"));
    let text = ["code", "error_code", "errorCode"]
        .iter()
        .find_map(|key| map.get(*key)?.as_str())
        .or_else(|| within?.as_str())
        .filter(|text| !text.trim().is_empty());
    text.or_else(|| {
        name("status").filter(|status| !status.starts_with(|char: char| char.is_ascii_digit()))
    })
    .map(str::to_owned)
    .or_else(|| word(map.get("code")?))
    .or_else(|| name("type").map(str::to_owned))
}

/// Whether it is a name that programs go by, and neither a sentence nor a URL.
pub(super) fn is_name(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    !matches!(text, "" | "error") && text.len() <= 128 && text.bytes().all(is_part)
}

fn field(map: &Map<String, Value>) -> Option<String> {
    let source = map.get("source").and_then(Value::as_object);
    let of_source = || {
        let source = source?;
        ["pointer", "parameter", "header"].iter().find_map(|key| names(source.get(*key)?))
    };
    // In GraphQL the path is one of the response.
    let is_graphql = map.contains_key("locations") || map.contains_key("extensions");
    of_source()
        .or_else(|| {
            let keys = FIELDS.iter().filter(|key| !(is_graphql && **key == "path"));
            keys.into_iter().find_map(|key| names(map.get(*key)?))
        })
        // RFC 7807 has an example with `name` and `reason`.
        .or_else(|| names(map.get("name").filter(|_| map.contains_key("reason"))?))
}

/// A name as it is, or several joined by dots.
fn names(value: &Value) -> Option<String> {
    let joined = match value {
        Value::String(text) => match text.strip_prefix('#').unwrap_or(text) {
            pointer if pointer.starts_with('/') => {
                let names = pointer[1..].split('/');
                names
                    .map(|name| name.replace("~1", "/").replace("~0", "~"))
                    .collect::<Vec<_>>()
                    .join(".")
            }
            name => name.trim().to_owned(),
        },
        Value::Array(list) => {
            let names: Vec<String> = list.iter().filter_map(word).collect();
            let is_location = |name: &String| LOCATIONS.contains(&name.as_str());
            let start = usize::from(names.len() > 1 && names.first().is_some_and(is_location));
            names[start..].join(".")
        }
        _ => return None,
    };
    Some(joined).filter(|joined| !joined.is_empty())
}
