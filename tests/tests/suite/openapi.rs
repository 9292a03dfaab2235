//! The measure of OpenAPI descriptions: its verdict on each operation of small descriptions, and its table in the
//! documentation.

mod declared;
mod descriptions;
mod drift;
mod own;

use plane_tests::openapi::{Feature, Operation, Report, Verdict, measure};

use self::descriptions::{CASES, Case, description};

fn measured(cases: &[Case]) -> Report {
    measure(&description(cases)).unwrap()
}

fn features(operation: &Operation) -> Vec<Feature> {
    let mut features: Vec<Feature> = operation.uses.iter().map(|(feature, _)| *feature).collect();
    features.dedup();
    features
}

#[test]
fn every_operation_has_its_features_and_the_verdict_on_the_worst() {
    let mut seen = Vec::new();
    for case in CASES {
        let report = measured(std::slice::from_ref(case));
        let [operation] = &report.operations[..] else { panic!("{}: one operation", case.path) };
        let found = features(operation);
        assert_eq!(found, case.features, "{} {}: {:?}", case.method, case.path, operation.uses);
        let worst = case.features.iter().map(|feature| feature.verdict()).max().unwrap();
        assert_eq!((operation.verdict(), worst), (case.verdict, case.verdict), "{}", case.path);
        seen.extend(found);
    }
    let unseen: Vec<_> = Feature::ALL.iter().filter(|feature| !seen.contains(feature)).collect();
    assert!(unseen.is_empty(), "no description has {unseen:?}");
}

#[test]
fn the_report_counts_operations() {
    let report = measured(CASES);
    let of = |verdict| CASES.iter().filter(move |case| case.verdict == verdict).count();
    let text = report.to_string();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(&*format!("{} operations", CASES.len())));
    for (verdict, line) in Verdict::ALL.into_iter().zip(lines) {
        let start = format!("{:6} ", of(verdict));
        assert!(line.starts_with(&start) && line.ends_with(&verdict.to_string()), "{line}");
    }
    assert!(text.contains(
        "GET /path/{ref}/status: exact\n    ref: path parameter of several segments: `<name..>`"
    ));
    assert!(measure(&serde_json::json!({"swagger": "2.0"})).unwrap_err().contains("`openapi`"));
    let none = measure(&serde_json::json!({"openapi": "3.1.0"})).unwrap();
    assert!(none.operations.is_empty() && none.to_string().starts_with("0 operations\n"));
}

#[test]
fn references_are_followed_and_end() {
    let document = serde_json::json!({
        "openapi": "3.1.0",
        "paths": {"/a": {"post": {
            "parameters": [{"$ref": "#/components/parameters/a~1b"}],
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Loop"}}}},
            "responses": {"204": {"$ref": "#/components/responses/None"}},
        }}},
        "components": {
            "parameters": {"a/b": {"in": "query", "name": "ids", "schema": {"type": "array", "items": {"type": "integer"}}}},
            "schemas": {"Loop": {"allOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "object", "properties": {
                "next": {"$ref": "#/components/schemas/Loop"}}}]}, "Self": {"$ref": "#/components/schemas/Self"}},
            "responses": {"None": {"description": ""}},
        },
    });
    let report = measure(&document).unwrap();
    assert_eq!(
        features(&report.operations[0]),
        [Feature::QueryList, Feature::BodyJson, Feature::ResponseEmpty]
    );
}

/// Returns the table in the documentation, according to the measure.
fn table() -> String {
    let mut table = "| OpenAPI | verdict | declared with |\n|---|---|---|\n".to_owned();
    for feature in Feature::ALL {
        let (name, syntax) = (feature.name(), feature.syntax());
        table += &format!("| {name} | {} | {syntax} |\n", feature.verdict()).replace("|  |", "| |");
    }
    table
}

#[test]
fn the_documentation_has_the_table_of_the_measure() {
    let page = include_str!("../../../plane-api/src/openapi.md");
    let start = page.find("| OpenAPI |").unwrap();
    let documented: String = page[start..]
        .lines()
        .take_while(|line| line.starts_with('|'))
        .flat_map(|line| [line, "\n"])
        .collect();
    let expected = table();
    assert_eq!(documented, expected, "the table should be:\n{expected}");
}
