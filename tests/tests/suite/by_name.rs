//! Requests by name: they have the bytes of the typed request, and all mistakes in their values are reported together.

mod mistakes;
mod sending;

use std::{collections::BTreeMap, marker::PhantomData};

use plane_api::{
    Body, Bytes, Cursor, DynamicRequest, Endpoint, Patch, Secret, Spec, Value, endpoint, http,
};
use serde::{Serialize, Serializer};
use serde_json::json;

/// A request with these values.
fn by_name(spec: &'static Spec, values: Value) -> plane_api::Result<DynamicRequest> {
    let Value::Object(values) = values else { panic!("the values are an object: {values}") };
    DynamicRequest::new(spec, values)
}

/// Returns everything of a request. The boundary of a multipart body is random.
fn shown(request: http::Request<Body>) -> String {
    let (parts, body) = request.into_parts();
    let body = String::from_utf8_lossy(body.as_bytes().unwrap()).into_owned();
    let mut text = format!("{} {}\n", parts.method, parts.uri);
    for (name, value) in &parts.headers {
        let sensitive = if value.is_sensitive() { " (sensitive)" } else { "" };
        text += &format!("{name}: {}{sensitive}\n", String::from_utf8_lossy(value.as_bytes()));
    }
    text += &body;
    match text.split_once("boundary=").and_then(|(_, rest)| rest.split('\n').next()) {
        Some(boundary) => text.replace(&boundary.to_owned(), "BOUNDARY"),
        None => text,
    }
}

/// Asserts that both requests are the same.
#[track_caller]
fn same<E: Endpoint>(typed: &E, values: Value) {
    let expected = plane_api::generated::build(typed).unwrap();
    let request = by_name(E::SPEC, values).unwrap().request().unwrap();
    assert_eq!(shown(request), shown(expected), "{}", E::SPEC.name);
}

#[derive(Debug, Clone, Serialize)]
pub struct Range {
    pub gte: Option<u8>,
    pub lt: f64,
}

fn in_words<S: Serializer>(done: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if done.unwrap_or_default() { "yes" } else { "no" })
}

fn doubled<S: Serializer>(number: &u8, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u8(number * 2)
}

/// Queries, headers and paths of every type.
#[endpoint(GET, "/<owner>/files/<file>-<version>/<path..>/raw?beta=true", brackets, auth = none, root = "/api/v9",
    header("X-Constant" = "c"))]
pub struct GetFile {
    pub owner: f64,
    pub file: String,
    pub version: u8,
    pub path: String,
    pub q: Option<String>,
    pub tags: Vec<String>,
    #[query(comma)]
    pub expand: Vec<String>,
    #[query(comma)]
    pub ids: Option<Vec<u32>>,
    pub created: Option<Range>,
    pub rows: Vec<Vec<u8>>,
    pub ratio: Option<f64>,
    pub big: Option<u64>,
    pub letter: Option<char>,
    pub done: Option<bool>,
    pub of: PhantomData<u8>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    #[serde(serialize_with = "in_words")]
    pub archived: Option<bool>,
    #[flatten]
    pub filters: BTreeMap<String, Value>,
    #[header("X-Numbers")]
    pub numbers: Vec<u8>,
    #[header("X-Ratio")]
    pub x_ratio: Option<f64>,
    #[header("X-Token")]
    pub token: Option<Secret>,
}

#[test]
fn paths_queries_and_headers_are_those_of_the_typed_request() {
    let bare = GetFile::new(2.0, "a b", 7, "src/lib.rs", BTreeMap::new());
    let values = json!({"owner": 2, "file": "a b", "version": 7, "path": "src/lib.rs"});
    same(&bare, values);
    let mut full = GetFile::new(1.5, "ä%", 7, "src/ü.rs", BTreeMap::new())
        .q("x & y")
        .tags(["a", "b,c"])
        .expand(["a", "b"])
        .ids([1, 2])
        .created(Range { gte: None, lt: 2.0 })
        .rows([vec![1, 2], vec![3]])
        .ratio(1.0)
        .big(u64::MAX)
        .letter('ß')
        .done(true)
        .kind("t")
        .archived(true)
        .numbers([1, 2])
        .x_ratio(3.0)
        .token("sesame");
    full.filters = [("state__in".to_owned(), json!(["x", "y"])), ("z".to_owned(), json!(1))].into();
    let values = json!({
        "owner": 1.5, "file": "ä%", "version": 7, "path": "src/ü.rs", "q": "x & y", "tags": ["a", "b,c"],
        "expand": ["a", "b"], "ids": [1, 2], "created": {"gte": null, "lt": 2.0}, "rows": [[1, 2], [3]], "ratio": 1,
        "big": u64::MAX, "letter": "ß", "done": true, "type": "t", "archived": "yes",
        "filters": {"state__in": ["x", "y"], "z": 1}, "X-Numbers": [1, 2], "x-ratio": 3, "X-Token": "sesame",
    });
    same(&full, values);
    let request = full.request().unwrap();
    assert!(request.headers()["x-token"].is_sensitive());
    assert_eq!(request.uri().path(), "/1.5/files/%C3%A4%25-7/src/%C3%BC.rs/raw");
}

