//! Drift between our document and that of a server, as a library and as a program.

use std::{fs, path::PathBuf};

use plane_tests::{Server, description, json as json_response, openapi::Drift};
use serde_json::{Value, json};
use tokio::process::Command;

/// A document with one list, one update and one deletion.
fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            "/api/v2/robots/{robot_id}/": {
                "patch": {
                    "operationId": "UpdateRobot",
                    "requestBody": {"required": true, "content": {"application/json": {"schema": {
                        "type": "object",
                        "required": ["serial"],
                        "properties": {
                            "serial": {"type": "string"},
                            "name": {"type": ["string", "null"]},
                            "kind": {"$ref": "#/components/schemas/Kind"},
                            "extra": {},
                        },
                    }}}},
                    "responses": {"2XX": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Robot"}}}}},
                },
                "delete": {"operationId": "DeleteRobot", "responses": {"2XX": {"description": "Success."}}},
            },
            "/api/v2/robots/": {"get": {
                "operationId": "ListRobots",
                "parameters": [
                    {"in": "query", "name": "kind", "schema": {"$ref": "#/components/schemas/Kind"}},
                    {"in": "query", "name": "fields", "schema": {"type": "array", "items": {"enum": ["id", "name"]}}},
                    {"in": "query", "name": "cursor", "schema": {"type": "string"}},
                ],
                "x-pagination": {"position": "cursor"},
                "responses": {"2XX": {"content": {"application/json": {"schema": {
                    "type": "object", "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Robot"}}},
                }}}}},
            }},
        },
        "components": {"schemas": {
            "Kind": {"anyOf": [{"type": "string", "enum": ["arm", "leg"]}, {"type": "string"}]},
            "Robot": {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"$ref": "#/components/schemas/Kind"}}},
        }},
    })
}

