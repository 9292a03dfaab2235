//! Every model tolerates what a server may do: omit a field, send null, add a field, and send an unknown enum value.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::{Model, declared, declared_v2, fixtures::answers, models, requests};

fn is_number(ty: &str) -> bool {
    declared::NUMBERS.contains(&ty) || declared_v2::NUMBERS.contains(&ty)
}

/// The smallest object that a model should decode: only the required fields.
fn smallest(model: &Model, models: &BTreeMap<&str, &Model>) -> Map<String, Value> {
    let required = model.fields.iter().filter(|(_, ty)| !ty.starts_with("Option<"));
    required.map(|(name, ty)| ((*name).to_owned(), value(ty, models))).collect()
}

fn value(ty: &str, models: &BTreeMap<&str, &Model>) -> Value {
    match ty {
        "bool" => json!(true),
        "f64" => json!(1.5),
        "i64" | "u32" | "u64" => json!(1),
        "Timestamp" => json!("2026-11-25T10:00:00.123456Z"),
        "Date" => json!("2026-11-25"),
        ty if is_number(ty) => json!(987_654),
        ty if ty.starts_with("Vec<") => json!([]),
        ty if ty.starts_with("BTreeMap<") => json!({}),
        ty if ty.starts_with("Option<") => Value::Null,
        ty => match models.get(ty) {
            Some(model) => Value::Object(smallest(model, models)),
            // An id, a string, or an unknown enum value.
            None => json!("never-seen-before"),
        },
    }
}

#[test]
fn optional_fields_may_be_missing_or_null() {
    models().into_iter().for_each(|models| may_be_missing_or_null(&models));
}

fn may_be_missing_or_null(models: &[Model]) {
    let by_name: BTreeMap<_, _> = models.iter().map(|model| (model.name, model)).collect();
    for model in models {
        let smallest = smallest(model, &by_name);
        let decode = |object: &Map<String, Value>, what: &str| {
            let json = Value::Object(object.clone()).to_string();
            let error = (model.decode)(&json).error;
            assert_eq!(error, None, "{} {what}: {json}", model.name);
        };
        decode(&smallest, "with nothing else");
        let mut more = smallest.clone();
        more.insert("never_seen_before".to_owned(), json!({"a": [1]}));
        decode(&more, "with a new field");
        for (name, ty) in model.fields {
            let Some(inner) = ty.strip_prefix("Option<").and_then(|ty| ty.strip_suffix('>')) else {
                continue;
            };
            let mut with_null = smallest.clone();
            with_null.insert((*name).to_owned(), Value::Null);
            decode(&with_null, &format!("with null as {name}"));
            // An unknown enum value where an enum is expected.
            let mut with_new = smallest.clone();
            with_new.insert((*name).to_owned(), value(inner, &by_name));
            decode(&with_new, &format!("with something new as {name}"));
        }
    }
}

/// Alternative forms that servers send for a type, and forms that no server should send.
fn odd(ty: &str) -> (Vec<Value>, Vec<Value>) {
    let not_a_date = || [json!(""), json!("soon"), json!("2026-02-30")];
    match ty {
        "i64" | "u64" => (vec![json!(7.0)], vec![json!(7.5), json!("7")]),
        ty if is_number(ty) => (vec![json!(15.0)], vec![json!(7.5)]),
        "Timestamp" => {
            let no_offset = [json!("2026-11-25T10:00:00")];
            (vec![json!("2026-11-25")], [&not_a_date()[..], &no_offset].concat())
        }
        "Date" => (vec![json!("2026-11-25T10:00:00Z")], not_a_date().to_vec()),
        "Vec<Value>" => (vec![json!([null])], vec![json!({}), json!(1)]),
        ty if ty.starts_with("Vec<") => {
            (vec![Value::Null, json!([]), json!([null, null])], vec![json!({}), json!(1)])
        }
        _ => (vec![], vec![]),
    }
}

#[test]
fn odd_forms_of_a_value_are_that_value() {
    let tried = models().map(|models| odd_forms(&models));
    assert!(tried[0] > 300 && tried[1] > 30, "{tried:?}");
}

/// Number of tried forms.
fn odd_forms(models: &[Model]) -> usize {
    let by_name: BTreeMap<_, _> = models.iter().map(|model| (model.name, model)).collect();
    let mut tried = 0;
    for model in models {
        let smallest = smallest(model, &by_name);
        for (name, ty) in model.fields {
            let optional = ty.strip_prefix("Option<").and_then(|ty| ty.strip_suffix('>'));
            let decode = |value: &Value| {
                let mut object = smallest.clone();
                object.insert((*name).to_owned(), value.clone());
                (model.decode)(&Value::Object(object).to_string()).error
            };
            let inner = optional.unwrap_or(ty);
            let (forms, others) = odd(inner);
            for value in forms {
                tried += 1;
                assert_eq!(decode(&value), None, "{} with {value} as {name}: {ty}", model.name);
            }
            let becomes_none = optional.is_some() && matches!(inner, "Timestamp" | "Date");
            for value in others {
                let error = decode(&value);
                let what = format!("{} with {value} as {name}: {ty}: {error:?}", model.name);
                // `lenient` fields have no separate type.
                assert!(
                    error.is_none() == becomes_none || ["default_value", "errors"].contains(name),
                    "{what}"
                );
            }
        }
    }
    tried
}

/// Returns the names of the types within a type.
fn names(ty: &str) -> impl Iterator<Item = &str> {
    ty.split(|c: char| !c.is_alphanumeric()).filter(|name| !name.is_empty())
}

#[test]
fn models_without_a_known_response_require_only_the_id() {
    let ([models, _], requests) = (models(), requests());
    let by_name: BTreeMap<_, _> = models.iter().map(|model| (model.name, model)).collect();
    let mut unseen = by_name.clone();
    let answers = answers();
    let mut seen: Vec<&str> = answers
        .iter()
        .filter_map(|answer| answer.request(&requests))
        .flat_map(|request| names(request.answer))
        .collect();
    while let Some(name) = seen.pop() {
        if let Some(model) = unseen.remove(name) {
            seen.extend(model.fields.iter().flat_map(|(_, ty)| names(ty)));
        }
    }
    assert!(unseen.len() < models.len());
    for model in unseen.values() {
        let required = model.fields.iter().filter(|(_, ty)| !ty.starts_with("Option<"));
        let required: Vec<_> =
            required.map(|(name, _)| *name).filter(|name| *name != "id").collect();
        assert_eq!(required, [""; 0], "{}", model.name);
    }
}