/// A JSON body with every type of field.
#[endpoint(PATCH, "/<project>/tasks/<id>")]
pub struct UpdateTask {
    #[path(body)]
    #[serde(rename = "project_id")]
    pub project: u64,
    #[path(slashes)]
    pub id: String,
    pub name: Option<String>,
    pub owner: Patch<String>,
    pub due: Patch<u8>,
    #[nullable]
    pub parent: Option<String>,
    pub ratio: f32,
    pub labels: Vec<String>,
    pub any: Option<Value>,
    pub range: Option<Range>,
    #[serde(serialize_with = "doubled")]
    pub twice: u8,
    #[flatten]
    pub more: BTreeMap<String, u8>,
    #[query]
    pub notify: Option<bool>,
    #[idempotency_key("Idempotency-Key")]
    pub key: Option<String>,
}

#[test]
fn json_bodies_are_those_of_the_typed_request() {
    let bare = UpdateTask::new(7_u64, "a/b", None, 0.1, [""; 0], 4, BTreeMap::new());
    let values =
        json!({"project": 7, "id": "a/b", "parent": null, "ratio": 0.1, "labels": [], "twice": 8});
    same(&bare, values);
    let full = UpdateTask::new(
        7_u64,
        "a",
        Some("p".to_owned()),
        1.0,
        ["x", "y"],
        4,
        BTreeMap::from([("extra".to_owned(), 1)]),
    );
    let full = full
        .name("\"quoted\"\u{7f}")
        .owner(Patch::Clear)
        .due(3)
        .any(json!({"k": [null, 1.5]}))
        .range(Range { gte: Some(1), lt: 2.0 })
        .notify(false)
        .key("k1");
    let values = json!({
        "project": 7, "id": "a", "parent": "p", "ratio": 1, "labels": ["x", "y"], "twice": 8, "more": {"extra": 1},
        "name": "\"quoted\"\u{7f}", "owner": null, "due": 3, "any": {"k": [null, 1.5]}, "range": {"gte": 1, "lt": 2.0},
        "notify": false, "Idempotency-Key": "k1",
    });
    same(&full, values);
}

#[endpoint(POST, "/", form)]
pub struct CreateCharge {
    pub amount: u32,
    pub items: Vec<Range>,
    pub metadata: BTreeMap<String, String>,
    pub secret: Option<Secret>,
    #[flatten]
    pub more: BTreeMap<String, String>,
}

#[endpoint(POST, "/", multipart, brackets)]
pub struct CreateParts {
    pub title: Option<String>,
    #[part(json)]
    pub data: Option<Range>,
    #[part(json)]
    pub list: Vec<u8>,
    #[part("text/markdown; charset=utf-8")]
    pub text: Option<String>,
    /// Text that is JSON already.
    #[part("application/json")]
    pub written: Option<String>,
    #[part(json)]
    pub quoted: Option<String>,
    pub tags: Vec<String>,
    #[flatten]
    pub more: BTreeMap<String, String>,
}

#[test]
fn forms_and_parts_are_those_of_the_typed_request() {
    let map = |name: &str| BTreeMap::from([(name.to_owned(), "a b".to_owned())]);
    let full = CreateCharge::new(5, map("k"), map("extra"));
    same(&full, json!({"amount": 5, "metadata": {"k": "a b"}, "more": {"extra": "a b"}}));
    let full = full.items([Range { gte: None, lt: 1.0 }]).secret("hush");
    let values = json!({
        "amount": 5, "items": [{"gte": null, "lt": 1.0}], "metadata": {"k": "a b"}, "more": {"extra": "a b"},
        "secret": "hush",
    });
    same(&full, values);

    same(&CreateParts::new(BTreeMap::new()), json!({"list": [], "tags": []}));
    let full = CreateParts::new(map("extra")).title("ä").data(Range { gte: Some(1), lt: 2.5 });
    let full = full.list([1, 2]).text("# T").written("[1]").quoted("q").tags(["a", "b"]);
    let values = json!({
        "title": "ä", "data": {"gte": 1, "lt": 2.5}, "list": [1, 2], "text": "# T", "written": "[1]", "quoted": "q",
        "tags": ["a", "b"], "more": {"extra": "a b"},
    });
    same(&full, values);
}

