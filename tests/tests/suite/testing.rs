//! The mocks of the feature `testing`: expectations, replies and messages.

mod expectations;
mod failures;
mod recording;
mod replies;

use std::panic::{AssertUnwindSafe, catch_unwind};

use plane_api::{
    Bytes, Client, Delivery, Endpoint, Error, ErrorKind, Method, Page, RawResponse, RequestWriter,
    Result, RetryPolicy, Spec, Stage, Value, endpoint,
    http::{StatusCode, header},
    testing::{Mock, Reply},
};
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize, PartialEq)]
pub struct Task {
    pub id: u32,
}

// A request needs no derives to be used with a mock.

#[endpoint(GET, "/projects/<project>/tasks/<task>/" -> Task)]
pub struct GetTask {
    pub project: String,
    pub task: u32,
    pub label: Vec<String>,
    pub expand: Option<String>,
}

#[endpoint(PATCH, "/projects/<project>/tasks/<task>/" -> Task)]
pub struct UpdateTask {
    pub project: String,
    pub task: u32,
    pub name: Option<String>,
    pub labels: Option<Vec<String>>,
    #[query]
    pub notify: Option<bool>,
    #[header("If-Match")]
    pub version: Option<String>,
}

#[endpoint(GET, "/tasks/" -> Page<Task>)]
pub struct ListTasks {
    pub cursor: Option<plane_api::Cursor>,
}

#[endpoint(DELETE, "/tasks/<task>/" -> ())]
pub struct DeleteTask {
    pub task: u32,
}

#[endpoint(PUT, "/files/<file>" -> Bytes)]
pub struct PutFile {
    pub file: String,
    #[body]
    pub content: Bytes,
}

/// Returns the panic message of a closure.
fn panic_of(work: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(work)).unwrap_err();
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => (*payload.downcast::<&str>().unwrap()).to_owned(),
    }
}

/// Returns the report of a failed verification. The mock reports it only once, so it can be dropped.
fn failure_of(mock: &Mock) -> String {
    panic_of(|| mock.verify())
}

fn is_unexpected<T: std::fmt::Debug>(result: Result<T>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::EXPECTATION_FAILED), "{error}");
    assert_eq!((error.delivery(), error.attempts()), (Delivery::Rejected, 1));
    error.detail().unwrap().to_owned()
}
