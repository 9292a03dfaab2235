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
                    "security": [{"key": []}, {"bearer": ["robots:write"]}],
                    "parameters": [{"in": "path", "name": "robot_id", "required": true, "schema": {"type": "string"}}],
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
                    {"in": "query", "name": "fields", "explode": false, "schema": {"type": "array", "items": {"enum": ["id", "name"]}}},
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
                "parameters": [{"in": "path", "name": "pk", "required": true, "schema": {"type": "string", "format": "uuid"}}],
                "patch": {
                    "operationId": "robots_partial_update",
                    "parameters": [{"in": "header", "name": "X-API-Key", "schema": {"type": "string"}}],
                    "requestBody": {"$ref": "#/components/requestBodies/Update"},
                    "security": [{"key": []}, {"oauth": ["robots:write"]}],
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
                "responses": {"200": {"content": {"application/json": {"schema": {"allOf": [{"properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/RobotRead"}}}}]}}}}},
            }},
        },
        "components": {
            "requestBodies": {"Update": {"required": true, "content": {"multipart/form-data": {}, "application/json": {"schema": {"allOf": [
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

const UPDATE: &str = "/api/v2/robots/{robot_id}/";
const LIST: &str = "/api/v2/robots/";

/// Returns a part of the document, to be changed.
fn part<'a>(document: &'a mut Value, keys: &[&str]) -> &'a mut Value {
    keys.iter().fold(document, |value, key| match key.parse::<usize>() {
        Ok(at) => &mut value[at],
        Err(_) => &mut value[*key],
    })
}

/// Returns the schema of the update's body.
fn body(document: &mut Value) -> &mut Value {
    let content = ["paths", UPDATE, "patch", "requestBody", "content"];
    &mut part(document, &content)["application/json"]["schema"]
}

fn response(document: &mut Value) -> &mut Value {
    part(document, &["paths", UPDATE, "patch", "responses"])
}

fn schema<'a>(document: &'a mut Value, name: &str) -> &'a mut Value {
    part(document, &["components", "schemas", name])
}

fn list(document: &mut Value) -> &mut Value {
    part(document, &["paths", LIST, "get"])
}

fn json_of(schema: Value) -> Value {
    json!({"content": {"application/json": {"schema": schema}}})
}

/// Asserts the differences after a change, without the operation's name.
#[track_caller]
fn differs(change: impl FnOnce(&mut Value), expected: &[&str]) {
    let mut theirs = document();
    change(&mut theirs);
    let found = lines(&theirs);
    let names = [
        "PATCH /robots/{}/ (UpdateRobot)",
        "GET /robots/ (ListRobots)",
        "DELETE /robots/{}/ (DeleteRobot)",
    ];
    let found: Vec<&str> = found
        .iter()
        .map(|line| {
            names
                .iter()
                .find_map(|name| line.strip_prefix(&format!("different: {name}: ")))
                .unwrap_or(line)
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn new_and_gone_operations_are_reported() {
    differs(
        |it| {
            it["paths"][UPDATE]["get"] = json!({});
            it["paths"][UPDATE].as_object_mut().unwrap().remove("delete");
        },
        &["new: GET /robots/{}/", "gone: DELETE /robots/{}/ (DeleteRobot)"],
    );
}

#[test]
fn a_slash_at_the_end_of_a_path_is_one_difference() {
    let without = "path: declared with a slash at its end, the document says without it";
    let rename = |it: &mut Value, from: &str| {
        let paths = it["paths"].as_object_mut().unwrap();
        let item = paths.remove(from).unwrap();
        paths.insert(from.trim_end_matches('/').to_owned(), item);
    };
    differs(|it| rename(it, LIST), &[without]);
    differs(|it| rename(it, UPDATE), &[without, without]);
    // Other differences of the same operation are found, too.
    differs(
        |it| {
            list(it)["parameters"][0]["required"] = json!(true);
            rename(it, LIST);
        },
        &[without, "query `kind`: declared optional, the document says required"],
    );
    // A document may have both paths, or no path with a slash.
    differs(|it| it["paths"]["/api/v2/robots"] = it["paths"][LIST].clone(), &["new: GET /robots"]);
    let mut theirs = document();
    rename(&mut theirs, LIST);
    rename(&mut theirs, UPDATE);
    assert_eq!(lines(&theirs), [""; 0]);
    let mut theirs = document();
    rename(&mut theirs, LIST);
    let found = Drift::between(&theirs, &document()).unwrap().lines;
    let with = "path: declared without a slash at its end, the document says with it";
    assert_eq!(found, [format!("different: GET /robots (ListRobots): {with}")]);
}

#[test]
fn keywords_beside_a_reference_count() {
    let beside = |more: Value| {
        let mut schema = json!({"$ref": "#/components/schemas/Kind"});
        schema.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        schema
    };
    differs(
        |it| body(it)["properties"]["kind"] = beside(json!({"readOnly": true})),
        &["body `kind` is gone"],
    );
    differs(
        |it| body(it)["properties"]["kind"] = beside(json!({"nullable": true})),
        &["body `kind`: declared never null, the document says nullable"],
    );
    differs(
        |it| schema(it, "Robot")["properties"]["kind"] = beside(json!({"writeOnly": true})),
        &["response `data[].kind` is gone", "response `kind` is gone"],
    );
    differs(|it| body(it)["properties"]["kind"] = beside(json!({"description": "Kind."})), &[]);
}

#[test]
fn a_required_field_without_a_description_is_reported() {
    differs(
        |it| body(it)["required"] = json!(["serial", "team"]),
        &["body `team` is new and required"],
    );
    differs(
        |it| {
            body(it)["properties"].as_object_mut().unwrap().remove("serial");
        },
        &[],
    );
}

#[test]
fn pagination_parameters_are_compared() {
    let cursor = |change: fn(&mut Value)| {
        move |it: &mut Value| {
            change(&mut list(it)["parameters"]);
        }
    };
    differs(
        cursor(|it| it[2]["schema"]["type"] = json!("integer")),
        &["query `cursor`: declared string, the document says integer"],
    );
    differs(
        cursor(|it| it[2]["required"] = json!(true)),
        &["query `cursor`: declared optional, the document says required"],
    );
    differs(
        cursor(|it| {
            it.as_array_mut().unwrap().pop();
        }),
        &["query `cursor` is gone"],
    );
    // The document describes the other style.
    differs(cursor(|it| it[2]["name"] = json!("offset")), &[]);
}

#[test]
fn the_operation_is_named() {
    let mut theirs = document();
    theirs["paths"][UPDATE]["delete"]["requestBody"] = json_of(json!({"type": "object"}));
    assert_eq!(lines(&theirs), ["different: DELETE /robots/{}/ (DeleteRobot): the body is new"]);
}

#[test]
fn differences_of_bodies_are_reported() {
    differs(
        |it| {
            let schema = body(it);
            let properties = schema["properties"].as_object_mut().unwrap();
            properties.remove("name");
            properties.insert("owner".to_owned(), json!({"type": "string"}));
            properties.insert("team".to_owned(), json!({"type": "string"}));
            properties.insert("created".to_owned(), json!({"type": "string", "readOnly": true}));
            properties["serial"] = json!({"type": ["string", "null"]});
            schema["required"] = json!(["kind", "team"]);
        },
        &[
            "body `owner` is new",
            "body `team` is new and required",
            "body `kind`: declared optional, the document says required",
            "body `name` is gone",
            "body `serial`: declared required, the document says optional",
            "body `serial`: declared never null, the document says nullable",
        ],
    );
    differs(
        |it| body(it)["properties"]["name"] = json!({"type": "string"}),
        &["body `name`: declared nullable, the document says never null"],
    );
    differs(
        |it| body(it)["properties"]["serial"] = json!({"type": "integer"}),
        &["body `serial`: declared string, the document says integer"],
    );
    differs(
        |it| body(it)["properties"]["kind"] = json!({"type": "object", "properties": {"id": {}}}),
        &["body `kind`: declared string, the document says object"],
    );
    differs(|it| body(it)["properties"]["serial"] = json!({"type": ["string", "integer"]}), &[]);
    differs(
        |it| *body(it) = json!({"type": "array", "items": {"type": "object"}}),
        &["body: declared object, the document says list"],
    );
    differs(|it| *body(it) = json!({}), &["body: declared object, the document says anything"]);
    differs(
        |it| *body(it) = json!({"type": "object"}),
        &["body: declared object with fields, the document says any object"],
    );
    let request = |it: &mut Value, change: &dyn Fn(&mut Value)| {
        change(&mut it["paths"][UPDATE]["patch"]["requestBody"]);
    };
    differs(
        |it| request(it, &|body| body["required"] = json!(false)),
        &["the body: declared required, the document says optional"],
    );
    differs(
        |it| {
            request(it, &|body| {
                let json = body["content"]["application/json"].take();
                body["content"] =
                    json!({"application/x-www-form-urlencoded": json, "text/plain": {}});
            });
        },
        &[
            "content type: declared `application/json`, the document says `application/x-www-form-urlencoded` or `text/plain`",
        ],
    );
    differs(|it| request(it, &|body| body["content"]["text/plain"] = json!({})), &[]);
    differs(|it| request(it, &|body| *body = Value::Null), &["the body is gone"]);
    differs(
        |it| {
            it["paths"][UPDATE]["delete"]["requestBody"] = json!({"required": true, "content": {}});
        },
        &["the body is new and required"],
    );
}

#[test]
fn differences_of_parameters_are_reported() {
    differs(
        |it| {
            let list = list(it);
            let parameters = list["parameters"].as_array_mut().unwrap();
            parameters[0]["required"] = json!(true);
            parameters[1]["schema"]["items"]["enum"] = json!(["id", "owner"]);
            parameters.push(json!({"in": "query", "name": "search", "schema": {}}));
            parameters.push(json!({"in": "query", "name": "team", "required": true, "schema": {}}));
            parameters.push(json!({"in": "query", "name": "offset", "schema": {}}));
            parameters.push(json!({"in": "header", "name": "X-Trace", "schema": {}}));
            parameters
                .push(json!({"in": "cookie", "name": "session", "required": true, "schema": {}}));
            list["x-pagination"] = json!({});
        },
        &[
            "cookie `session` is new and required",
            "header `x-trace` is new",
            "query `search` is new",
            "query `team` is new and required",
            "query `fields[]`: new values: `owner`",
            "query `fields[]`: gone values: `name`",
            "query `kind`: declared optional, the document says required",
        ],
    );
    let parameter = |at: usize, value: Value| {
        move |it: &mut Value| {
            for (key, value) in value.as_object().unwrap() {
                list(it)["parameters"][at][key] = value.clone();
            }
        }
    };
    differs(
        parameter(0, json!({"schema": {"type": "integer"}})),
        &["query `kind`: declared string, the document says integer"],
    );
    differs(
        parameter(1, json!({"explode": true})),
        &["query `fields`: declared separated by commas, the document says repeated"],
    );
    differs(
        parameter(1, json!({"style": "pipeDelimited"})),
        &[
            "query `fields`: declared separated by commas, the document says in the style `pipeDelimited`",
        ],
    );
    differs(
        parameter(1, json!({"schema": {"type": "array", "items": {"type": "integer"}}})),
        &["query `fields[]`: declared string, the document says integer"],
    );
    // A list that is separated by commas, as text.
    differs(parameter(1, json!({"schema": {"type": "string"}})), &[]);
    differs(
        parameter(1, json!({"schema": {"type": "boolean"}})),
        &["query `fields`: declared list, the document says boolean"],
    );
    differs(
        parameter(0, json!({"name": "sort"})),
        &["query `sort` is new", "query `kind` is gone"],
    );
    differs(
        |it| it["paths"][UPDATE]["patch"]["parameters"][0]["schema"] = json!({"type": "integer"}),
        &["path `robot_id`: declared string, the document says integer"],
    );
}

#[test]
fn differences_of_responses_are_reported() {
    let on_both = |line: &'static str| [line.replacen(" `", " `data[].", 1), line.to_owned()];
    let robot = |field: &str, schema_of: Value, expected: &'static str| {
        let expected = on_both(expected);
        differs(
            |it| schema(it, "Robot")["properties"][field] = schema_of,
            &expected.each_ref().map(String::as_str),
        );
    };
    robot(
        "id",
        json!({"type": "integer"}),
        "response `id`: declared string, the document says integer",
    );
    robot(
        "id",
        json!({"type": ["string", "null"]}),
        "response `id`: declared never null, the document says nullable",
    );
    robot(
        "id",
        json!({"type": "string", "nullable": true}),
        "response `id`: declared never null, the document says nullable",
    );
    robot("serial", json!({}), "response `serial` is new");
    robot(
        "kind",
        json!({"enum": ["arm", "leg", "c", "d", "e", "f", "g", "h", "i", "j", "k"]}),
        "response `kind`: new values: `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j` and 1 more",
    );
    robot(
        "kind",
        json!({"oneOf": [{"$ref": "#/components/schemas/Kind"}, {"type": "array", "items": {}}]}),
        "response `kind`: declared string, the document says string or list",
    );
    // Ids are strings of any format, and a field without a type in the document is no difference.
    differs(
        |it| schema(it, "Robot")["properties"]["id"] = json!({"type": "string", "format": "uuid"}),
        &[],
    );
    differs(|it| schema(it, "Robot")["properties"]["id"] = json!({}), &[]);

    let content = |content: Value| move |it: &mut Value| *response(it) = content;
    let robot = || json!({"$ref": "#/components/schemas/Robot"});
    differs(
        content(json!({"200": json_of(json!({"type": "array", "items": robot()}))})),
        &["response: declared object, the document says list"],
    );
    differs(
        content(json!({"200": json_of(json!({}))})),
        &["response: declared object, the document says anything"],
    );
    differs(
        content(json!({"200": {"content": {"application/json": {}}}})),
        &["response: declared object, the document says anything"],
    );
    let no_body = json!({"description": "No content."});
    differs(
        content(json!({"204": no_body})),
        &["response: declared `application/json`, the document says no body"],
    );
    differs(
        content(json!({"200": json_of(robot()), "204": no_body})),
        &["response: declared `application/json`, the document says `application/json` or no body"],
    );
    differs(
        content(json!({"302": no_body})),
        &["response: declared `application/json`, the document says a redirect"],
    );
    differs(
        content(json!({"400": no_body})),
        &["response: declared `application/json`, the document says no success"],
    );
    differs(
        content(json!({"200": {"content": {"text/csv": {"schema": {"type": "string"}}}}})),
        &["response: declared `application/json`, the document says `text/csv`"],
    );
    differs(
        |it| it["paths"][UPDATE]["delete"]["responses"] = json!({"200": json_of(robot())}),
        &["response: declared no body, the document says `application/json`"],
    );
}

#[test]
fn differences_within_objects_and_lists_are_reported() {
    let with = |arm: Value| {
        let mut document = document();
        schema(&mut document, "Robot")["properties"]["arms"] =
            json!({"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Arm"}});
        document["components"]["schemas"]["Arm"] = arm;
        document
    };
    let arm = |length: &str, required: &[&str]| {
        let robot = json!({"$ref": "#/components/schemas/Robot"});
        json!({"type": "object", "required": required, "properties": {
            "length": {"type": length}, "robot": robot, "since": {"type": "string", "format": "date"},
        }})
    };
    let between = |ours: Value, theirs: Value| {
        let lines = Drift::between(&with(ours), &with(theirs)).unwrap().lines;
        lines.into_iter().filter(|line| line.contains("PATCH")).collect::<Vec<_>>()
    };
    let line =
        |what: &str| [format!("different: PATCH /robots/{{}}/ (UpdateRobot): response {what}")];
    assert_eq!(between(arm("number", &[]), arm("number", &["length"])), [""; 0]);
    assert_eq!(between(arm("number", &[]), arm("integer", &[])), [""; 0]);
    assert_eq!(
        between(arm("integer", &[]), arm("number", &[])),
        line("`arms[].length`: declared integer, the document says number")
    );
    assert_eq!(
        between(arm("number", &["length"]), arm("number", &[])),
        line("`arms[].length`: declared required, the document says optional")
    );
    let mut later = arm("number", &[]);
    later["properties"]["since"]["format"] = json!("date-time");
    assert_eq!(
        between(arm("number", &[]), later),
        line("`arms[].since`: declared date, the document says date-time")
    );
    assert_eq!(
        between(arm("number", &[]), json!({"type": "string"})),
        line("`arms[]`: declared object, the document says string")
    );
}

#[test]
fn differences_of_credentials_are_reported() {
    let security = |alternatives: Value| {
        move |it: &mut Value| it["paths"][UPDATE]["patch"]["security"] = alternatives
    };
    differs(
        security(json!([{"oauth": ["robots:write", "robots:read"]}, {"oauth": ["admin"]}])),
        &[
            "scopes: declared `robots:write`, the document says `admin` or `robots:read` and `robots:write`",
        ],
    );
    differs(
        |it| {
            it["paths"][UPDATE]["delete"]["security"] = json!([{"oauth": ["admin"]}]);
        },
        &["scopes: declared none, the document says `admin`"],
    );
    differs(
        security(json!([])),
        &["security: declared with credentials, the document says public"],
    );
    // A document without scopes causes no differences.
    differs(security(json!([{"key": []}])), &[]);
}

#[test]
fn references_without_a_target_are_reported() {
    let nowhere = || json!({"$ref": "#/components/nowhere"});
    let line = "the document refers to `#/components/nowhere`, which it does not contain";
    differs(|it| body(it)["properties"]["name"] = nowhere(), &[line]);
    differs(|it| list(it)["parameters"][0]["schema"] = nowhere(), &[line]);
    differs(|it| schema(it, "Robot")["properties"]["id"] = nowhere(), &[line, line]);
    differs(|it| response(it)["2XX"] = json_of(nowhere()), &[line]);
    differs(
        |it| response(it)["2XX"] = nowhere(),
        &["response: declared `application/json`, the document says no success", line],
    );
    differs(
        |it| it["paths"][UPDATE]["patch"]["requestBody"] = nowhere(),
        &["the body is gone", line],
    );
    differs(|it| list(it)["parameters"][0] = nowhere(), &["query `kind` is gone", line]);
    let mut theirs = document();
    theirs["paths"][LIST] = nowhere();
    let error = Drift::between(&document(), &theirs).unwrap_err();
    assert_eq!(
        error,
        "the path `/api/v2/robots/` refers to `#/components/nowhere`, which the document does not contain"
    );
}

#[test]
fn an_invalid_description_is_an_error() {
    let error = Drift::between(&document(), &json!({"swagger": "2.0"})).unwrap_err();
    assert!(error.contains("`openapi`"), "{error}");
    for theirs in [json!({"openapi": "3.1.0"}), json!({"openapi": "3.1.0", "paths": {}})] {
        let error = Drift::between(&document(), &theirs).unwrap_err();
        assert!(error.starts_with("the document describes no paths: "), "{error}");
    }
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
async fn a_failure_of_the_program_is_one_error() {
    let yaml = scratch("document.yaml", "openapi: 3.1.0\n");
    let yaml = yaml.to_str().unwrap();
    let pathless = scratch("pathless.json", r#"{"openapi": "3.1.0", "info": {}}"#);
    for (args, expected) in [
        (&["drift", "v3", yaml][..], "usage: openapi write"),
        (&[], "usage: openapi write"),
        (&["drift", "v1", "nowhere.json"], "cannot read nowhere.json: "),
        (&["drift", "v1", yaml], "is not JSON: "),
        (&["drift", "v1", pathless.to_str().unwrap()], "the document describes no paths: "),
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