#[endpoint(POST, "/", json = optional)]
pub struct MaybeBody {
    pub name: Option<String>,
}

#[endpoint(PUT, "/", header("Content-Type" = "application/merge-patch+json"))]
pub struct Whole {
    #[body]
    pub rows: Vec<Range>,
}

#[endpoint(PUT, "/")]
pub struct WholePatch {
    #[body]
    pub value: Patch<Range>,
}

#[endpoint(PUT, "/")]
pub struct WholeBytes {
    #[body]
    pub bytes: Bytes,
}

#[endpoint(PUT, "/")]
pub struct WholeStream {
    #[query]
    pub name: String,
    #[body]
    pub file: Option<Body>,
}

#[test]
fn whole_and_optional_bodies_are_those_of_the_typed_request() {
    same(&MaybeBody::new(), json!({}));
    same(&MaybeBody::new().name("x"), json!({"name": "x"}));
    same(&Whole::new([Range { gte: None, lt: 1.0 }]), json!({"body": [{"gte": null, "lt": 1.0}]}));
    same(&WholePatch::new(), json!({}));
    same(&WholePatch::new().value(Patch::Clear), json!({"body": null}));
    same(&WholeBytes::new("hello"), json!({"body": "hello"}));
    same(&WholeStream::new("x"), json!({"name": "x"}));
    same(&WholeStream::new("x").file("hello"), json!({"name": "x", "body": "hello"}));
}

/// Names that are the same in several locations.
#[endpoint(POST, "/<id>")]
pub struct SameNames {
    pub id: u8,
    #[serde(rename = "id")]
    pub body_id: Option<String>,
    #[query]
    #[serde(rename = "body.x")]
    pub dotted: Option<u8>,
    pub x: Option<u8>,
    #[query]
    pub cursor: Option<Cursor>,
}

#[test]
fn a_location_tells_parameters_of_the_same_name_apart() {
    let full = SameNames::new(1).body_id("b").dotted(2).x(3).cursor("c");
    same(&full, json!({"path.id": 1, "body.id": "b", "body.x": 2, "x": 3, "query.cursor": "c"}));
    let error = by_name(SameNames::SPEC, json!({"id": 1})).unwrap_err().to_string();
    assert_eq!(
        error,
        "POST /{id}: `id` is the name of several parameters; write `path.id` or `body.id`"
    );
    let spec = SameNames::SPEC;
    assert!(spec.param("id").is_none());
    assert_eq!(spec.param("path.id").map(|it| it.ty), Some("u8"));
}

/// The same values are rejected as in the typed request.
#[test]
fn checks_of_the_encoder_are_the_same() {
    let values = |id: &str| json!({"project": 7, "id": id, "parent": null, "ratio": 0.1, "labels": [], "twice": 8});
    for id in ["..", "a//b", "a%2Fb", "", "a\nb"] {
        let typed = UpdateTask::new(7_u64, id, None, 0.1, [""; 0], 4, BTreeMap::new());
        let expected = typed.request().unwrap_err().to_string();
        let error = by_name(UpdateTask::SPEC, values(id)).unwrap_err().to_string();
        assert_eq!(error, format!("{expected} (path, `String`)"), "{id:?}");
    }
    let mut values = values("a");
    values["more"] = json!({"name": 1});
    let error = by_name(UpdateTask::SPEC, values).unwrap_err().to_string();
    assert!(error.contains("its entry `name` is also a declared parameter"), "{error}");
}

/// The values of a request by name are as secret as in the typed request.
#[test]
fn values_are_not_shown() {
    let request =
        by_name(CreateCharge::SPEC, json!({"amount": 5, "metadata": {}, "secret": "sesame"}))
            .unwrap();
    let shown = format!("{request:?}");
    assert!(shown.contains(r#""CreateCharge""#) && shown.contains(r#""secret""#), "{shown}");
    assert!(!shown.contains("sesame") && !shown.contains('5'), "{shown}");
}
