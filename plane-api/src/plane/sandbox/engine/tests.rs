//! What customers do not show: a resource below a parent, and a key that is not overwritten.

use super::*;
use crate::plane::sandbox::resource::{Field, Kind};

const STATES: &[Resource] = &[Resource {
    noun: "State",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/states/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("group", Kind::Text).never_null().initially(|| Value::from("backlog")),
    ],
    keys: &[Key {
        fields: &["name"],
        conflict: Conflict::Named("name already exists"),
        overwrites: false,
        exclusive: true,
        on_update: None,
    }],
    ..Resource::PLAIN
}];

const ALPHA: &str = "/api/v1/workspaces/acme/projects/0123abcd-0000-4000-8000-00000000000a/states/";
const BETA: &str = "/api/v1/workspaces/acme/projects/0123abcd-0000-4000-8000-00000000000b/states/";

fn engine() -> Engine {
    Engine::new(STATES, "acme".into(), "key".into(), None)
}

fn call(engine: &mut Engine, method: Method, path: &str, body: &'static str) -> (u16, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(API_KEY, "key")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from_static(body.as_bytes()))
        .unwrap();
    let answer = engine.handle(Timestamp::UNIX_EPOCH, &request);
    (answer.status.as_u16(), answer.body.unwrap_or_default())
}

#[test]
fn a_parent_is_a_field_of_its_children() {
    let (status, state) = call(&mut engine(), Method::POST, ALPHA, r#"{"name": "Todo"}"#);
    let expected = json!({
        "id": "00000000-0000-4000-8000-000000000003",
        "created_at": "1970-01-01T00:00:00Z",
        "updated_at": "1970-01-01T00:00:00Z",
        "deleted_at": null,
        "created_by": "00000000-0000-4000-8000-000000000002",
        "updated_by": null,
        "workspace": "00000000-0000-4000-8000-000000000001",
        "project": "0123abcd-0000-4000-8000-00000000000a",
        "name": "Todo",
        "group": "backlog",
    });
    assert_eq!((status, state), (201, expected));
}

#[test]
fn children_of_another_parent_are_out_of_reach() {
    let mut engine = engine();
    let (_, state) = call(&mut engine, Method::POST, ALPHA, r#"{"name": "Todo"}"#);
    let id = state["id"].as_str().unwrap();
    for method in [Method::GET, Method::PATCH, Method::DELETE] {
        assert_eq!(call(&mut engine, method, &format!("{BETA}{id}/"), "").0, 404);
    }
    assert_eq!(call(&mut engine, Method::GET, BETA, "").1["total_count"], 0);
    assert_eq!(call(&mut engine, Method::GET, ALPHA, "").1["total_count"], 1);
    assert_eq!(call(&mut engine, Method::DELETE, &format!("{ALPHA}{id}/"), "").0, 204);
}

#[test]
fn an_exclusive_key_that_is_not_overwritten_is_a_conflict_within_the_parent() {
    let mut engine = engine();
    let (_, todo) = call(&mut engine, Method::POST, ALPHA, r#"{"name": "Todo"}"#);
    let conflict = json!({ "error": "State with the same name already exists", "id": todo["id"] });
    assert_eq!(call(&mut engine, Method::POST, ALPHA, r#"{"name": "Todo"}"#), (409, conflict));
    assert_eq!(call(&mut engine, Method::POST, BETA, r#"{"name": "Todo"}"#).0, 201);

    let (_, done) = call(&mut engine, Method::POST, ALPHA, r#"{"name": "Done"}"#);
    let path = format!("{ALPHA}{}/", done["id"].as_str().unwrap());
    let conflict = json!({ "error": "State with the same name already exists", "id": done["id"] });
    assert_eq!(call(&mut engine, Method::PATCH, &path, r#"{"name": "Todo"}"#), (409, conflict));
}

#[test]
fn a_field_that_is_never_null_refuses_null_and_may_be_left_out() {
    let refused = (400, json!({ "group": ["This field may not be null."] }));
    let body = r#"{"name": "Todo", "group": null}"#;
    assert_eq!(call(&mut engine(), Method::POST, ALPHA, body), refused);
}
