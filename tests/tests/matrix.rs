//! Mistakes in the arguments of `#[endpoint]` and on fields, each in structs of every shape, whose methods are called:
//! each combination reports one error. All combinations are in one generated program, which is checked once.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// Mistakes in the arguments.
const ARGUMENTS: &[&str] = &[
    "",
    "POST",
    "POST,",
    r#"post, "/a/<id>/" -> Thing"#,
    r#""POST", "/a/<id>/" -> Thing"#,
    r#"Method::POST, "/a/<id>/" -> Thing"#,
    r#"PSOT, "/a/<id>/" -> Thing"#,
    r#"FETCH, "/a/<id>/" -> Thing"#,
    r#"POST "/a/<id>/" -> Thing"#,
    r#""/a/<id>/" -> Thing"#,
    r#""/a/<id>/", POST -> Thing"#,
    r#""POST /a/<id>/" -> Thing"#,
    r#"method = POST, path = "/a/<id>/", response = Thing"#,
    r#"method = "POST", path = "a/{id}/", response = "Thing", builder = "true""#,
    r#"post, path = "/a/{id}/", responses((status = 200, body = Thing))"#,
    r#"POST, "a/<id>/" -> Thing"#,
    r#"POST, "/a//<id>/" -> Thing"#,
    r#"POST, "/api/v1/a/<id>/" -> Thing"#,
    r#"POST, "https://x.example/a/<id>/" -> Thing"#,
    r#"POST, "/a/<id>/#top" -> Thing"#,
    r#"POST, "/a b/<id>/" -> Thing"#,
    r#"POST, "/a/{id}/" -> Thing"#,
    r#"POST, "/a/:id/" -> Thing"#,
    r#"POST, "/a/*id" -> Thing"#,
    r#"POST, "/a/{*id}" -> Thing"#,
    r#"POST, "/a/[id]/" -> Thing"#,
    r#"POST, "/a/<id/" -> Thing"#,
    r#"POST, "/a/<id?>/" -> Thing"#,
    r#"POST, "/a/<u64:id>/" -> Thing"#,
    r#"POST, "/a/<id: u64>/" -> Thing"#,
    r#"POST, "/a/&lt;id&gt;/" -> Thing"#,
    r#"POST, "\\a\\<id>\\" -> Thing"#,
    r#"POST, "/a/<id>/?b=<c>" -> Thing"#,
    r#"POST, "/a/<id>/?b=1&b=2" -> Thing"#,
    r#"POST, "/a/<id>/" ->"#,
    r#"POST, "/a/<id>/" => Thing"#,
    r#"POST, "/a/<id>/", -> Thing"#,
    r#"POST, "/a/<id>/" -> plane_api::Result<Thing>"#,
    r#"POST, "/a/<id>/" -> Option<Page<Thing>>"#,
    r#"POST, "/a/<id>/" -> str"#,
    r#"POST, "/a/<id>/" -> &[Thing]"#,
    r#"POST, "/a/<id>/" -> impl Sized"#,
    r#"POST, "/a/<id>/" -> Vec"#,
    r#"POST, "/a/<id>/" -> Page"#,
    r#"POST, "/a/<id>/" -> Option<Missing>"#,
    r#"POST, "/a/<id>/" -> "Thing""#,
    r#"POST, "/a/<id>/" -> 204"#,
    r#"POST, "/a/<id>/" -> Thing json"#,
    r#"POST, "/a/<id>/" -> Thing, jsno"#,
    r#"POST, "/a/<id>/" -> Thing, json, json"#,
    r#"POST, "/a/<id>/" -> Thing, json, query"#,
    r#"POST, "/a/<id>/" -> Thing, json = optinal"#,
    r#"POST, "/a/<id>/" -> Thing, auth = basic"#,
    r#"POST, "/a/<id>/" -> Thing, retry = maybe"#,
    r#"POST, "/a/<id>/" -> Thing, root = "https://x.example/""#,
    r#"POST, "/a/<id>/" -> Thing, header("Host" = "x")"#,
    r#"POST, "/a/<id>/" -> Thing, decode"#,
    r#"POST, "/a/<id>/" -> Thing, brackets = true"#,
    r#"POST, "/a/<id>/" -> Thing, crat = plane_api"#,
    r#"POST, "/a/<id>/" -> Thing, timeout = 3"#,
    r#"POST, "/a/<id>/" -> Thing, format = "json""#,
    r#"DELETE, "/a/{id}/" -> Thing, json"#,
    r#"json, POST, "/a/<id>/" -> Thing"#,
    r#"POST, json, "/a/<id>/" -> Thing"#,
    r#"Thing, POST, "/a/<id>/""#,
    r#"POST, "/a/<id>/", auth = none -> Thing"#,
    r#"POST, "/a/<id>/", format = "json" -> Thing"#,
    r#"POST, concat!("/a/", "<id>/") -> Thing"#,
    r#"POST, PATH -> Thing"#,
    r#"POST, "/a/<<id>>/" -> Thing"#,
    r#"POST, "/ä/<id>/" -> Thing"#,
    r#"POST, "/a/<id>/?b=1&amp;c=2" -> Thing"#,
    r#"POST, "/b/a/<id>/" -> Thing, root = "/b""#,
    r#"POST, "/a/<id>/" -> Vec<&str>"#,
    r#"POST "/a/<id>/", Thing"#,
    r#"POST "/a/<id>/" -> Thing json"#,
    r#"POST = "/a/<id>/" -> Thing"#,
    r#"POST, path = "/a/{id}/" -> Thing"#,
    r#""/a/<id>/" -> Thing, POST"#,
    r#"post("/a/{id}/") -> Thing"#,
    r#"method(POST), path("/a/<id>/")"#,
    r#"POST, "/a/<id>/", response = std::collections::HashMap<String, Thing>"#,
    r#"POST, "/a/<id>/" -> Thing, Error"#,
    r#"POST, "/a/<id>/" -> Thing?"#,
    r#"POST, "/a/<id>/" -> Thing, JSON"#,
    r#"POST, "/a/<id>/" -> Thing, "json""#,
    r#"POST, "/a/<id>/" -> Option<plane_api::Bytes>"#,
    r#"POST, "/a/<id>/" -> plane_api::RawResponse"#,
    r#"POST, "/a/<id>/" -> (plane_api::http::StatusCode, Thing)"#,
    r#"POST, "/a/<id>/" -> Thing, headers("X-B" = "2")"#,
    r#"POST, "/a/{self.id}/" -> Thing"#,
    r#"POST, "/a/{}/" -> Thing"#,
    r#"PUT, "/a/%s/" -> Thing"#,
    r#"POST, "/a/<_>/" -> Thing"#,
    r#"POST, "/a/*" -> Thing"#,
    r#"DELETE, "/a/{0}/" -> Thing"#,
    r#"DELETE, "/a/$1/" -> Thing, json"#,
    r#"POST, "/api/v1/a/{id}/" -> Thing"#,
    r#"POST, "api/v1/a//{id}/?x={x}" -> Thing"#,
    r#"POST, "/a b/{id}/" -> Thing"#,
    r#"POST, "/a/<id>{" -> Thing"#,
    r#"POST, "/a/</id>/" -> Thing"#,
    r#"POST, "/a/<id />/" -> Thing"#,
    r#"POST, "/a/<id-key>/" -> Thing"#,
    r#"POST, "/a/' + id + '/" -> Thing"#,
    r#"POST, "/a/{id}{?page,per_page}" -> Thing"#,
    r#"POST, "/a/<id>/?x=1?y=2" -> Thing"#,
    r#"POST, "/a/" "<id>/" -> Thing"#,
    r#"POST, "/a/" + id + "/" -> Thing"#,
    r#"POST, format!("/a/{}/", id) -> Thing"#,
    r#"POST, "/a/<id>/", returns(Thing)"#,
    r#"POST, "/a/<id>/", responses((status = 200, body = Thing))"#,
    r#"POST, "/a/<id>/", body = Thing"#,
    r#"POST, "/a/<id>/", std::vec::Vec<Thing>"#,
    r#"POST, "/a/<id>/" --> Thing"#,
    r#"POST, "/a/<id>/" as Thing"#,
    r#"POST, "/a/<id>/" Thing"#,
    r#"POST, "/a/<id>/" -> Thing;"#,
    r#"POST, "/a/<id>/" -> Thing; auth = none"#,
    r#"POST, "/a/<id>/" -> Vec<Thing>>"#,
    r#"POST, "/a/<id>/" -> Json(Thing)"#,
    r#"POST, "/a/<id>/" -> Vec(Thing)"#,
    r#"POST, "/a/<id>/" -> Thing!"#,
    r#"POST, "/a/<id>/" -> { id: u64 }"#,
    r#"POST, "/a/<id>/" -> Thing, -> Page<Thing>"#,
    r#"POST, "/a/<id>/" -> Vec<_>"#,
    r#"POST, "/a/<id>/" -> plane_api::Event<Thing>"#,
    r#"POST, "/a/<id>/" -> Future<Output = Thing>"#,
    r#"POST, "/a/<id>/" -> Box<dyn Stream<Item = Thing>>"#,
    r#"POST, "/a/<id>/" -> Thing, header("X-B" = VALUE)"#,
    r#"POST, "/a/<id>/" -> Thing, header("X-B" = "1", "X-C" = "2")"#,
    r#"POST, "/a/<id>/" -> Thing, header("X-B" = "")"#,
    r#"POST, "/a/<id>/" -> Thing, query(comma)"#,
    r#"POST, "/a/<id>/" -> Thing, nullable"#,
    r#"POST, "/a/<id>/" -> Thing, part(json)"#,
    r#"POST, "/a/<id>/" -> Thing, json = optional, json"#,
    r#"PostMapping(value = "/a/{id}/")"#,
    r#"RequestMapping(value = "/a/{id}/", method = POST)"#,
    r#"Vec<Thing>, POST, "/a/<id>/""#,
    r#"POST, Vec<Thing>, "/a/<id>/""#,
    r#"POST -> Thing, "/a/<id>/""#,
    r#"(POST, "/a/<id>/" -> Thing)"#,
    r#"POST => "/a/<id>/" -> Thing"#,
    r#"client.post("/a/<id>/")"#,
    r#"POST, , "/a/<id>/" -> Thing"#,
    r#", POST, "/a/<id>/" -> Thing"#,
    r#"POST; "/a/<id>/" -> Thing; json"#,
    r#"@POST("/a/{id}/") -> Thing"#,
    r#"POST/PUT, "/a/<id>/" -> Thing"#,
    r#"POST /a/<id>/ -> Thing"#,
    r#"POST "/a/<id>/ -> Thing""#,
    r#"POST, "/a/<id: u64>/" -> Thing"#,
    r#"POST, "/a/<id>/ HTTP/1.1" -> Thing"#,
    r#"POST, "/a/<id>/" -> (201, Thing)"#,
    r#"POST, "/a/<id>/" -> 201, Thing"#,
    r#"POST, "/a/<id>/" -> Thing | null"#,
    r#"POST, "/a/<id>/" -> vec![Thing]"#,
    r#"POST, "/a/<id>/" -> u8[]"#,
    r#"POST, "/a/<id>/" -> dyn Thing"#,
    r#"POST, "/a/<id>/" -> BoxStream<Bytes>"#,
    r#"POST, "/a/<id>/" -> Thing, decode = "text""#,
    r#"POST, "/a/<id>/" -> Thing, json = false"#,
    r#"POST, "/a/<id>/" -> Thing, retry = false"#,
    r#"POST, "/a/<id>/" -> Thing, root root = "/api/v2""#,
    r#"POST, "/a/<id>/" -> Thing, root = "/{tenant}""#,
    r#"POST, "/a/<id>/" -> Thing, = json"#,
    r#"POST, "/a/<id>/" ->"#,
];

