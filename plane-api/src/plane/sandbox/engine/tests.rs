//! Behaviour that customers do not cover: a resource with a parent, and a key that is not overwritten.

use http::Method;
use serde_json::json;

use super::{rejections::FULL, *};
use crate::{
    plane::sandbox::{
        resource::{Conflict, Field, Key, Kind},
        store::Limits,
        tables::RESOURCES,
    },
    work,
};

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

fn call(engine: &mut Engine, method: Method, path: &str, body: &str) -> (u16, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(API_KEY, "key")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    let response = engine.handle(Timestamp::UNIX_EPOCH, &request);
    (response.status.as_u16(), response.body.unwrap_or_default())
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
fn a_field_that_is_never_null_rejects_null_and_may_be_left_out() {
    let rejected = (400, json!({ "group": ["This field may not be null."] }));
    let body = r#"{"name": "Todo", "group": null}"#;
    assert_eq!(call(&mut engine(), Method::POST, ALPHA, body), rejected);
}

const CUSTOMERS: &str = "/api/v1/workspaces/acme/customers/";
const PROJECTS: &str = "/api/v1/workspaces/acme/projects/";

fn sandbox() -> Engine {
    Engine::new(RESOURCES, "acme".into(), "key".into(), None)
}

fn create(engine: &mut Engine, path: &str, body: &Value) -> String {
    let (status, object) = call(engine, Method::POST, path, &body.to_string());
    assert!(status == 200 || status == 201, "{status} {object}");
    object["id"].as_str().unwrap().to_owned()
}

fn project(engine: &mut Engine, name: &str) -> String {
    let body = json!({ "name": name, "identifier": name });
    format!("{PROJECTS}{}/", create(engine, PROJECTS, &body))
}

/// Measures the work of creating, getting, finding, changing and deleting one of this number of customers. The minimum
/// of eight runs is used, because growing tables are copied occasionally.
fn work_with(customers: usize) -> [usize; 5] {
    let mut engine = sandbox();
    let customer = |number: usize| json!({ "name": format!("{number:08}"), "external_source": "crm", "external_id": format!("{number:08}") });
    for number in 0..customers {
        create(&mut engine, CUSTOMERS, &customer(number));
    }
    let mut least = [usize::MAX; 5];
    for number in customers..customers + 8 {
        let body = customer(number).to_string();
        let mut path = String::new();
        let mut least = least.iter_mut();
        let mut measure = |call: &mut dyn FnMut()| {
            let least = least.next().unwrap();
            *least = work::of(call).min(*least);
        };
        measure(&mut || {
            path = create(&mut engine, CUSTOMERS, &serde_json::from_str(&body).unwrap());
        });
        let path = format!("{CUSTOMERS}{path}/");
        measure(&mut || assert_eq!(call(&mut engine, Method::GET, &path, "").0, 200));
        measure(&mut || assert_eq!(call(&mut engine, Method::POST, CUSTOMERS, &body).0, 200));
        measure(&mut || assert_eq!(call(&mut engine, Method::PATCH, &path, &body).0, 200));
        measure(&mut || assert_eq!(call(&mut engine, Method::DELETE, &path, "").0, 204));
    }
    least
}

#[test]
fn a_request_takes_the_same_work_however_much_is_stored() {
    let (few, many) = (work_with(100), work_with(3_000));
    for (few, many) in few.into_iter().zip(many) {
        // Ordered tables need a few more steps.
        assert!(
            many <= few + few / 4,
            "{few} steps and bytes with 100 customers, {many} with 3,000"
        );
    }
}

#[test]
fn a_list_takes_the_same_work_however_much_is_below_other_parents() {
    let work = |others: usize| {
        let mut engine = sandbox();
        let (mine, other) = (project(&mut engine, "MINE"), project(&mut engine, "OTHER"));
        let item = |number: usize| json!({ "name": number.to_string() });
        for number in 0..3 {
            create(&mut engine, &format!("{mine}work-items/"), &item(number));
        }
        for number in 0..others {
            create(&mut engine, &format!("{other}work-items/"), &item(number));
        }
        let list = format!("{mine}work-items/?order_by=name");
        work::of(|| assert_eq!(call(&mut engine, Method::GET, &list, "").1["count"], 3))
    };
    let (few, many) = (work(10), work(1_000));
    assert!(many <= few + few / 4, "{few} steps and bytes beside 10 others, {many} beside 1,000");
}

#[test]
fn what_is_held_is_bounded() {
    let mut engine = sandbox();
    let at = engine.table.iter().position(|resource| resource.noun == "Customer").unwrap();
    engine.stores[at].limits = Limits { records: 2, bytes: 1 << 20 };
    let named = |name: &str| json!({ "name": name }).to_string();
    let first = format!("{CUSTOMERS}{}/", create(&mut engine, CUSTOMERS, &json!({ "name": "a" })));
    create(&mut engine, CUSTOMERS, &json!({ "name": "b" }));
    let full = (507, json!({ "error": FULL }));
    assert_eq!(call(&mut engine, Method::POST, CUSTOMERS, &named("c")), full);
    // Existing objects can be changed and deleted, which makes room.
    assert_eq!(call(&mut engine, Method::POST, CUSTOMERS, &named("a")).0, 200);
    assert_eq!(call(&mut engine, Method::PATCH, &first, &named("longer")).0, 200);
    assert_eq!(call(&mut engine, Method::DELETE, &first, "").0, 204);
    assert_eq!(call(&mut engine, Method::POST, CUSTOMERS, &named("c")).0, 201);

    // Bytes count too, including those of updates.
    engine.stores[at].limits = Limits { records: 100, bytes: 16 << 10 };
    let text = |length: usize| json!({ "description_html": "x".repeat(length) }).to_string();
    let id = create(&mut engine, CUSTOMERS, &json!({ "name": "d" }));
    let path = format!("{CUSTOMERS}{id}/");
    assert_eq!(call(&mut engine, Method::PATCH, &path, &text(17 << 10)), full);
    assert_eq!(call(&mut engine, Method::PATCH, &path, &text(1 << 10)).0, 200);
    engine.stores[at].limits.bytes = 1 << 10;
    assert_eq!(call(&mut engine, Method::PATCH, &path, &text(1025)), full);
    assert_eq!(call(&mut engine, Method::PATCH, &path, &text(1023)).0, 200);
    assert_eq!(call(&mut engine, Method::POST, CUSTOMERS, &named("e")), full);
}

#[test]
fn nothing_is_left_of_what_is_deleted_with_its_parent() {
    let mut engine = sandbox();
    let (mine, other) = (project(&mut engine, "MINE"), project(&mut engine, "OTHER"));
    for project in [&mine, &other] {
        create(&mut engine, &format!("{project}states/"), &json!({ "name": "s", "color": "#fff" }));
        let items = format!("{project}work-items/");
        let item = create(&mut engine, &items, &json!({ "name": "w" }));
        let comments = format!("{items}{item}/comments/");
        create(&mut engine, &comments, &json!({ "comment_html": "<p>c</p>" }));
    }
    let held = |engine: &Engine| engine.stores.iter().map(Store::len).collect::<Vec<_>>();
    let both: usize = held(&engine).iter().sum();
    assert_eq!(both, 8);
    assert_eq!(call(&mut engine, Method::DELETE, &mine, "").0, 204);
    assert_eq!(held(&engine).iter().sum::<usize>(), 4);
    assert_eq!(call(&mut engine, Method::GET, &format!("{other}work-items/"), "").1["count"], 1);
    assert_eq!(call(&mut engine, Method::DELETE, &other, "").0, 204);
    assert!(engine.stores.iter().all(Store::is_empty));
}

#[test]
fn the_latest_requests_are_remembered() {
    let mut engine = sandbox();
    let request = |path: String| RecordedRequest {
        method: Method::GET,
        path,
        query: Some("q".into()),
        status: StatusCode::OK,
    };
    for number in 0..=MAX_REQUESTS {
        engine.remember(request(number.to_string()));
    }
    let requests = engine.requests();
    assert_eq!((requests.len(), requests[0].path.as_str()), (MAX_REQUESTS, "1"));
    engine.remember(request("x".repeat(MAX_REQUEST_BYTES - 10)));
    assert!(engine.requests().len() < 10);
    assert!(engine.request_bytes <= MAX_REQUEST_BYTES);
}
