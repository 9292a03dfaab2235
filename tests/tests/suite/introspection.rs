//! The description of a request at run time is enough to print its documentation.

use std::{collections::BTreeMap, fmt::Write};

use plane_api::{
    Cursor, Endpoint, Page, ParamLocation, Patch, RetryClass, Spec, Value, endpoint, ids,
};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only described")]
pub struct Task {
    pub id: u64,
}

/// Changes tasks.
///
/// All of them, if `all` is set.
#[endpoint(PATCH, "/projects/<project>/tasks/<path..>" -> Vec<Task>, retry = idempotent, auth = none)]
pub struct UpdateTasks<'a, T: Serialize> {
    /// Id of the
    /// project.
    pub project: u64,
    #[path(body)]
    pub path: &'a str,
    #[doc = "Version of the `"]
    #[doc = concat!("ta", "sk`.")]
    #[header("If-Match")]
    pub version: String,
    /// `true` returns all.
    #[query]
    pub all: Option<bool>,
    #[query(comma)]
    pub expand: Vec<&'a str>,
    pub r#type: Patch<BTreeMap<String, (u8, [T; 2])>>,
    /// Further fields.
    #[flatten]
    pub more: BTreeMap<String, Value>,
}

#[endpoint(GET, "/<slug>/tasks" -> Page<Task>)]
pub struct ListTasks {
    pub cursor: Option<Cursor>,
}

/// A type and a name are compared without line breaks, because rustc or the user may wrap them.
#[endpoint(POST, "/tasks")]
pub struct CreateTask {
    #[serde(rename = "two\nlines")]
    pub long: Option<BTreeMap<ids::CustomerId, BTreeMap<ids::CustomerId, Option<Value>>>>,
}

/// A request with everything that a description says about single parameters.
#[endpoint(POST, "/<id>/<path>/<rest..>", json = optional, brackets)]
pub struct Described {
    pub id: u8,
    #[path(slashes)]
    pub path: String,
    pub rest: String,
    #[query]
    pub tags: Vec<String>,
    #[query(comma)]
    pub ids: Option<Vec<u8>>,
    #[header("X-Beta")]
    pub beta: Vec<String>,
    #[idempotency_key("X-Key")]
    pub key: Option<String>,
    pub _of: std::marker::PhantomData<u8>,
    pub name: Option<String>,
}

#[endpoint(POST, "/", multipart, brackets)]
pub struct DescribedParts {
    #[part(json)]
    pub a: Option<u8>,
    #[part("text/html; charset=utf-8")]
    pub b: Vec<String>,
}

#[endpoint(POST, "/")]
pub struct DescribedNull {
    #[nullable]
    pub a: Option<u8>,
}

/// A value that a function writes, and a path parameter that is sent under another name in the body.
#[endpoint(POST, "/<id>", form)]
pub struct DescribedValues {
    #[path(body)]
    #[serde(rename = "task_id")]
    pub id: u8,
    #[query]
    #[serde(serialize_with = "in_words")]
    pub done: Option<bool>,
}

fn in_words<S: serde::Serializer>(done: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(if done.unwrap_or_default() { "yes" } else { "no" })
}

