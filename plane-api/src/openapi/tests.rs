use bytes::Bytes;
use plane_macros::endpoint;
use serde_json::{Value, json};

use super::{Api, markdown, schema_of};
use crate::{
    endpoint::{
        Endpoint,
        body::Body,
        id::Id,
        page::{Cursor, Page},
        patch::Patch,
        raw_response::{
            RawResponse,
            streams::{Events, Lines},
        },
        redirect::Redirect,
        writer::FilePart,
    },
    spec::Spec,
};

const API: Api<'_> =
    Api { title: "Robots", version: "1.0", server: "https://robots.example", api_root: "" };

/// The only operation of a document, and its path.
fn only(spec: &Spec) -> (String, Value) {
    let document = API.document(&[spec]);
    let paths = document["paths"].as_object().unwrap();
    let (path, item) = paths.iter().next().unwrap();
    let (_, operation) = item.as_object().unwrap().iter().next().unwrap();
    assert_eq!((paths.len(), item.as_object().unwrap().len()), (1, 1));
    (path.clone(), operation.clone())
}

fn json_schema(operation: &Value) -> &Value {
    &operation["requestBody"]["content"]["application/json"]["schema"]
}

#[test]
fn types_are_described_as_far_as_their_names_say() {
    let list = |items: Value| json!({"type": "array", "items": items});
    for (ty, schema) in [
        ("bool", json!({"type": "boolean"})),
        ("u8", json!({"type": "integer", "minimum": 0})),
        ("i64", json!({"type": "integer", "format": "int64"})),
        ("f64", json!({"type": "number", "format": "double"})),
        ("&'static str", json!({"type": "string"})),
        ("Cow<'a, str>", json!({"type": "string"})),
        ("std::option::Option<String>", json!({"type": ["string", "null"]})),
        (
            "Option<Robot>",
            json!({"anyOf": [{"$ref": "#/components/schemas/Robot"}, {"type": "null"}]}),
        ),
        ("Patch<Option<bool>>", json!({"type": ["boolean", "null"]})),
        ("Option<Value>", json!({})),
        ("Vec<Vec<Id<Robot>>>", list(list(json!({"type": "string"})))),
        ("&[&str]", list(json!({"type": "string"}))),
        ("[u8; 4]", list(json!({"type": "integer", "minimum": 0}))),
        (
            "BTreeMap<String, Vec<f32>>",
            json!({"type": "object", "additionalProperties": list(json!({"type": "number", "format": "float"}))}),
        ),
        (
            "(bool, String)",
            json!({"type": "array", "prefixItems": [{"type": "boolean"}, {"type": "string"}], "minItems": 2, "maxItems": 2}),
        ),
        ("Box<crate::models::Robot>", json!({"$ref": "#/components/schemas/Robot"})),
        (
            "Envelope<models::Robot, Vec<u8>>",
            json!({"$ref": "#/components/schemas/Envelope_Robot_Vec_u8"}),
        ),
    ] {
        assert_eq!(schema_of(ty), schema, "{ty}");
    }
}

/// Updates a robot. It may
/// be asleep; see [`Robot`](crate::Client).
#[endpoint(PATCH, "/robots/<robot>/", root = "/api/v2", retry = idempotent)]
struct UpdateRobot {
    /// The robot.
    robot: Id<Value>,
    name: Option<String>,
    #[nullable]
    owner: Option<String>,
    power: Patch<u8>,
    serial: String,
    #[query(comma)]
    fields: Vec<String>,
    #[header("If-Match")]
    version: Option<String>,
}

#[test]
fn a_request_with_a_json_body() {
    let (path, operation) = only(UpdateRobot::SPEC);
    assert_eq!(path, "/api/v2/robots/{robot}/");
    assert_eq!(operation["operationId"], "UpdateRobot");
    assert_eq!(operation["summary"], "Updates a robot");
    assert_eq!(operation["description"], "Updates a robot. It may be asleep; see `Robot`.");
    assert_eq!(operation["x-retry"], "idempotent");
    assert_eq!(
        operation["parameters"],
        json!([
            {"in": "path", "name": "robot", "required": true, "description": "The robot.", "schema": {"type": "string"}},
            {"in": "query", "name": "fields", "explode": false, "schema": {"type": "array", "items": {"type": "string"}}},
            {"in": "header", "name": "If-Match", "schema": {"type": "string"}},
        ])
    );
    assert_eq!(operation["requestBody"]["required"], true);
    let schema = json_schema(&operation);
    assert_eq!(schema["required"], json!(["owner", "serial"]));
    let types = ["name", "owner", "power"].map(|name| schema["properties"][name]["type"].clone());
    assert_eq!(types, [json!("string"), json!(["string", "null"]), json!(["integer", "null"])]);
    assert_eq!(operation["responses"]["2XX"]["content"]["application/json"]["schema"], json!({}));
}

