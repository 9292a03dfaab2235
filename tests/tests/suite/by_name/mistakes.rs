//! All mistakes in the values are reported at once: name, location, type and documentation.

use jiff::{Timestamp, civil::Date};
use plane_api::{Bytes, Cursor, Endpoint, FilePart, Id, Patch, Value, endpoint};
use serde_json::json;
use uuid::Uuid;

use super::{by_name, shown};

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
        "`small` expects an integer from -128 to 127, but found a larger number (body, `Option<i8>`)",
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
        (
            "id",
            json!(-1),
            "expects an integer from 0 to 18446744073709551615, but found a smaller number (",
        ),
        (
            "id",
            json!(1.5),
            "expects an integer from 0 to 18446744073709551615, but found a number with a fraction",
        ),
        // Not a fraction.
        (
            "id",
            json!(1e20),
            "expects an integer from 0 to 18446744073709551615, but found a larger number (",
        ),
        (
            "id",
            json!(1e19),
            "expects an integer from 0 to 18446744073709551615, but found a number of which only the first digits are known; write all of them (",
        ),
        ("small", json!(1e3), "expects an integer from -128 to 127, but found a larger number ("),
        ("id", json!([1]), "expects a single value"),
        ("id", json!(null), "cannot be `null` (path"),
        ("name", json!(1), "expects text, but found a number"),
        ("name", json!(null), "cannot be `null`; omit it to leave it out of the request"),
        ("ratio", json!("1.5"), "expects a number, but found text"),
        ("is_on", json!("true"), "expects `true` or `false`, but found text"),
        ("letter", json!("ab"), "expects one character, but found text"),
        ("tags", json!("a"), "expects a list, but found text"),
        ("tags", json!(["a", 1]), "expects text, but found a number at `[1]`"),
        ("map", json!([]), "expects an object, but found a list"),
        (
            "map",
            json!({"a": 256}),
            "expects an integer from 0 to 255, but found a larger number at `a`",
        ),
        ("owner", json!(true), "expects text, but found a Boolean"),
        ("labels", json!(null), "cannot be `null` (body"),
        ("labels", json!([1, null]), "expects an integer from 0 to 255, but found `null` at `[1]`"),
        ("more", json!([]), "expects an object; its entries are sent instead"),
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
        ("small", json!(1e2)),
        ("small", json!(-1.0)),
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
fn values_without_a_json_form_are_named() {
    let error = by_name(Attach::SPEC, json!({"file": "a.txt", "more": ["b"]})).unwrap_err();
    let error = error.to_string();
    let file = "`file` is a file, which JSON cannot represent; send the typed request";
    assert!(error.contains(file) && error.contains("`more` is a file"), "{error}");
    let error = by_name(Upload::SPEC, json!({"body": [1]})).unwrap_err().to_string();
    assert_eq!(error, "POST /: `body` expects text, but found a list (body, `Bytes`)");
}

/// Types that accept only some strings or numbers.
#[endpoint(PUT, "/shops/<shop_id>/<name>")]
pub struct UpdateShop {
    /// The shop.
    pub shop_id: Id<()>,
    pub name: String,
    /// Its owner.
    pub owner: Option<Id<()>>,
    pub former: Vec<Id<()>>,
    pub parent: Patch<Id<()>>,
    /// Only those.
    #[query]
    pub staff_id: Option<Id<()>>,
    #[query]
    pub others: Vec<Id<()>>,
    #[header("X-Shop")]
    pub header: Option<Id<()>>,
    pub token: Option<Uuid>,
    pub since: Option<Timestamp>,
    pub until: Option<Date>,
    pub ratio: Option<f32>,
    pub wide: Option<u128>,
    #[header("X-Line")]
    pub line: Option<String>,
}

