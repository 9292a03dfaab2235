//! All mistakes in the values are reported at once: name, location, type and documentation.

use plane_api::{Bytes, Endpoint, FilePart, Patch, Value, endpoint};
use serde_json::json;

use super::by_name;

#[derive(Debug, Clone, serde::Serialize)]
pub struct Order {
    pub by: String,
}

/// Updates a robot.
#[endpoint(PATCH, "/robots/<id>")]
pub struct UpdateRobot {
    /// The robot
    /// itself.
    ///
    /// Not its owner.
    pub id: u64,
    /// Name of the robot.
    pub name: Option<String>,
    pub small: Option<i8>,
    pub ratio: Option<f64>,
    pub is_on: Option<bool>,
    pub letter: Option<char>,
    pub tags: Option<Vec<String>>,
    pub map: Option<std::collections::BTreeMap<String, u8>>,
    pub order: Option<Order>,
    pub owner: Patch<String>,
    pub labels: Vec<u8>,
    pub any: Option<Value>,
    #[flatten]
    pub more: std::collections::BTreeMap<String, Value>,
    #[query]
    pub notify: Option<bool>,
    #[header("X-Version")]
    pub version: Option<u8>,
}

fn error(values: Value) -> String {
    let error = by_name(UpdateRobot::SPEC, values).unwrap_err();
    assert_eq!(error.kind(), plane_api::ErrorKind::Request);
    assert_eq!(error.delivery(), plane_api::Delivery::NotSent);
    assert_eq!(error.endpoint().map(|spec| spec.name), Some("UpdateRobot"));
    error.to_string().strip_prefix("PATCH /robots/{id}: ").unwrap().to_owned()
}

#[test]
fn all_mistakes_are_named_together() {
    let all = error(json!({"nmae": "R2", "small": 300, "zzzzzzzzz": 1}));
    for words in [
        "`nmae` is not a parameter; did you mean `name` (body, `Option<String>`: Name of the robot.)?",
        "`small` expects an integer from -128 to 127, but found a number (body, `Option<i8>`)",
        "`zzzzzzzzz` is not a parameter; there are `id`, `name`, `small`, `ratio`, ",
        "`X-Version`",
        "`id` is missing (path, `u64`: The robot itself.)",
        "`labels` is missing (body, `Vec<u8>`)",
    ] {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert_eq!(all.matches("; and ").count(), 4, "{all}");
}

#[test]
fn a_misspelled_name_is_corrected() {
    for (name, meant) in [
        ("Name", "name"),
        ("naem", "name"),
        ("is-on", "is_on"),
        ("x-vershon", "X-Version"),
        ("tag", "tags"),
        ("ownr", "owner"),
        ("body.nam", "name"),
    ] {
        let error = error(json!({"id": 1, "labels": [], name: "x"}));
        let expected = format!("`{name}` is not a parameter; did you mean `{meant}` (");
        assert!(error.starts_with(&expected), "{error}");
    }
}

#[test]
fn types_are_checked_as_far_as_the_declaration_tells() {
    let wrong = [
        ("id", json!("1"), "expects an integer from 0 to 18446744073709551615, but found text"),
        ("id", json!(-1), "expects an integer from 0 to 18446744073709551615, but found a number"),
        (
            "id",
            json!(1.5),
            "expects an integer from 0 to 18446744073709551615, but found a number with a fraction",
        ),
        ("id", json!([1]), "expects a single value"),
        ("id", json!(null), "cannot be `null` (path"),
        ("name", json!(1), "expects text, but found a number"),
        ("name", json!(null), "cannot be `null`; omit it to leave it out of the request"),
        ("ratio", json!("1.5"), "expects a number, but found text"),
        ("is_on", json!("true"), "expects `true` or `false`, but found text"),
        ("letter", json!("ab"), "expects one character, but found text"),
        ("tags", json!("a"), "expects a list, but found text"),
        ("tags", json!(["a", 1]), "expects text, but found a number at index 1"),
        ("map", json!([]), "expects an object, but found a list"),
        (
            "map",
            json!({"a": 256}),
            "expects an integer from 0 to 255, but found a number in an entry",
        ),
        ("owner", json!(true), "expects text, but found a Boolean"),
        ("labels", json!(null), "cannot be `null` (body"),
        (
            "labels",
            json!([1, null]),
            "expects an integer from 0 to 255, but found `null` at index 1",
        ),
        ("more", json!([]), "expects an object, whose entries are sent instead of it"),
        ("notify", json!({}), "expects `true` or `false`, but found an object"),
        ("X-Version", json!({"a": 1}), "expects a single value"),
    ];
    for (name, value, expected) in wrong {
        let mut values = json!({"id": 1, "labels": []});
        values[name] = value;
        let error = error(values);
        assert!(error.starts_with(&format!("`{name}` {expected}")), "{error}");
    }
    let right = [
        ("ratio", json!(1)),
        ("order", json!("newest")),
        ("order", json!({"by": "name"})),
        ("owner", json!(null)),
        ("any", json!(null)),
        ("any", json!([null])),
        ("map", json!({})),
        ("small", json!(-128)),
    ];
    for (name, value) in right {
        let mut values = json!({"id": 1, "labels": []});
        values[name] = value;
        by_name(UpdateRobot::SPEC, values).unwrap().request().unwrap();
    }
}

/// Values may be secret, and errors are logged.
#[test]
fn an_error_shows_no_values() {
    let error = error(json!({"id": "CANARY1", "name": {"CANARY2": "CANARY3"}, "labels": []}));
    assert!(!error.contains("CANARY"), "{error}");
}

#[endpoint(POST, "/", multipart)]
pub struct Attach {
    pub file: FilePart,
    pub more: Vec<FilePart>,
}

#[endpoint(POST, "/")]
pub struct Upload {
    #[body]
    pub bytes: Bytes,
}

#[test]
fn what_json_cannot_hold_is_named() {
    let error = by_name(Attach::SPEC, json!({"file": "a.txt", "more": ["b"]})).unwrap_err();
    let error = error.to_string();
    let file = "`file` is a file, which JSON cannot hold; send the request with its type";
    assert!(error.contains(file) && error.contains("`more` is a file"), "{error}");
    let error = by_name(Upload::SPEC, json!({"body": [1]})).unwrap_err().to_string();
    assert_eq!(error, "POST /: `body` expects text, but found a list (body, `Bytes`)");
}
