//! [`Entry`]: an object that describes one problem.

use serde_json::{Map, Value};

use super::words::{is_name, text_of, word};

/// One problem: an item of `errors`, or the object that other APIs put under `error`.
pub(super) struct Entry {
    /// The fields that the problem is about, each as names joined by dots.
    pub(super) fields: Vec<String>,
    pub(super) code: Option<String>,
    pub(super) sentence: Option<String>,
    /// A sentence that is the same for every field.
    pub(super) title: Option<String>,
}

/// Members that contain the sentence. Those of the second list have other uses, and only count together with a code or a field.
const SENTENCES: [&str; 8] = [
    "detail",
    "message",
    "Message",
    "msg",
    "errorMessage",
    "errorSummary",
    "defaultMessage",
    "title",
];
const WEAK_SENTENCES: [&str; 2] = ["description", "reason"];

/// Members that contain the name of the field: as text, as a JSON pointer or as a list of names.
const FIELDS: [&str; 8] =
    ["field", "pointer", "param", "parameter", "target", "property", "loc", "path"];

/// FastAPI's prefixes of field names.
const LOCATIONS: [&str; 5] = ["body", "query", "path", "header", "cookie"];

impl Entry {
    /// Reads an object that describes one problem. A map from field names to problems is not one.
    pub(super) fn read(map: &Map<String, Value>) -> Option<Self> {
        let first = |keys: &[&str]| keys.iter().find_map(|key| text_of(map.get(*key)?));
        let strong = first(&SENTENCES);
        let is_words = |text: &String| !is_name(text);
        let weak = first(&WEAK_SENTENCES).or_else(|| first(&["error"]).filter(is_words));
        let (fields, code) = (fields(map), code(map, strong.is_some()));
        let is_entry = match (&strong, &weak) {
            (Some(_), _) => true,
            (None, Some(_)) => !fields.is_empty() || code.is_some(),
            (None, None) => !fields.is_empty() && code.is_some(),
        };
        let title =
            map.get("title").and_then(text_of).filter(|title| strong.as_ref() != Some(title));
        is_entry.then(|| Self { fields, code, sentence: strong.or(weak), title })
    }

    /// Reads an object that contains a code and no other information.
    pub(super) fn code_alone(map: &Map<String, Value>) -> Option<Self> {
        let code = code(map, false).filter(|code| is_name(code))?;
        Some(Self { fields: Vec::new(), code: Some(code), sentence: None, title: None })
    }
}

/// Prefers text to a number, which is mostly the HTTP status. A reason counts as a code only together with a sentence.
fn code(map: &Map<String, Value>, has_sentence: bool) -> Option<String> {
    let name = |key: &str| map.get(key).and_then(Value::as_str).filter(|text| is_name(text));
    let within = map.get("extensions").and_then(|extensions| extensions.get("code"));
    let text = ["code", "error_code", "errorCode", "Code", "issue"]
        .iter()
        .find_map(|key| map.get(*key)?.as_str())
        .or_else(|| within?.as_str())
        .filter(|text| !text.trim().is_empty());
    text.or_else(|| {
        name("status").filter(|status| !status.starts_with(|char: char| char.is_ascii_digit()))
    })
    .or_else(|| name("error"))
    .or_else(|| name("reason").filter(|_| has_sentence))
    .map(str::to_owned)
    .or_else(|| word(map.get("code").or_else(|| map.get("error_code"))?))
    .or_else(|| name("type").map(str::to_owned))
}

fn fields(map: &Map<String, Value>) -> Vec<String> {
    let list = map.get("fields").and_then(Value::as_array);
    match field(map) {
        Some(field) => vec![field],
        None => list.into_iter().flatten().filter_map(names).collect(),
    }
}

fn field(map: &Map<String, Value>) -> Option<String> {
    let source = map.get("source").and_then(Value::as_object);
    let of_source = || {
        let source = source?;
        ["pointer", "parameter", "header"].iter().find_map(|key| names(source.get(*key)?))
    };
    // In GraphQL, the path refers to the response.
    let is_graphql = map.contains_key("locations") || map.contains_key("extensions");
    of_source()
        .or_else(|| {
            let keys = FIELDS.iter().filter(|key| !(is_graphql && **key == "path"));
            keys.into_iter().find_map(|key| names(map.get(*key)?))
        })
        // RFC 7807 has an example with `name` and `reason`.
        .or_else(|| names(map.get("name").filter(|_| map.contains_key("reason"))?))
}

/// Returns a name as it is, or several names joined by dots.
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