/// Lists robots
#[endpoint(GET, "/robots?beta=true&v=a%20b" -> Page<u8>, header("Accept" = "application/json"), header("X-Kind" = "all"))]
struct ListRobots {
    #[query(brackets)]
    label: Vec<String>,
    created: Option<std::collections::BTreeMap<String, String>>,
    #[flatten]
    filters: std::collections::BTreeMap<String, String>,
    #[page]
    cursor: Option<Cursor>,
    #[page(size = 100)]
    per_page: Option<u32>,
}

#[test]
fn a_list_with_everything_that_a_query_can_hold() {
    let (_, operation) = only(ListRobots::SPEC);
    let parameters = operation["parameters"].as_array().unwrap();
    let of = |name: &str| parameters.iter().find(|it| it["name"] == name).unwrap();
    assert_eq!(of("x-kind")["schema"]["const"], "all");
    assert_eq!(of("beta")["schema"]["const"], "true");
    assert_eq!((&of("v")["schema"]["const"], &of("v")["required"]), (&json!("a b"), &json!(true)));
    assert!(of("label[]").get("explode").is_none());
    assert_eq!(of("created")["style"], "deepObject");
    assert!(of("filters").get("style").is_none());
    assert_eq!(of("filters")["schema"]["type"], "object");
    assert_eq!(parameters.len(), 8);
    assert_eq!(
        operation["x-pagination"],
        json!({"position": "cursor", "next": "response", "size": "per_page"})
    );
    assert_eq!(operation["summary"], "Lists robots");
    assert!(operation.get("description").is_none());
}

#[endpoint(POST, "/pictures", multipart)]
struct AddPicture {
    file: FilePart,
    #[part(json)]
    about: Option<Vec<String>>,
    tags: Vec<String>,
}

#[endpoint(PUT, "/tokens", form, brackets, auth = none)]
struct PutToken {
    scope: Vec<String>,
    extra: Option<std::collections::BTreeMap<String, String>>,
}

#[endpoint(PUT, "/names" -> (), json = optional)]
struct Rename {
    name: Option<String>,
    #[flatten]
    others: std::collections::BTreeMap<String, bool>,
}

#[endpoint(PUT, "/raw/<path..>" -> Option<u8>)]
struct Upload {
    path: String,
    #[header("Content-Type")]
    media: String,
    #[body]
    content: Body,
}

#[endpoint(PUT, "/many")]
struct PutMany {
    #[body]
    robots: Option<Vec<String>>,
}

#[test]
fn bodies_of_every_kind() {
    let (_, operation) = only(AddPicture::SPEC);
    let content = &operation["requestBody"]["content"]["multipart/form-data"];
    assert_eq!(content["schema"]["properties"]["file"]["format"], "binary");
    assert_eq!(content["schema"]["required"], json!(["file"]));
    assert_eq!(content["encoding"], json!({"about": {"contentType": "application/json"}}));

    let (_, operation) = only(PutToken::SPEC);
    let content = &operation["requestBody"]["content"]["application/x-www-form-urlencoded"];
    assert_eq!(content["schema"]["properties"]["scope[]"]["type"], "array");
    assert_eq!(content["encoding"]["extra"]["style"], "deepObject");
    assert_eq!(operation["security"], json!([]));

    let (_, operation) = only(Rename::SPEC);
    assert!(operation["requestBody"].get("required").is_none());
    assert_eq!(json_schema(&operation)["additionalProperties"], json!({"type": "boolean"}));
    assert!(operation["responses"]["2XX"].get("content").is_none());

    let (path, operation) = only(Upload::SPEC);
    assert_eq!(path, "/raw/{path}");
    assert_eq!(operation["parameters"].as_array().unwrap().len(), 1);
    let content = &operation["requestBody"]["content"];
    assert_eq!(content["application/octet-stream"]["schema"]["format"], "binary");
    assert!(operation["responses"]["204"].get("content").is_none());

    let (_, operation) = only(PutMany::SPEC);
    assert_eq!(json_schema(&operation)["type"], "array");
    assert!(operation["requestBody"].get("required").is_none());
}

#[endpoint(GET, "/file" -> Bytes)]
struct GetFile {}
#[endpoint(GET, "/latest" -> Redirect)]
struct GetLatest {}
#[endpoint(GET, "/events" -> Events<Robot>)]
struct GetEvents {}
#[endpoint(GET, "/lines" -> Lines<Robot>)]
struct GetLines {}
#[endpoint(GET, "/text" -> String, decode = RawResponse::text)]
struct GetText {}