/// The values are those that the typed request rejects or cannot represent.
#[test]
fn values_that_the_typed_request_rejects_are_rejected_with_their_documentation() {
    let typed = UpdateShop::new("s", "n", ["f"]).owner("").request().unwrap_err().to_string();
    assert!(typed.contains("`owner` contains an empty id"), "{typed}");
    let wrong = [
        ("shop_id", json!(""), "empty id", "(path, `Id<()>`: The shop.)"),
        ("owner", json!(""), "empty id", "(body, `Option<Id<()>>`: Its owner.)"),
        ("former", json!(["a", ""]), "empty id", "(body, `Vec<Id<()>>`)"),
        ("parent", json!(""), "empty id", "(body, `Patch<Id<()>>`)"),
        ("staff_id", json!(""), "empty id", "(query, `Option<Id<()>>`: Only those.)"),
        ("others", json!([""]), "empty id", "(query, `Vec<Id<()>>`)"),
        ("X-Shop", json!(""), "empty id", "(header, `Option<Id<()>>`)"),
        ("owner", json!(true), "expects an id, but found a Boolean", "(body"),
        ("former", json!([null]), "expects an id, but found `null` at `[0]`", "(body"),
        ("shop_id", json!(null), "cannot be `null`", "(path"),
        ("name", json!(""), "empty", "(path, `String`)"),
        ("name", json!("a/b"), "contains `/`", "(path, `String`)"),
        ("name", json!(".."), "`..`", "(path, `String`)"),
        ("X-Line", json!("a\nb"), "header", "(header, `Option<String>`)"),
        (
            "token",
            json!("CANARY"),
            "expects a UUID, but found other text",
            "(body, `Option<Uuid>`)",
        ),
        (
            "since",
            json!("2026-02-30T00:00:00Z"),
            "expects a time such as",
            "(body, `Option<Timestamp>`)",
        ),
        ("since", json!(1), "expects a time such as", "(body"),
        ("until", json!("tomorrow"), "expects a date such as", "(body, `Option<Date>`)"),
        ("until", json!("2026-02-30"), "expects a date such as", "(body"),
        ("ratio", json!(1e300), "expects a number from -3.4", "(body, `Option<f32>`)"),
        ("wide", json!(-1), "expects an integer from 0 to ", "(body, `Option<u128>`)"),
    ];
    let values = json!({"shop_id": "s", "name": "n", "former": []});
    by_name(UpdateShop::SPEC, values.clone()).unwrap().request().unwrap();
    for (name, value, expected, description) in wrong {
        let mut values = values.clone();
        values[name] = value;
        let error = by_name(UpdateShop::SPEC, values).unwrap_err().to_string();
        let name = format!("`{}`", name.to_lowercase());
        assert!(error.to_lowercase().contains(&name), "{error}");
        assert!(error.contains(expected) && error.contains(description), "{expected}: {error}");
        assert!(!error.contains("CANARY"), "{error}");
    }
    let right = [
        ("owner", json!("6ba7b810-9dad-11d1-80b4-00c04fd430c8")),
        ("owner", json!(7)),
        ("since", json!("2026-01-31T12:00:00+01:00")),
        ("until", json!("2026-01-31")),
        ("wide", json!(u64::MAX)),
    ];
    for (name, value) in right {
        let mut values = values.clone();
        values[name] = value;
        by_name(UpdateShop::SPEC, values).unwrap().request().unwrap();
    }
}

/// Times, dates and UUIDs have several forms; the typed request sends one of them.
#[test]
fn values_are_sent_in_the_form_of_their_type() {
    let typed = UpdateShop::new("s", "n", ["f"])
        .token("6ba7b810-9dad-11d1-80b4-00c04fd430c8".parse::<Uuid>().unwrap())
        .since("2026-01-31T11:00:00Z".parse::<Timestamp>().unwrap())
        .until("2026-01-31".parse::<Date>().unwrap());
    let values = json!({
        "shop_id": "s", "name": "n", "former": ["f"], "token": "{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}",
        "since": "2026-01-31T12:00:00.000+01:00", "until": "20260131",
    });
    let by_name = by_name(UpdateShop::SPEC, values).unwrap().request().unwrap();
    assert_eq!(shown(by_name), shown(typed.request().unwrap()));
}

#[endpoint(PUT, "/grids")]
pub struct SetGrid {
    /// Rows of [`Grid`](crate::Grid)s,
    /// and of [others](Other).
    pub rows: Vec<Vec<u8>>,
    pub named: Option<std::collections::BTreeMap<String, Vec<u8>>>,
    pub after: Option<Cursor>,
}

#[test]
fn mistakes_within_a_value_are_located() {
    let about = "(body, `Vec<Vec<u8>>`: Rows of `Grid`s, and of others.)";
    let wrong = [
        (json!({"rows": [[1], [2, 300]]}), format!("a larger number at `[1][1]` {about}")),
        (json!({"rows": [[1], 2]}), format!("but found a number at `[1]` {about}")),
        (json!({"rows": [], "named": {"a": [], "b": [1, "x"]}}), "text at `b[1]` (".to_owned()),
        (json!({"rows": [], "after": ["a"]}), "`after` expects text, but found a list".to_owned()),
        (json!({"rows": [], "after": {}}), "`after` expects text, but found an object".to_owned()),
    ];
    for (values, expected) in wrong {
        let error = by_name(SetGrid::SPEC, values).unwrap_err().to_string();
        assert!(error.contains(&expected), "{expected}: {error}");
    }
}

#[test]
fn a_name_in_two_forms_is_one_parameter() {
    let error = error(json!({"id": 1, "labels": [], "X-Version": 1, "x-version": 2}));
    assert_eq!(error, "`X-Version` and `x-version` are one parameter; set it once");
    let error = self::error(json!({"id": 1, "labels": [], "body.name": "b", "name": "a"}));
    assert_eq!(error, "`body.name` and `name` are one parameter; set it once");
}
