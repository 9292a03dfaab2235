//! The OpenAPI documents in `plane-api/openapi/`: they match the declarations, and describe the known responses.

mod valid;

use std::{collections::BTreeMap, fs};

use plane_tests::{
    description::{VERSIONS, document, file, print},
    openapi::{Drift, Verdict, measure},
};
use serde_json::{Value, json};

use self::valid::Schemas;
use crate::{
    Request, declared_v2,
    fixtures::{answers, read},
    known::Given,
    requests, v2,
};

/// Returns the operations of a document, by the names of the structs that they describe.
fn operations(document: &Value) -> BTreeMap<&str, &Value> {
    let items = document["paths"].as_object().unwrap().values();
    let operations = items.flat_map(|item| item.as_object().unwrap().values());
    let mut found = BTreeMap::new();
    for operation in operations {
        let also = operation["x-also"].as_array().into_iter().flatten();
        for name in also.chain([&operation["operationId"]]) {
            assert!(found.insert(name.as_str().unwrap(), operation).is_none(), "{name} twice");
        }
    }
    found
}

/// Returns the schema of JSON in a body or a response.
fn json_schema(content: &Value) -> Option<&Value> {
    content["content"].get("application/json")?.get("schema")
}

/// Returns the schema of a success with this status.
fn success(operation: &Value, status: u16) -> Option<&Value> {
    let exact = operation["responses"].get(status.to_string());
    json_schema(exact.or_else(|| operation["responses"].get("2XX"))?)
}

#[test]
fn the_files_are_those_of_the_declarations() {
    for version in VERSIONS {
        let expected = print(&document(version).unwrap());
        let found = fs::read_to_string(file(version)).unwrap_or_default();
        let line =
            found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
        assert!(
            found == expected,
            "plane-api/openapi/{version}.json is not that of the declarations (line {:?}); write it with \
             `cargo run -p plane-tests --bin openapi -- write`",
            line.map(|line| line + 1)
        );
        assert!(
            Drift::between(&document(version).unwrap(), &serde_json::from_str(&found).unwrap())
                .unwrap()
                .is_empty()
        );
    }
}

/// Returns the type of the id of the object in a response, or of the items if the response is a list.
fn id_type<'a>(document: &'a Value, operation: &'a Value, is_list: bool) -> Option<&'a str> {
    let schemas = &document["components"]["schemas"];
    let name = |schema: &'a Value| schema["$ref"].as_str()?.rsplit('/').next();
    let resolve = |schema: &'a Value| name(schema).map_or(schema, |name| &schemas[name]);
    let mut object = resolve(success(operation, 200)?);
    if is_list {
        let entries = ["results", "data"].iter().find_map(|name| object["properties"].get(name));
        object = resolve(&entries.unwrap_or(object)["items"]);
    }
    name(&object["properties"]["id"])
}

