//! A document of a user's own endpoints, from their `Spec`. An independent validator accepts the file, and our measure
//! finds that its operations can be declared exactly.

use std::{collections::BTreeMap, fs, path::Path};

use plane_api::{
    Body, Bytes, Endpoint, Events, FilePart, Id, Lines, Page, Patch, RawResponse, Redirect, Value,
    endpoint, openapi::Api,
};
use plane_tests::{
    description::print,
    openapi::{Verdict, measure},
};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Robot {
    id: Id<Self>,
}

/// Lists the robots of a fleet: see [`Robot`].
#[endpoint(GET, "/fleets/<fleet>/robots?beta=true" -> Page<Robot>, header("X-Client" = "tests"))]
struct ListRobots {
    /// The fleet.
    fleet: u32,
    /// Labels that a robot has.
    #[query(brackets)]
    label: Vec<String>,
    #[query(comma)]
    expand: Vec<String>,
    created: Option<BTreeMap<String, String>>,
    #[flatten]
    filters: BTreeMap<String, String>,
    #[page(number)]
    page: Option<u32>,
    #[page(size = 100)]
    size: Option<u32>,
}

/// Creates a robot. A name is unique in its fleet.
#[endpoint(POST, "/fleets/<fleet>/robots" -> Robot)]
struct CreateRobot {
    fleet: u32,
    name: String,
    #[nullable]
    owner: Option<String>,
    battery: Patch<f64>,
    parts: Option<Vec<Robot>>,
    settings: Option<BTreeMap<String, Value>>,
    #[idempotency_key("Idempotency-Key")]
    key: Option<String>,
}

#[endpoint(PATCH, "/v2/robots/<robot>", root = "/beta", header("Content-Type" = "application/merge-patch+json"))]
struct ReplaceRobot {
    robot: Id<Robot>,
    #[body]
    changes: BTreeMap<String, Value>,
}

#[endpoint(POST, "/robots/<robot>/pictures" -> Option<Robot>, multipart)]
struct AddPicture {
    robot: Id<Robot>,
    picture: FilePart,
    #[part(json)]
    about: Option<Robot>,
}

#[endpoint(POST, "/token", form, auth = none)]
struct GetToken {
    grant_type: String,
    scope: Vec<String>,
}

#[endpoint(PUT, "/files/<path..>" -> ())]
struct PutFile {
    path: String,
    #[header("Content-Type")]
    media: String,
    #[body]
    content: Body,
}

#[endpoint(GET, "/files/<path..>" -> Bytes)]
struct GetFile {
    path: String,
}

#[endpoint(GET, "/files" -> Redirect)]
struct FindFile {
    name: String,
}

#[endpoint(GET, "/events" -> Events<Robot>)]
struct GetEvents {}

#[endpoint(GET, "/log" -> Lines<Vec<Robot>>)]
struct GetLog {}

#[endpoint(GET, "/version" -> String, decode = RawResponse::text)]
struct GetVersion {}

/// Gets the robot with this name.
#[endpoint(GET, "/fleets/<id>/robots" -> Robot)]
struct GetRobotByName {
    id: u32,
    name: String,
}

fn document() -> Value {
    let api =
        Api { title: "Robots", version: "1.0", server: "https://robots.example", api_root: "/v1" };
    api.document(&[
        ListRobots::SPEC,
        CreateRobot::SPEC,
        ReplaceRobot::SPEC,
        AddPicture::SPEC,
        GetToken::SPEC,
        PutFile::SPEC,
        GetFile::SPEC,
        FindFile::SPEC,
        GetEvents::SPEC,
        GetLog::SPEC,
        GetVersion::SPEC,
        GetRobotByName::SPEC,
    ])
}

#[test]
fn the_document_of_own_endpoints_is_the_one_that_a_validator_accepts() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/openapi/own.json");
    let expected = print(&document());
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == expected, "tests/fixtures/openapi/own.json should be:\n{expected}");
}

#[test]
fn own_endpoints_can_be_declared_exactly_from_their_document() {
    let report = measure(&document()).unwrap();
    assert_eq!(report.operations.len(), 11);
    let inexact = report.operations.iter().filter(|it| it.verdict() != Verdict::Exact);
    assert_eq!(inexact.collect::<Vec<_>>().len(), 0, "{report}");
}
