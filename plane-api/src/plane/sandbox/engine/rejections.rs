//! Responses that reject a request.

use http::{Method, StatusCode};
use serde_json::json;

use crate::plane::sandbox::{
    resource::{Conflict, Key, Resource},
    response::Response,
    route::Target,
};

pub(super) const FULL: &str = "the sandbox is full: delete objects, or start another one";

pub(super) fn full() -> Response {
    Response::error(StatusCode::INSUFFICIENT_STORAGE, FULL)
}

pub(super) fn not_allowed(method: &Method) -> Response {
    let text = format!("Method \"{method}\" not allowed.");
    Response::detail(StatusCode::METHOD_NOT_ALLOWED, text)
}

pub(super) fn missing(target: &Target) -> Response {
    match target.resource.missing {
        Some(text) => Response::detail(StatusCode::NOT_FOUND, text),
        None => Response::no_such_object(),
    }
}

pub(super) fn conflict(resource: &Resource, key: &Key, id: &str) -> Response {
    match key.conflict {
        Conflict::Named(phrase) => {
            let text = format!("{} with the same {phrase}", resource.noun);
            Response::json(StatusCode::CONFLICT, json!({ "error": text, "id": id }))
        }
        Conflict::Coded(code, text) => {
            let body = json!({ "id": id, "code": code, "error": text, "message": text });
            Response::json(StatusCode::BAD_REQUEST, body)
        }
        Conflict::Field(field, text) => {
            Response::json(StatusCode::CONFLICT, json!({ field: text }))
        }
    }
}
