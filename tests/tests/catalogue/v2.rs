//! Compares the v2 catalogue with the data: `fixtures/v2/`.

use std::collections::{BTreeMap, BTreeSet};

use plane_api::{
    ParamLocation, RetryClass,
    v2::{
        lists::{CursorPage, OffsetPage},
        problem::{ErrorCode, FieldErrorCode, Problem, ProblemType},
    },
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    Model, Request, declared_v2,
    fixtures::{Difference, expect_of, read},
    known::Given,
};

/// Resources without declarations.
const NOT_YET: &[&str] = &[];

/// An operation of Plane.
#[derive(Deserialize)]
pub(crate) struct Operation {
    /// The resource, and the action.
    pub(crate) id: String,
    method: String,
    path: String,
    /// Names, and whether the server requires them.
    query: BTreeMap<String, bool>,
    /// Names, and whether the server requires them.
    body: BTreeMap<String, bool>,
    retry: String,
    scopes: Vec<String>,
    /// The form of the response: an object, a page, and so on.
    pub(crate) response: String,
    /// The object of the response, or of its items.
    item: Option<String>,
    /// The object of a row of a bulk request.
    rows: Option<String>,
    /// The documented values of enums.
    #[serde(default)]
    words: BTreeMap<String, Vec<Value>>,
}

impl Operation {
    fn resource(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }
}

/// An object of Plane.
#[derive(Deserialize)]
struct Object {
    name: String,
    kind: String,
    /// Names and types.
    fields: BTreeMap<String, String>,
}

/// A request or response that is documented.
#[derive(Deserialize)]
pub(crate) struct Sample {
    pub(crate) op: Option<String>,
    pub(crate) kind: String,
    pub(crate) status: Option<u16>,
    page: String,
    title: Option<String>,
    /// The reasons why better sources contradict the sample. Types are not adapted to it.
    #[serde(default)]
    pub(crate) suspect: Vec<String>,
    pub(crate) body: Value,
}

impl Sample {
    pub(crate) fn name(&self) -> String {
        let title = self.title.as_deref().unwrap_or_default();
        format!("{} {} {title}", self.page, self.kind).trim_end().to_owned()
    }

    pub(crate) fn is_success(&self) -> bool {
        self.kind != "request" && self.status.is_none_or(|status| status < 300)
    }
}

fn operations() -> Vec<Operation> {
    read(include_str!("../../fixtures/v2/endpoints.jsonl"))
}

pub(crate) fn samples() -> Vec<Sample> {
    read(include_str!("../../fixtures/v2/samples.jsonl"))
}

fn objects() -> Vec<Object> {
    read(include_str!("../../fixtures/v2/objects.jsonl"))
}

fn expect(kind: &str, found: Vec<(String, String)>) {
    let differences: Vec<Difference> = read(include_str!("../../fixtures/v2/differences.jsonl"));
    expect_of(differences, kind, found);
}

/// Method and path without the names of parameters, because the data calls each object `pk`.
fn route(method: &str, path: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part });
    format!("{method} {}", parts.collect::<Vec<_>>().join("/"))
}

/// The declared operations, each with its request.
pub(crate) fn declared() -> Vec<(Operation, Request)> {
    let mut requests: BTreeMap<String, Request> = declared_v2::requests()
        .into_iter()
        .map(|request| (route(request.spec.method.as_str(), request.spec.path), request))
        .collect();
    let operations = operations().into_iter();
    operations
        .filter_map(|operation| {
            let request = requests.remove(&route(&operation.method, &operation.path))?;
            Some((operation, request))
        })
        .collect()
}

