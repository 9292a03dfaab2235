//! The JSON of a request, and whether its sender accepts JSON.

use bytes::Bytes;
use http::{Request, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::plane::sandbox::{check, response::Response};

pub(super) fn accepts_json(request: &Request<Bytes>) -> bool {
    let Some(accept) = request.headers().get(header::ACCEPT) else {
        return true;
    };
    crate::text::header(accept).unwrap_or_default().split(',').any(|range| {
        matches!(essence(range).as_str(), "*/*" | "application/*" | "application/json")
    })
}

/// Returns a media type without its parameters.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Decodes the JSON object of a request. A missing body counts as an empty object.
pub(super) fn object(request: &Request<Bytes>) -> Result<Map<String, Value>, Response> {
    let body = request.body();
    if body.is_empty() {
        return Ok(Map::new());
    }
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(crate::text::header).unwrap_or_default();
    if essence(content_type) != "application/json" {
        let text = format!("Unsupported media type \"{content_type}\" in request.");
        return Err(Response::detail(StatusCode::UNSUPPORTED_MEDIA_TYPE, text));
    }
    let value = serde_json::from_slice(body)
        .map_err(|error| Response::detail(StatusCode::BAD_REQUEST, parse_error(body, &error)))?;
    let reason = match value {
        Value::Object(object) => return Ok(object),
        Value::Null => String::from("No data provided"),
        other => {
            let kind = check::type_name(&other);
            format!("Invalid data. Expected a dictionary, but got {kind}.")
        }
    };
    Err(Response::json(StatusCode::BAD_REQUEST, json!({ "non_field_errors": [reason] })))
}

/// Formats a parse error like Plane, with lines and columns starting at one and characters at zero.
fn parse_error(body: &[u8], error: &serde_json::Error) -> String {
    let line = error.line().max(1);
    // At the end of the input, the parser reports the last byte and Plane the position after it.
    let column = if error.is_eof() { error.column() + 1 } else { error.column().max(1) };
    let lines_before = body.split(|byte| *byte == b'\n').take(line - 1);
    let offset = lines_before.map(|line| line.len() + 1).sum::<usize>() + column - 1;
    format!("JSON parse error - Expecting value: line {line} column {column} (char {offset})")
}
