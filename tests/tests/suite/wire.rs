//! Every type of field and response on the wire: method, path, query, headers and body, byte for byte.

mod bodies;
mod brackets;
mod constants;
mod flat;
mod forms;
mod headers;
mod multipart;
mod odd;
mod paths;
mod presence;
mod queries;
mod slashes;
mod spec;

use std::{borrow::Cow, collections::BTreeMap};

use plane_api::{
    Bytes, Cursor, Endpoint, Id, Page, ParamLocation, Patch, Redirect, ResponseKind, Result,
    RetryClass, Value, endpoint,
};
use serde::{Deserialize, Serialize};

/// Returns the text of a request: `PATCH /a/b?c=d`, one header per line, an empty line and the body.
fn wire<E: Endpoint>(request: &E) -> String {
    render(plane_api::generated::build(request))
}

fn render(request: Result<http::Request<plane_api::Body>>) -> String {
    let (parts, body) = request.unwrap().into_parts();
    let mut text = format!("{} {}\n", parts.method, parts.uri);
    for (name, value) in &parts.headers {
        text += &format!("{name}: {}\n", value.to_str().unwrap());
    }
    text += "\n";
    text + std::str::from_utf8(body.as_bytes().unwrap()).unwrap()
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Thing {
    pub id: u64,
}