#[test]
fn every_operation_is_declared_and_none_is_invented() {
    let operations = operations();
    let known: BTreeSet<_> = operations.iter().map(|it| route(&it.method, &it.path)).collect();
    assert_eq!((operations.len(), known.len()), (407, 407));
    let requests = declared_v2::requests();
    let declared: BTreeSet<_> =
        requests.iter().map(|it| route(it.spec.method.as_str(), it.spec.path)).collect();
    assert_eq!(declared.len(), requests.len(), "two requests have one route");
    assert_eq!(declared.difference(&known).collect::<Vec<_>>(), [""; 0], "invented");

    let is_declared = |it: &&Operation| declared.contains(&route(&it.method, &it.path));
    let (of_declared, missing): (Vec<_>, Vec<_>) = operations.iter().partition(is_declared);
    let resources: BTreeSet<_> = of_declared.iter().map(|it| it.resource()).collect();
    for resource in NOT_YET {
        assert!(!resources.contains(resource), "{resource} is declared: strike it off `NOT_YET`");
    }
    let missing = missing.iter().filter(|it| !NOT_YET.contains(&it.resource()));
    assert_eq!(missing.map(|it| &it.id).collect::<Vec<_>>(), [""; 0], "missing");
    let all: BTreeSet<_> = operations.iter().map(Operation::resource).collect();
    assert!(NOT_YET.iter().all(|resource| all.contains(resource)));
    for request in &requests {
        assert_eq!(request.spec.root, Some("/api/v2"), "{}", request.spec.name);
    }
}

#[test]
fn every_parameter_is_declared_and_none_is_invented() {
    let mut found = Vec::new();
    for (operation, request) in declared() {
        let spec = request.spec;
        // A list is declared with one style.
        let other_style: &[&str] = match (operation.response.as_str(), spec.query) {
            ("page", "paginate=cursor") => &["paginate", "offset", "count"],
            ("page", "") => &["paginate", "cursor"],
            (_, "") => &[],
            (_, query) => panic!("{} has the constant query {query}", spec.name),
        };
        for (kind, place, known) in [
            ("query", ParamLocation::Query, &operation.query),
            ("body", ParamLocation::Body, &operation.body),
        ] {
            let params = spec.params.into_iter();
            let declared: BTreeMap<_, _> = params
                .filter(|param| param.location == place && !param.name.is_empty())
                .map(|param| (param.name, param.required))
                .collect();
            for (name, required) in known {
                let is_other = kind == "query" && other_style.contains(&name.as_str());
                let what = match declared.get(name.as_str()) {
                    Some(_) if is_other => "of the other style",
                    None if is_other => continue,
                    None => "left out",
                    Some(true) if !required => "required",
                    Some(false) if *required => "optional",
                    Some(_) => continue,
                };
                found.push((spec.name.to_owned(), format!("{kind} {name}: {what}")));
            }
            for name in declared.keys().filter(|name| !known.contains_key(**name)) {
                found.push((spec.name.to_owned(), format!("{kind} {name}: invented")));
            }
        }
    }
    let (query, body) = found.into_iter().partition(|(_, what)| what.starts_with("query"));
    expect("query", query);
    expect("body", body);
}

#[test]
fn every_request_is_retried_as_the_data_says() {
    for (operation, request) in declared() {
        let expected = match (operation.retry.as_str(), operation.method.as_str()) {
            ("safe", _) => RetryClass::Safe,
            // No source says that the server can apply such a request twice without harm.
            (_, "PATCH") | ("never" | "upsert", _) => RetryClass::Never,
            ("idempotent", _) => RetryClass::Idempotent,
            other => panic!("{other:?}"),
        };
        assert_eq!(request.spec.retry_class, expected, "{}", request.spec.name);
    }
}

#[test]
fn every_documented_value_of_an_enum_is_declared() {
    let mut found = Vec::new();
    let mut tried = 0;
    for (operation, request) in declared() {
        for (name, words) in &operation.words {
            let Some((_, is_known)) = request.words.iter().find(|(field, _)| field == name) else {
                continue;
            };
            for word in words {
                tried += 1;
                let what = match is_known(word) {
                    Some(true) => continue,
                    Some(false) => format!("word {name}: {word} is unknown"),
                    None => format!("word {name}: no enum"),
                };
                let of = (request.spec.name.to_owned(), what);
                if !found.contains(&of) {
                    found.push(of);
                }
            }
        }
    }
    assert!(tried > 400, "{tried}");
    expect("word", found);
}

#[test]
fn every_operation_has_a_sentence_and_its_scopes() {
    for (operation, request) in declared() {
        let docs = request.spec.docs;
        let sentence = docs.split('.').next().unwrap_or_default();
        assert!(sentence.contains(' ') && !docs.contains("TODO"), "{}: {docs}", request.spec.name);
        for scope in &operation.scopes {
            assert!(docs.contains(&format!("`{scope}`")), "{}: {scope}", request.spec.name);
        }
    }
}