#[derive(serde::Deserialize)]
#[allow(dead_code, reason = "its name alone matters")]
struct Robot {
    id: String,
}

#[test]
fn responses_of_every_kind() {
    let of = |spec| only(spec).1["responses"].clone();
    assert_eq!(
        of(GetFile::SPEC)["2XX"]["content"]["application/octet-stream"]["schema"]["format"],
        "binary"
    );
    assert_eq!(of(GetLatest::SPEC)["3XX"]["headers"]["Location"]["required"], true);
    let robot = json!({"schema": {"$ref": "#/components/schemas/Robot"}});
    assert_eq!(of(GetEvents::SPEC)["2XX"]["content"], json!({"text/event-stream": robot}));
    assert_eq!(of(GetLines::SPEC)["2XX"]["content"], json!({"application/jsonl": robot}));
    assert_eq!(of(GetText::SPEC)["2XX"]["content"], json!({"*/*": {}}));
}

#[endpoint(GET, "/robots/<id>" -> Robot)]
struct GetRobot {
    id: u64,
}

/// Gets a robot by its name.
#[endpoint(GET, "/robots/<name>" -> Vec<Robot>)]
struct GetRobotByName {
    name: String,
    exact: bool,
}

#[endpoint(DELETE, "/robots/<name>" -> ())]
struct DeleteRobot {
    name: String,
}

#[test]
fn endpoints_of_one_route_are_one_operation() {
    let document = API.document(&[GetRobot::SPEC, GetRobotByName::SPEC, DeleteRobot::SPEC]);
    let item = &document["paths"]["/robots/{id}"];
    assert_eq!(document["paths"].as_object().unwrap().len(), 1);
    let get = &item["get"];
    assert_eq!(
        (&get["operationId"], &get["x-also"]),
        (&json!("GetRobot"), &json!(["GetRobotByName"]))
    );
    assert_eq!(get["description"], "`GetRobotByName`: Gets a robot by its name.");
    let parameters = get["parameters"].as_array().unwrap();
    let of = |at: usize| {
        (parameters[at]["name"].as_str().unwrap(), parameters[at].get("required").is_some())
    };
    assert_eq!([of(0), of(1)], [("id", true), ("exact", false)]);
    let schema = &get["responses"]["2XX"]["content"]["application/json"]["schema"];
    assert_eq!(schema["anyOf"][1]["type"], "array");
    assert_eq!(item["delete"]["parameters"][0]["name"], "id");
    assert_eq!(document["components"]["schemas"], json!({"Robot": {}}));
    assert_eq!(document["servers"], json!([{"url": "https://robots.example"}]));
    let nowhere = Api { server: "", api_root: "/api", ..API }.document(&[DeleteRobot::SPEC]);
    assert!(nowhere.get("servers").is_none());
    assert!(nowhere["paths"].get("/api/robots/{name}").is_some());
}

#[test]
fn documentation_reads_well_outside_of_rustdoc() {
    for (docs, expected) in [
        ("One\nparagraph.\n\nAnother.", "One paragraph.\n\nAnother."),
        ("A list:\n- one\n  goes on\n- two\n1. three", "A list:\n- one goes on\n- two\n1. three"),
        ("```\nlet a = [`b`];\n  c\n```\nAfter.", "```\nlet a = [`b`];\n  c\n```\nAfter."),
        ("See [`A`], [`B`](crate::B) and [the C](crate::c::C).", "See `A`, `B` and the C."),
        ("[a](https://x.example) [b] x[0] [`", "[a](https://x.example) [b] x[0] [`"),
        ("[x][`Y::z`] and [1](#one)", "x and [1](#one)"),
        ("", ""),
    ] {
        assert_eq!(markdown(docs), expected, "{docs}");
    }
}

#[test]
fn times_and_dates_are_described() {
    static SPEC: Spec = Spec::new("Find", http::Method::GET, "/").params(&[
        "query\nsince\nOption<jiff::Timestamp>",
        "query\nday\nDate",
        "query\nid\nUuid",
        "query\nby\nOrder",
    ]);
    let document = Api::default().document(&[&SPEC]);
    let schemas = json!({
        "Timestamp": {"type": "string", "format": "date-time"},
        "Date": {"type": "string", "format": "date"},
        "Uuid": {"type": "string", "format": "uuid"},
        "Order": {},
    });
    assert_eq!(document["components"]["schemas"], schemas);
}