/// The same from another generator: other names, another location of the API root, and other ways to express `null`.
fn in_other_words() -> Value {
    json!({
        "openapi": "3.0.3",
        "servers": [{"url": "https://robots.example/plane/api/v2"}],
        "paths": {
            "/robots/{pk}/": {
                "parameters": [{"in": "path", "name": "pk", "required": true, "schema": {"type": "string"}}],
                "patch": {
                    "operationId": "robots_partial_update",
                    "parameters": [{"in": "header", "name": "X-API-Key", "schema": {"type": "string"}}],
                    "requestBody": {"$ref": "#/components/requestBodies/Update"},
                    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/RobotRead"}}}}},
                },
                "delete": {"responses": {"204": {"description": "No content."}}},
            },
            "/robots/": {"get": {
                "parameters": [
                    {"in": "query", "name": "paginate", "schema": {"type": "string", "enum": ["cursor", "offset"]}},
                    {"in": "query", "name": "fields", "explode": false, "schema": {"type": "array", "items": {"type": "string"}}},
                    {"in": "query", "name": "kind", "schema": {"type": "string", "enum": ["leg", "arm"]}},
                ],
                "responses": {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/RobotRead"}}}}}},
            }},
        },
        "components": {
            "requestBodies": {"Update": {"content": {"multipart/form-data": {}, "application/json": {"schema": {"allOf": [
                {"type": "object", "required": ["serial"], "properties": {"serial": {"type": "string"}}},
                {"properties": {"name": {"type": "string", "nullable": true}, "kind": {"enum": ["arm", "leg"]},
                    "extra": {"type": "object", "nullable": true}}},
            ]}}}}},
            "schemas": {"RobotRead": {"properties": {"id": {}, "kind": {"oneOf": [{"enum": ["arm"]}, {"const": "leg"}]}}}},
        },
    })
}

fn lines(theirs: &Value) -> Vec<String> {
    Drift::between(&document(), theirs).unwrap().lines
}

#[test]
fn documents_that_say_the_same_do_not_differ() {
    assert_eq!(lines(&document()), [""; 0]);
    assert_eq!(lines(&in_other_words()), [""; 0]);
}

#[test]
fn every_difference_is_one_line() {
    const PATCH: &str = "/api/v2/robots/{robot_id}/";
    const LIST: &str = "/api/v2/robots/";
    let update = "different: PATCH /robots/{} (UpdateRobot)".replace("{}", "{}/");
    let list = "different: GET /robots/ (ListRobots)";
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut theirs = document();
        change(&mut theirs);
        lines(&theirs)
    };
    let body = |theirs: &mut Value| {
        let schema = "/requestBody/content/application~1json/schema";
        let patch = &mut theirs["paths"][PATCH]["patch"];
        std::mem::take(patch.pointer_mut(schema).unwrap())
    };
    let with_body = |theirs: &mut Value, schema: Value| {
        theirs["paths"][PATCH]["patch"]["requestBody"]["content"]["application/json"]["schema"] =
            schema;
    };

    let found = changed(&|theirs| {
        theirs["paths"][PATCH]["get"] = json!({});
        theirs["paths"][PATCH].as_object_mut().unwrap().remove("delete");
    });
    assert_eq!(found, ["new: GET /robots/{}/", "gone: DELETE /robots/{}/ (DeleteRobot)"]);

    let found = changed(&|theirs| {
        let mut schema = body(theirs);
        let properties = schema["properties"].as_object_mut().unwrap();
        properties.remove("name");
        properties.insert("owner".to_owned(), json!({"type": "string"}));
        properties["serial"] = json!({"type": ["string", "null"]});
        schema["required"] = json!(["kind"]);
        with_body(theirs, schema);
    });
    let expected = [
        "body `owner` is new",
        "body `kind` is required",
        "body `name` is gone",
        "body `serial` is optional",
        "body `serial` may be null",
    ];
    assert_eq!(found, expected.map(|it| format!("{update}: {it}")));

    let found = changed(&|theirs| {
        let mut schema = body(theirs);
        schema["properties"]["name"] = json!({"type": "string"});
        with_body(theirs, schema);
    });
    assert_eq!(found, [format!("{update}: body `name` is never null")]);

    let found = changed(&|theirs| _ = theirs["paths"][PATCH]["patch"]["requestBody"].take());
    assert_eq!(found, [format!("{update}: the body is gone")]);
    let found = changed(&|theirs| {
        theirs["paths"][PATCH]["delete"]["requestBody"] =
            json!({"content": {"application/json": {"schema": {"type": "object"}}}});
    });
    assert_eq!(found, ["different: DELETE /robots/{}/ (DeleteRobot): the body is new"]);

    let found = changed(&|theirs| {
        let parameters = theirs["paths"][LIST]["get"]["parameters"].as_array_mut().unwrap();
        parameters[0]["required"] = json!(true);
        parameters[1]["schema"]["items"]["enum"] = json!(["id", "owner"]);
        parameters.push(json!({"in": "query", "name": "search", "schema": {}}));
        parameters.push(json!({"in": "query", "name": "offset", "schema": {}}));
        parameters.push(json!({"in": "header", "name": "X-Trace", "schema": {}}));
        theirs["paths"][LIST]["get"]["x-pagination"] = json!({});
    });
    let expected = [
        "query `search` is new",
        "query `fields`: new values: `owner`",
        "query `fields`: gone values: `name`",
        "query `kind` is required",
        "header `x-trace` is new",
    ];
    assert_eq!(found, expected.map(|it| format!("{list}: {it}")));

    let found = changed(&|theirs| {
        theirs["components"]["schemas"]["Robot"]["properties"] = json!({"id": {}, "serial": {}, "kind": {"enum": ["arm", "leg", "c", "d", "e", "f", "g", "h", "i", "j", "k"]}});
    });
    let values = "new values: `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j` and 1 more";
    let responses = ["response `serial` is new".to_owned(), format!("response `kind`: {values}")];
    let expected = [list, &*update]
        .into_iter()
        .flat_map(|of| responses.clone().map(|it| format!("{of}: {it}")));
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn what_is_no_description_is_an_error() {
    let error = Drift::between(&document(), &json!({"swagger": "2.0"})).unwrap_err();
    assert!(error.contains("`openapi`"), "{error}");
}

/// Creates a file for this test only.
fn scratch(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path
}

/// Returns the output of the program, and its exit code.
async fn run(args: &[&str], key: &str) -> (String, String, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_openapi"));
    let output = command.args(args).env("PLANE_API_KEY", key).output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[tokio::test]
async fn the_program_compares_with_a_file() {
    let file = |version| description::file(version).display().to_string();
    let none = (String::new(), String::new(), Some(0));
    assert_eq!(run(&["drift", "v1", &file("v1")], "").await, none);
    assert_eq!(run(&["drift", "v2", &file("v2")], "").await, none);

    let empty = scratch("empty.json", r#"{"openapi": "3.1.0", "paths": {"/new/": {"get": {}}}}"#);
    let (found, errors, code) = run(&["drift", "v2", empty.to_str().unwrap()], "").await;
    assert_eq!((found.lines().count(), &*errors, code), (408, "", Some(1)));
    assert!(found.starts_with("new: GET /new/\ngone: "), "{found}");

    let (measured, _, code) = run(&["measure", empty.to_str().unwrap()], "").await;
    assert_eq!((measured.lines().next(), code), (Some("1 operations"), Some(0)));
}

#[tokio::test]
async fn what_the_program_cannot_do_is_one_error() {
    let yaml = scratch("document.yaml", "openapi: 3.1.0\n");
    let yaml = yaml.to_str().unwrap();
    for (args, expected) in [
        (&["drift", "v3", yaml][..], "usage: openapi write"),
        (&[], "usage: openapi write"),
        (&["drift", "v1", "nowhere.json"], "cannot read nowhere.json: "),
        (&["drift", "v1", yaml], "is not JSON: "),
        (&["measure", "http://127.0.0.1:1/"], "cannot get the document: "),
    ] {
        let (found, errors, code) = run(args, "").await;
        assert_eq!((&*found, code), ("", Some(2)), "{args:?}: {errors}");
        assert!(errors.contains(expected), "{args:?}: {errors}");
    }
}

#[tokio::test]
async fn the_program_gets_a_document_from_a_server() {
    let ours = fs::read_to_string(description::file("v2")).unwrap();
    let server = Server::start(move |request| {
        if request.line().contains("/schema/") {
            json_response(200, &ours)
        } else {
            json_response(401, "{}")
        }
    });
    let server = server.await.unwrap();
    let url = format!("{}/plane/api/v2/schema/?format=json", server.url());
    let none = (String::new(), String::new(), Some(0));
    assert_eq!(run(&["drift", "v2", &url], "canary").await, none);
    let other = format!("{}/schema.json", server.url());
    let (_, errors, code) = run(&["drift", "v2", &other], "").await;
    assert!(errors.starts_with("cannot get the document: ") && errors.contains("401"), "{errors}");
    assert!(!errors.contains("canary"), "{errors}");
    assert_eq!(code, Some(2));

    let [first, second] = &server.requests()[..] else { panic!("two requests") };
    assert_eq!(first.line(), "GET /plane/api/v2/schema/?format=json");
    assert_eq!(first.header("x-api-key"), Some("canary"));
    assert_eq!(first.header("accept"), Some("application/json"));
    assert_eq!(second.line(), "GET /schema.json");
    assert_eq!(second.header("x-api-key"), None);
}
