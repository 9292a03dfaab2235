//! What models are held against: recorded and documented answers, a line of `tests/fixtures/` each.

use plane_api::{Endpoint, Page, Value};
use serde::de::DeserializeOwned;

/// The lines of a fixture.
pub(crate) fn lines(fixture: &str) -> Vec<Value> {
    fixture.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Decodes every 2xx answer, page or object, asserts that each of its keys is a field of the model, and says how many
/// objects there were.
pub(crate) fn decode_all<T: DeserializeOwned + std::fmt::Debug>(fixture: &str) -> usize {
    let mut decoded = 0;
    for line in lines(fixture) {
        if !(200..300).contains(&line["status"].as_u64().unwrap()) {
            continue;
        }
        let body = &line["body"];
        if body["results"].is_array() {
            let page: Page<Value> = serde_json::from_value(body.clone()).unwrap();
            assert_eq!(page.total_results, body["total_results"].as_u64());
        }
        let objects = body["results"].as_array().cloned().unwrap_or_else(|| vec![body.clone()]);
        for object in objects {
            let model: T = serde_json::from_value(object.clone()).unwrap();
            assert_nothing_is_lost(&object, &format!("{model:?}"));
            decoded += 1;
        }
    }
    decoded
}

fn assert_nothing_is_lost(sent: &Value, debug: &str) {
    match sent {
        Value::Object(object) => {
            for (key, value) in object {
                let name = format!(" {key}: ");
                assert!(debug.contains(&name), "{key}: {debug}");
                if !value.is_null() {
                    // Something of that name has a value.
                    let mut shown = debug.split(&name).skip(1);
                    assert!(shown.any(|rest| !rest.starts_with("None")), "{key}: {debug}");
                }
                assert_nothing_is_lost(value, debug);
            }
        }
        Value::Array(entries) => {
            entries.iter().for_each(|entry| assert_nothing_is_lost(entry, debug));
        }
        Value::String(text) if !text.is_empty() => {
            // Times are shown as they are read, which may be without zeros at the end.
            let start = text.trim_end_matches('Z').trim_end_matches('0');
            let start = start.get(..start.len().min(60)).unwrap_or(start).trim_end_matches("T0");
            let quoted = format!("{start:?}");
            assert!(
                debug.contains(quoted.trim_matches('"')) || is_word(text, debug),
                "{text}: {debug}"
            );
        }
        Value::Number(number) => assert!(debug.contains(&number.to_string()), "{number}: {debug}"),
        _ => {}
    }
}

/// Whether it is a word of an enum, which is shown by its variant.
fn is_word(text: &str, debug: &str) -> bool {
    let (first, rest) = text.split_at(1);
    debug.contains(&format!("({}{rest})", first.to_uppercase()))
}

/// What is missing, or null, or was never there before fails no decode, unless it is the id.
pub(crate) fn assert_tolerant<T: DeserializeOwned>(full: &Value) {
    let decode = |value: Value| serde_json::from_value::<T>(value);
    let mut new = full.clone();
    new["something"] = "new".into();
    decode(new).unwrap();
    for key in full.as_object().unwrap().keys() {
        let mut null = full.clone();
        null[key] = Value::Null;
        let mut missing = full.clone();
        missing.as_object_mut().unwrap().remove(key);
        let outcome = (decode(null).is_err(), decode(missing).is_err());
        assert_eq!(outcome, (key == "id", key == "id"), "{key}");
    }
}

/// The body that a request sends.
pub(crate) fn body<E: Endpoint>(request: &E) -> Value {
    serde_json::from_slice(plane_api::build(request).unwrap().body().as_bytes().unwrap()).unwrap()
}

/// Sets the fields of a request that a recorded body has.
macro_rules! fill {
    ($request:ident, $body:ident, $($field:ident)+) => {
        $(if let Some(value) = $body.get(stringify!($field).trim_start_matches("r#")) {
            $request.$field = serde_json::from_value(value.clone()).unwrap();
        })+
    };
}

pub(crate) use fill;