#[test]
fn an_id_in_a_response_addresses_the_object_that_it_belongs_to() {
    // Plane addresses these objects by the id of another object.
    const BY_ANOTHER_ID: [&str; 3] =
        ["/intake-issues/{", "/project-members/{", "/workflows/{workflow_id}/states/{"];
    let mut compared = 0;
    for version in VERSIONS {
        let document = document(version).unwrap();
        let paths = document["paths"].as_object().unwrap();
        for (path, item) in paths {
            let Some((collection, rest)) = path.rsplit_once('{') else { continue };
            let Some((name, _)) = rest.split_once('}') else { continue };
            for operation in item.as_object().unwrap().values() {
                let parameters = operation["parameters"].as_array().unwrap();
                let parameter =
                    parameters.iter().find(|it| it["name"] == name && it["in"] == "path");
                let sent = parameter.and_then(|it| it["schema"]["$ref"].as_str());
                let Some(sent) = sent.and_then(|it| it.rsplit('/').next()) else { continue };
                let itself = rest.ends_with("}/").then(|| id_type(&document, operation, false));
                let list = paths.get(collection).and_then(|list| list.get("get"));
                let listed = list.map(|list| id_type(&document, list, true));
                for received in [itself, listed].into_iter().flatten().flatten() {
                    assert!(
                        sent == received || BY_ANOTHER_ID.iter().any(|part| path.contains(part)),
                        "{version} {}: the path takes a {sent}, and a response contains a {received}",
                        operation["operationId"],
                    );
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 600, "{compared} ids were compared");
}

#[test]
fn every_endpoint_is_an_operation_that_can_be_declared_exactly() {
    for (version, requests, routes) in
        [("v1", requests(), 433), ("v2", declared_v2::requests(), 407)]
    {
        let document = document(version).unwrap();
        let operations = operations(&document);
        let declared: Vec<&str> = requests.iter().map(|request| request.spec.name).collect();
        let lacking: Vec<_> =
            declared.iter().filter(|name| !operations.contains_key(**name)).collect();
        assert_eq!((lacking, operations.len()), (vec![], declared.len()), "{version}");
        let report = measure(&document).unwrap();
        assert_eq!(report.operations.len(), routes);
        let inexact = report.operations.iter().filter(|it| it.verdict() != Verdict::Exact);
        assert_eq!(inexact.map(|it| (&it.method, &it.path)).collect::<Vec<_>>(), []);
        let tags = document["tags"].as_array().unwrap();
        for (name, operation) in operations {
            assert!(operation["summary"].as_str().unwrap().contains(' '), "{name}");
            let tag = tags.iter().find(|tag| tag["name"] == operation["tags"][0]).unwrap();
            assert!(tag["description"].as_str().unwrap().contains(' '), "{tag}");
        }
    }
}

#[test]
fn scopes_are_those_of_the_documentation() {
    let [v1, v2] = VERSIONS.map(|version| document(version).unwrap());
    let of = |document: &Value, name: &str| operations(document)[name]["security"].clone();
    let with = |scopes: Value| json!([{"apiKey": []}, {"bearer": scopes}]);
    assert_eq!(of(&v1, "CreateCustomer"), with(json!(["customers:write"])));
    assert_eq!(of(&v2, "UpdateCustomer"), with(json!(["customers:write"])));
    assert_eq!(
        of(&v1, "ListEpicWorkItems"),
        json!([{"apiKey": []}, {"bearer": ["projects.epics:read"]}, {"bearer": ["projects.work_items:read"]}])
    );
    // Operations without a documented scope use the document's default.
    assert_eq!(of(&v1, "DeleteCustomerByExternalId"), Value::Null);
    assert_eq!(v1["security"], json!([{"apiKey": []}, {"bearer": []}]));
    for document in [&v1, &v2] {
        for (name, operation) in operations(document) {
            let listed = operation["security"].as_array().into_iter().flatten();
            for scope in listed.flat_map(|it| it["bearer"].as_array().into_iter().flatten()) {
                let scope = scope.as_str().unwrap();
                assert!(
                    scope.contains(':') || ["read", "write"].contains(&scope),
                    "{name}: {scope}"
                );
            }
        }
    }
}

/// A model decodes exactly the values that its schema describes; exceptions are in `differences.jsonl`, with a reason.
#[test]
fn every_response_that_decodes_is_valid() {
    let (document, requests) = (document("v1").unwrap(), requests());
    let (schemas, operations) = (Schemas::new(&document), operations(&document));
    let (mut tried, mut bodies, mut found) = (0, 0, Vec::new());
    for answer in answers() {
        let request = answer.request(&requests).unwrap();
        let operation = operations[request.spec.name];
        if let Some(schema) = success(operation, 200).filter(|_| decodes(request, &answer.body)) {
            tried += 1;
            found.extend(schemas.error(schema, &answer.body).map(|error| (answer.name(), error)));
        }
        let body = answer.request.as_ref().and_then(|body| Some((body, Given::new(body)?)));
        let Some((body, mut given)) = body else { continue };
        let is_sent = (request.given)(&mut given).is_some();
        if let Some(schema) = json_schema(&operation["requestBody"]).filter(|_| is_sent) {
            bodies += 1;
            found.extend(schemas.error(schema, body).map(|error| (answer.name(), error)));
        }
    }
    assert_eq!(found, []);
    assert!(tried > 400 && bodies > 100, "{tried} {bodies}");
}

fn decodes(request: &Request, body: &Value) -> bool {
    (request.decode)(&body.to_string()).error.is_none()
}

#[test]
fn every_error_is_valid() {
    let document = document("v1").unwrap();
    let schemas = Schemas::new(&document);
    let error = &document["components"]["schemas"]["Error"];
    let refusals: Vec<Value> = read(include_str!("../../fixtures/rejections.jsonl"));
    let bodies =
        refusals.iter().map(|rejection| &rejection["body"]).filter(|body| body.is_object());
    let bodies: Vec<_> = bodies.collect();
    assert!(bodies.len() > 200, "{}", bodies.len());
    assert_eq!(
        bodies.into_iter().filter_map(|body| schemas.error(error, body)).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn every_sample_that_decodes_is_valid() {
    let (document, declared) = (document("v2").unwrap(), v2::declared());
    let (schemas, operations) = (Schemas::new(&document), operations(&document));
    let problem = &document["components"]["schemas"]["Problem"];
    let (mut tried, mut bodies, mut problems, mut found) = (0, 0, 0, Vec::new());
    for sample in v2::samples().into_iter().filter(|sample| sample.suspect.is_empty()) {
        let name = sample.name();
        if sample.status.is_some_and(|status| status >= 400) {
            problems += 1;
            found.extend(schemas.error(problem, &sample.body).map(|error| (name, error)));
            continue;
        }
        let of = declared.iter().find(|(it, _)| Some(&it.id) == sample.op.as_ref());
        let Some((operation, request)) = of else { continue };
        let described = operations[request.spec.name];
        if sample.kind == "request" {
            let Some(mut given) = Given::new(&sample.body) else { continue };
            let is_sent = (request.given)(&mut given).is_some();
            if let Some(schema) = json_schema(&described["requestBody"]).filter(|_| is_sent) {
                bodies += 1;
                found.extend(schemas.error(schema, &sample.body).map(|error| (name, error)));
            }
            continue;
        }
        let body = v2::body_of(&sample, operation, request);
        let status = sample.status.unwrap_or(200);
        if let Some(schema) = success(described, status).filter(|_| decodes(request, &body)) {
            tried += 1;
            found.extend(schemas.error(schema, &body).map(|error| (name, error)));
        }
    }
    assert_eq!(found, []);
    assert!(tried > 200 && bodies > 80 && problems > 150, "{tried} {bodies} {problems}");
}