/// Structs, and code that uses them.
const SHAPES: &[(&str, &str)] = &[
    ("pub struct S;", r#"S::new("1")"#),
    ("pub struct S {}", r#"S::new("1")"#),
    ("pub struct S { pub name: Option<String> }", r#"S::new("1").name("x")"#),
    ("pub struct S { pub count: u32 }", r#"S::new("1", 3)"#),
    ("pub struct S { pub id: u64 }", "S::new(5)"),
    ("pub struct S { pub id: u64, pub name: Option<String> }", r#"S::new(5).name("x")"#),
    ("pub struct S { #[path(body)] pub id: u64, pub title: String }", r#"S::new(5, "x")"#),
    ("pub struct S { #[query] pub tags: Vec<String> }", r#"S::new("1").tags(["x"])"#),
    ("pub struct S { pub tags: Vec<String> }", r#"S::new("1", ["x"])"#),
    ("pub struct S { #[body] pub values: Vec<u32> }", r#"S::new("1", [3])"#),
    (r#"pub struct S { #[header("X-A")] pub a: Option<String> }"#, r#"S::new("1").a("x")"#),
    ("pub struct S { pub name: Patch<String> }", r#"S::new("1").name(Patch::Clear)"#),
    ("pub struct S { #[nullable] pub name: Option<String> }", r#"S::new("1", None)"#),
    ("pub struct S<'a> { pub name: &'a str }", r#"S::new("1", "x")"#),
    ("pub struct S<T: serde::Serialize> { pub value: T }", r#"S::new("1", 3_u8)"#),
    (
        "#[derive(Debug, Clone, PartialEq)] pub struct S { pub name: Option<String> }",
        r#"S::new("1").name("x").clone()"#,
    ),
];

/// Structs without a body, for the methods that have none and for `DELETE`, whose fields say where they are sent.
const WITHOUT_BODY: &[(&str, &str)] = &[
    ("pub struct S;", r#"S::new("1")"#),
    ("pub struct S { pub id: u64 }", "S::new(5)"),
    ("pub struct S { #[query] pub name: Option<String> }", r#"S::new("1").name("x")"#),
    ("pub struct S { pub id: u64, #[query] pub count: u32 }", "S::new(5, 3)"),
    ("pub struct S { #[query(comma)] pub tags: Vec<String> }", r#"S::new("1").tags(["x"])"#),
    (r#"pub struct S { #[header("X-A")] pub a: Option<String> }"#, r#"S::new("1").a("x")"#),
    ("pub struct S<'a> { #[query] pub name: &'a str }", r#"S::new("1", "x")"#),
];

/// Mistakes on a field.
const FIELDS: &[&str] = &[
    "#[qurey]",
    "#[param]",
    "#[json]",
    "#[rename(\"y\")]",
    "#[query(coma)]",
    "#[query = \"y\"]",
    "#[query] #[header(\"X-A\")]",
    "#[query] #[query]",
    "#[header]",
    "#[header(X-A)]",
    "#[header(\"Host\")]",
    "#[header(\"\")]",
    "#[part]",
    "#[part(\"file\")]",
    "#[body(json)]",
    "#[path]",
    "#[path(body)]",
    "#[path(slashes)]",
    "#[nullable(true)]",
    "#[serde(default)]",
    "#[serde(skip_serializing_if = \"Option::is_none\")]",
    "#[serde(rename = \"\")]",
    "#[serde(rename = y)]",
    "#[cfg_attr(all(), query)]",
    "#[endpoint(query)]",
    "#[size]",
    "#[pages]",
    "#[idempotency]",
    "#[query(\"comma\")]",
    "#[query(default = 1)]",
    "#[serde]",
    "#[serde(with = y)]",
    "#[serde(rename = \"y\", rename = \"z\")]",
    "#[serde(\"y\")]",
    "#[name = \"y\"]",
    "#[param(\"y\")]",
    "#[body(\"y\")]",
    "#[query(comma, rename = \"y\")]",
    "#[paginate]",
    "#[patch]",
    "#[cookie(\"y\")]",
    "#[bearer]",
    "#[required]",
    "#[optional]",
    "#[query] #[part(json)]",
    "#[header(\"X-A\")] #[path(body)]",
    "#[idempotency_key(\"X-A\")] #[query]",
    "#[part(json)] #[path(slashes)]",
    "#[Query(\"y\")]",
    "#[path_param]",
    "#[json(\"y\")]",
    "#[form]",
    "#[data]",
    "#[stream]",
    "#[null]",
    "#[query(page)]",
    "#[query(flatten)]",
    "#[path(body)] #[path(slashes)]",
    "#[part(file)]",
    "#[body(form)]",
    "#[endpoint(header = \"X-A\")]",
    "#[serde(skip)]",
    "#[serde(default)] #[serde(skip_serializing_if = \"Option::is_none\")]",
    "#[plane_api::query]",
];

/// Types of such a field, and how its value is set: as an argument of `new`, or with a setter.
const TYPES: &[(&str, &str, &str)] = &[
    ("Option<String>", "", r#".x("v")"#),
    ("Patch<String>", "", r#".x("v")"#),
    ("String", r#", "v""#, ""),
    ("u32", ", 3", ""),
    ("Vec<String>", r#", ["v"]"#, ""),
];

/// The surroundings of such a field: the arguments after the path, and the fields beside it. A rule that compares fields
/// does not apply to a field whose location is unknown.
const SURROUNDINGS: &[(&str, &str)] = &[
    ("-> Thing, json = optional", "pub other: Option<String>,"),
    ("-> Thing", "#[body] pub other: Option<String>,"),
    ("-> Thing", r#"#[header("X-B")] pub other: Option<String>,"#),
    (r#"-> Thing, header("Content-Type" = "application/merge-patch+json")"#, ""),
];

/// The program, and the combination in each of its lines.
struct Program {
    text: String,
    lines: Vec<String>,
}

impl Program {
    fn add(&mut self, name: &str, declaration: &str, usage: &str) {
        let number = self.lines.len();
        // A glob would import all other modules into each module.
        self.text += &format!(
            "mod m{number} {{ use super::{{Client, Page, Patch, Thing, endpoint}}; {declaration} pub async fn f(client: &Client) {{ let _ = {usage}.send(client).await; }} }}\n"
        );
        self.lines.push(name.to_owned());
    }
}

fn program() -> Program {
    let start = "#![allow(dead_code, unused)] use plane_api::{Client, Page, Patch, endpoint}; #[derive(Debug, serde::Deserialize)] pub struct Thing { pub id: u64 } fn main() {}\n";
    let mut program = Program { text: start.to_owned(), lines: vec!["the start".to_owned()] };
    for arguments in ARGUMENTS {
        for (shape, usage) in SHAPES {
            let declaration = format!("#[endpoint({arguments})] {shape}");
            program.add(&declaration, &declaration, usage);
        }
    }
    for method in ["GET", "DELETE"] {
        // A body option of a method without a body is a second mistake.
        let arguments = ARGUMENTS.iter().filter(|arguments| !arguments.contains("json"));
        for arguments in arguments.map(|arguments| arguments.replace("POST", method)) {
            for (shape, usage) in WITHOUT_BODY {
                let declaration = format!("#[endpoint({arguments})] {shape}");
                program.add(&declaration, &declaration, usage);
            }
        }
    }
    // In a query, a `Patch` is a second mistake, and a list is optional.
    for (method, types) in [("POST", TYPES), ("GET", &TYPES[..1])] {
        for attribute in FIELDS {
            for (ty, argument, setter) in types {
                for (id, value) in [("", r#""1""#), ("pub id: u64,", "5")] {
                    let declaration = format!(
                        r#"#[endpoint({method}, "/a/<id>/" -> Thing)] pub struct S {{ {id} {attribute} pub x: {ty} }}"#
                    );
                    let usage = format!("S::new({value}{argument}){setter}");
                    program.add(&declaration, &declaration, &usage);
                }
            }
        }
    }
    for attribute in FIELDS {
        for (arguments, other) in SURROUNDINGS {
            for (ty, argument, setter) in TYPES {
                let declaration = format!(
                    r#"#[endpoint(PUT, "/a/<id>/" {arguments})] pub struct S {{ {other} {attribute} pub x: {ty} }}"#
                );
                program.add(
                    &declaration,
                    &declaration,
                    &format!(r#"S::new("1"{argument}){setter}"#),
                );
            }
        }
    }
    program
}

/// Checks the program with Cargo, and returns the messages by line.
fn errors(program: &Program) -> io::Result<BTreeMap<usize, Vec<String>>> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    let target: PathBuf = env::current_exe()?.ancestors().skip(3).take(1).collect();
    let package = target.join("tests").join("matrix");
    fs::create_dir_all(package.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"matrix\"\nedition = \"2024\"\n[dependencies]\nplane-api = {{ path = {:?} }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\n[workspace]\n",
        workspace.join("plane-api")
    );
    fs::write(package.join("Cargo.toml"), manifest)?;
    fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock"))?;
    fs::write(package.join("src/main.rs"), &program.text)?;
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--message-format=json", "--target-dir"])
        .arg(&target)
        .current_dir(&package)
        .output()?;
    // Cargo shows equal messages once. Editors do not, so each one counts.
    let mut errors = BTreeMap::<usize, Vec<String>>::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(report) = serde_json::from_str::<Value>(line) else { continue };
        let message = &report["message"];
        let spans = message["spans"].as_array().into_iter().flatten();
        let place = spans.filter(|span| span["is_primary"] == true).find_map(|span| {
            let is_ours = span["file_name"].as_str()?.ends_with("main.rs");
            span["line_start"].as_u64().filter(|_| is_ours)
        });
        let number = place.and_then(|number| usize::try_from(number).ok());
        if let (Some(number), true) = (number, message["level"] == "error") {
            errors.entry(number).or_default().push(message["message"].to_string());
        }
    }
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.is_empty(), "{text}");
    Ok(errors)
}

#[test]
fn every_combination_has_one_error() {
    let program = program();
    let errors = errors(&program).unwrap();
    let mut wrong = String::new();
    // Lines are counted from 1, and the first one contains declarations that all others use.
    for (index, name) in program.lines.iter().enumerate().skip(1) {
        let found = errors.get(&(index + 1)).cloned().unwrap_or_default();
        if found.len() != 1 {
            writeln!(wrong, "{} errors: {name}\n    {}", found.len(), found.join("\n    "))
                .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(errors.len(), program.lines.len() - 1);
}