#[test]
fn every_model_has_the_fields_of_its_object_and_none_is_invented() {
    let objects = objects();
    let models = declared_v2::models();
    let by_name: BTreeMap<_, _> = models.iter().map(|model| (model.name, model)).collect();
    let expanded = objects.iter().filter(|object| object.kind == "expanded");
    let mut pairs: BTreeSet<(String, String)> =
        expanded.map(|object| (object.name.clone(), object.name.clone())).collect();
    for (operation, request) in declared() {
        let inner = request.answer.trim_end_matches('>').rsplit('<').next().unwrap_or_default();
        let Some(item) = operation.item.filter(|_| operation.response != "bulk") else { continue };
        if request.answer.starts_with("Managed<") || request.answer.starts_with("BTreeMap<") {
            let object = objects.iter().find(|object| object.name == item).unwrap();
            assert!(object.fields.is_empty() || object.fields.keys().eq(["added", "removed"]));
        } else {
            pairs.insert((item, inner.to_owned()));
        }
    }
    let mut found = Vec::new();
    let mut compared = 0;
    for (object, model) in pairs {
        let object = objects.iter().find(|it| it.name == object).unwrap();
        let model = by_name.get(model.as_str()).unwrap();
        compared += 1;
        let declared: BTreeSet<_> = model.fields.iter().map(|(name, _)| *name).collect();
        for name in object.fields.keys().filter(|name| !declared.contains(name.as_str())) {
            found.push((object.name.clone(), format!("model lacks {name}")));
        }
        for name in declared.iter().filter(|name| !object.fields.contains_key(**name)) {
            found.push((object.name.clone(), format!("model invents {name}")));
        }
    }
    assert!(compared > 5, "{compared}");
    expect("model", found);
}

#[test]
fn every_row_of_a_bulk_request_has_the_fields_of_its_object() {
    let objects = objects();
    for (operation, request) in declared() {
        let Some(object) = &operation.rows else { continue };
        let object = objects.iter().find(|it| it.name == *object).unwrap();
        let items = request.spec.params.into_iter().find(|param| param.name == "items").unwrap();
        let row = items.ty.trim_start_matches("Vec<").trim_end_matches('>');
        let (_, fields) = declared_v2::INPUTS.iter().find(|(name, _)| *name == row).unwrap();
        let fields: BTreeSet<_> = fields.iter().copied().collect();
        let id = operation.id.ends_with(".bulk_update").then_some("id");
        let expected: BTreeSet<_> = object.fields.keys().map(String::as_str).chain(id).collect();
        assert_eq!(fields, expected, "{row}");
    }
}

#[test]
fn only_the_id_is_required_in_responses() {
    let by_name = |model: &Model| (model.name, model.fields);
    for (model, fields) in declared_v2::models().iter().map(by_name) {
        let required = fields.iter().filter(|(_, ty)| !ty.starts_with("Option<"));
        let required: Vec<_> = required.map(|(name, _)| *name).filter(|it| *it != "id").collect();
        assert_eq!(required, [""; 0], "{model}");
    }
}