#[test]
fn every_parameter_says_how_it_is_written() {
    let text = |spec: &Spec| -> Vec<String> {
        let marks = |it: plane_api::Param| {
            let flags = [
                (it.required, "required"),
                (it.slashes, "slashes"),
                (it.nullable, "nullable"),
                (it.idempotency_key, "key"),
                (it.serialize_with, "function"),
            ];
            let flags = flags.into_iter().filter(|it| it.0).map(|it| it.1).collect::<Vec<_>>();
            let part = it.part.or(it.path).unwrap_or_default();
            format!("{} {:?} {:?} {} {part}", it.name, it.location, it.list_style, flags.join("+"))
                .trim_end()
                .to_owned()
        };
        spec.params.into_iter().map(marks).collect()
    };
    assert_eq!(
        text(Described::SPEC),
        [
            "id Path Repeat required",
            "path Path Repeat required+slashes",
            "rest Path Repeat required",
            "tags Query Brackets",
            "ids Query Comma",
            "X-Beta Header Comma",
            "X-Key Header Repeat key",
            "name Body Repeat",
        ]
    );
    let html = "b Body Brackets  text/html; charset=utf-8";
    assert_eq!(text(DescribedParts::SPEC), ["a Body Brackets  application/json", html]);
    assert_eq!(
        text(DescribedValues::SPEC),
        [
            "id Path Repeat required",
            "task_id Body Repeat required id",
            "done Query Repeat function"
        ]
    );
    assert_eq!(text(DescribedNull::SPEC), ["a Body Repeat required+nullable"]);
    let spec = Described::SPEC;
    assert_eq!(
        (spec.path, spec.brackets, spec.optional_body),
        ("/{id}/{path}/{rest..}", true, true)
    );
    assert_eq!((spec.retry_class, spec.routes_decoded), (RetryClass::Idempotent, false));
    assert!(!DescribedNull::SPEC.brackets && !DescribedNull::SPEC.optional_body);
}

/// Prints the documentation of a request as a tool would.
fn print(spec: &Spec) -> String {
    let mut text =
        format!("# {}\n\n{} {} -> {}\n", spec.name, spec.method, spec.path, spec.response);
    for paragraph in [spec.docs, spec.content_type.unwrap_or_default()] {
        if !paragraph.is_empty() {
            write!(text, "\n{paragraph}\n").unwrap();
        }
    }
    let credentials = if spec.auth { "" } else { ", without credentials" };
    write!(text, "\nrepeating it is {:?}{credentials}\n\n", spec.retry_class).unwrap();
    for param in spec.params {
        let place = match param.location {
            ParamLocation::Path => "path",
            ParamLocation::Query => "query",
            ParamLocation::Header => "header",
            _ => "body",
        };
        let required = if param.required { ", required" } else { "" };
        let entries = if param.flatten { ", entry by entry" } else { "" };
        let docs = param.docs.replace('\n', " ");
        writeln!(text, "- {} ({}, {place}{required}{entries}): {docs}", param.name, param.ty)
            .unwrap();
    }
    text
}

#[test]
fn the_documentation_of_a_request_can_be_printed() {
    assert_eq!(
        print(<UpdateTasks<'_, u8> as Endpoint>::SPEC),
        "# UpdateTasks

PATCH /projects/{project}/tasks/{path..} -> Vec<Task>

Changes tasks.

All of them, if `all` is set.

application/json

repeating it is Idempotent, without credentials

- project (u64, path, required): Id of the project.
- path (&'a str, path, required): 
- path (&'a str, body, required): 
- If-Match (String, header, required): Version of the ` task`.
- all (Option<bool>, query): `true` returns all.
- expand (Vec<&'a str>, query): 
- type (Patch<BTreeMap<String, (u8, [T; 2])>>, body): 
- more (BTreeMap<String, Value>, body, required, entry by entry): Further fields.
"
    );
    assert_eq!(
        print(ListTasks::SPEC),
        "# ListTasks

GET /{slug}/tasks -> Page<Task>

repeating it is Safe

- slug (String, path, required): 
- cursor (Option<Cursor>, query): 
"
    );
}

#[test]
fn line_breaks_in_names_and_types_are_not_documentation() {
    let param = CreateTask::SPEC.params.into_iter().next().unwrap();
    assert_eq!((param.name, param.docs), ("two lines", ""));
    let map = "BTreeMap<ids::CustomerId, ";
    assert_eq!(param.ty, format!("Option<{map}{map}Option<Value>>>>"));
}

#[test]
fn the_catalogue_says_what_its_fields_are_for() {
    let spec = plane_api::v1::customers::UpdateCustomer::SPEC;
    assert!(spec.docs.starts_with("Updates a customer"), "{}", spec.docs);
    let name = spec.params.into_iter().find(|param| param.name == "name").unwrap();
    assert_eq!((name.ty, name.docs), ("Option<String>", "Name of the customer."));
    assert_eq!(spec.retry_class, RetryClass::Never);
}
