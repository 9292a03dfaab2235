//! Compares models with recorded and documented responses, one per line of `tests/fixtures/responses.jsonl`.

use plane_api::{Page, Value};
use serde::de::DeserializeOwned;

fn answers() -> impl Iterator<Item = Value> {
    let lines = include_str!("../../fixtures/responses.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).unwrap())
}

/// Returns the responses recorded under this label.
pub(crate) fn recorded(label: &str) -> Value {
    answers().find(|line| line["label"] == label).unwrap()
}

/// Decodes every response, page or object, to requests with this path below the workspace; asserts that the model
/// contains every value; and returns the number of objects.
pub(crate) fn decode_all<T: DeserializeOwned + std::fmt::Debug>(
    is_of_it: fn(&[&str]) -> bool,
) -> usize {
    let mut decoded = 0;
    for line in answers() {
        let path = line["path"].as_str().unwrap().trim_matches('/');
        // After `api/v1/workspaces/acme`.
        let path: Vec<_> = path.split('/').skip(4).collect();
        let body = &line["body"];
        if !is_of_it(&path) || body.is_null() {
            continue;
        }
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
                    // A field of that name has a value.
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
            // Times are shown as parsed, which may remove trailing zeros.
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

/// Returns `true` for an enum value, which is shown by its variant.
fn is_word(text: &str, debug: &str) -> bool {
    let (first, rest) = text.split_at(1);
    debug.contains(&format!("({}{rest})", first.to_uppercase()))
}