/// Builds a page in the declared style from the items of a sample, whose own style may differ.
fn in_style(mut page: Value, request: &Request) -> Value {
    let data = page["data"].take();
    match request.answer.starts_with("CursorPage<") {
        true => {
            json!({"data": data, "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}})
        }
        false => {
            json!({"data": data, "next": null, "previous": null, "pagination": {"style": "offset"}})
        }
    }
}

/// The body of a sample, as the declared request would receive it.
pub(crate) fn body_of(sample: &Sample, operation: &Operation, request: &Request) -> Value {
    match (operation.response.as_str(), sample.kind.as_str()) {
        ("page", "object") => in_style(json!({"data": [sample.body]}), request),
        ("page", _) => in_style(sample.body.clone(), request),
        _ => sample.body.clone(),
    }
}

#[test]
fn every_sample_decodes_and_loses_nothing() {
    let declared = declared();
    let mut found = Vec::new();
    let mut decoded = 0;
    for sample in samples().into_iter().filter(Sample::is_success) {
        let Some(op) = &sample.op else { continue };
        let Some((operation, request)) = declared.iter().find(|(it, _)| it.id == *op) else {
            continue;
        };
        decoded += 1;
        let body = body_of(&sample, operation, request);
        let result = (request.decode)(&body.to_string());
        // A suspect sample need not decode.
        if !sample.suspect.is_empty() {
            continue;
        }
        if let Some(error) = result.error {
            let error = error.split(" at line ").next().unwrap_or_default();
            found.push((sample.name(), format!("sample does not decode: {error}")));
        }
        for path in result.lost {
            let name = path.rsplit('.').next().unwrap_or_default();
            let lost = (request.spec.name.to_owned(), format!("sample loses {name}"));
            if !found.contains(&lost) {
                found.push(lost);
            }
        }
    }
    assert!(decoded > 40, "{decoded}");
    expect("sample", found);
}

#[test]
fn every_documented_page_decodes_in_its_style_and_no_other() {
    let mut seen = [0, 0];
    for sample in samples().into_iter().filter(Sample::is_success) {
        let json = sample.body.to_string();
        let by_cursor = serde_json::from_str::<CursorPage<Value>>(&json);
        let by_offset = serde_json::from_str::<OffsetPage<Value>>(&json);
        match sample.body["pagination"]["style"].as_str() {
            Some("cursor") => {
                seen[0] += 1;
                assert!(by_cursor.is_ok() && by_offset.is_err(), "{json}");
            }
            Some("offset") => {
                seen[1] += 1;
                assert!(by_offset.is_ok() && by_cursor.is_err(), "{json}");
            }
            _ => assert!(by_offset.is_err() && by_cursor.is_err(), "{json}"),
        }
    }
    assert!(seen[0] > 1 && seen[1] > 20, "{seen:?}");
}

#[test]
fn every_documented_problem_has_known_words() {
    let mut seen = 0;
    for sample in samples() {
        if sample.status.is_none_or(|status| status < 400) || !sample.suspect.is_empty() {
            continue;
        }
        seen += 1;
        let problem: Problem = serde_json::from_value(sample.body.clone()).unwrap();
        let is_other = |word: String| word.starts_with("Other(");
        let (Some(class), Some(code)) = (problem.r#type, problem.code) else {
            panic!("{}", sample.name());
        };
        let words = [format!("{class:?}"), format!("{code:?}")];
        assert!(!words.into_iter().any(is_other), "{}: {}", sample.name(), sample.body);
        assert!(problem.detail.is_some(), "{}", sample.name());
        let errors = sample.body["errors"].as_array().map_or(0, Vec::len);
        assert_eq!(problem.errors.as_ref().map_or(0, Vec::len), errors, "{}", sample.name());
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_words_of_problems_are_those_that_are_documented() {
    // `enums.json` of the data, in a form that can be compared with the declarations.
    let words = include_str!("../../fixtures/v2/problem_words.txt");
    let known = |word: &str, debug: String| assert!(!debug.starts_with("Other("), "{word}");
    for line in words.lines() {
        let (kind, word) = line.split_once(' ').unwrap();
        match kind {
            "type" => known(word, format!("{:?}", ProblemType::from(word))),
            "code" => known(word, format!("{:?}", ErrorCode::from(word))),
            "field" => known(word, format!("{:?}", FieldErrorCode::from(word))),
            other => panic!("{other}"),
        }
    }
}

/// Returns the same JSON with all numbers in one form: `7` and `7.0` are one number to the server.
fn same_numbers(json: Value) -> Value {
    match json {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.into_iter().map(same_numbers).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, same_numbers(value))).collect()
        }
        other => other,
    }
}

#[test]
fn every_documented_body_can_be_sent() {
    let declared = declared();
    let mut found = Vec::new();
    let mut sent = 0;
    for sample in samples().into_iter().filter(|sample| sample.kind == "request") {
        let Some((_, request)) = declared.iter().find(|(it, _)| Some(&it.id) == sample.op.as_ref())
        else {
            continue;
        };
        if !sample.suspect.is_empty() {
            continue;
        }
        let Some(mut given) = Given::new(&sample.body) else { continue };
        sent += 1;
        let built = (request.given)(&mut given).map(|request| request.unwrap());
        let json = built.map(|request| {
            serde_json::from_slice::<Value>(request.body().as_bytes().unwrap()).unwrap_or_default()
        });
        if !given.is_used_up() || json.map(same_numbers) != Some(same_numbers(sample.body.clone()))
        {
            found.push((sample.name(), "sent otherwise".to_owned()));
        }
    }
    assert!(sent > 10, "{sent}");
    expect("sent", found);
}
