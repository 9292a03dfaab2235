//! Error responses of v2: problems as defined in RFC 9457.

use http::{StatusCode, header};
use serde_json::{Map, Value, json};

use crate::plane::sandbox::response::Response;

/// Converts a v1 error response to a v2 problem.
pub(super) fn problem(response: Response) -> Response {
    let status = match (response.status, &response.body) {
        // In v2, an invalid key is unauthorized, and an invisible object is not found.
        (StatusCode::FORBIDDEN, Some(body)) if body["detail"] == "Given API token is not valid" => {
            StatusCode::UNAUTHORIZED
        }
        (StatusCode::FORBIDDEN, _) => StatusCode::NOT_FOUND,
        (status, _) => status,
    };
    let body = match response.body {
        Some(Value::Object(body)) if body.contains_key("type") => body,
        Some(Value::Object(body)) => words(status, &body),
        _ => words(status, &Map::new()),
    };
    let mut problem = Response::json(status, body);
    problem.headers = response.headers;
    problem.with(header::CONTENT_TYPE, "application/problem+json")
}

/// Returns a problem with a single field.
pub(super) fn field_problem(field: &str, code: &str, message: &str) -> Response {
    let errors = json!([{ "field": field, "code": code, "message": message }]);
    Response::json(StatusCode::BAD_REQUEST, failed(errors))
}

fn failed(errors: Value) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), json!("invalid_request")),
        ("code".to_owned(), json!("invalid_request")),
        ("detail".to_owned(), json!("One or more fields failed validation.")),
        ("errors".to_owned(), errors),
    ])
}

fn words(status: StatusCode, body: &Map<String, Value>) -> Map<String, Value> {
    let class = class(status);
    let text = ["detail", "error", "error_message"].iter().find_map(|key| body.get(*key)?.as_str());
    if status == StatusCode::BAD_REQUEST && text.is_none() {
        let entry = |(field, messages): (&String, &Value)| {
            let message = messages.get(0).unwrap_or(messages).as_str().unwrap_or_default();
            json!({ "field": field, "code": code_of(message), "message": message })
        };
        return failed(body.iter().map(entry).collect());
    }
    let detail = match status {
        StatusCode::NOT_FOUND => "The requested resource was not found.",
        StatusCode::TOO_MANY_REQUESTS => "Rate limit exceeded.",
        _ => text.unwrap_or("The request was rejected."),
    };
    Map::from_iter([
        ("type".to_owned(), json!(class)),
        ("code".to_owned(), json!(class)),
        ("detail".to_owned(), json!(detail)),
    ])
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "unauthorized",
        402 => "payment_required",
        403 => "forbidden",
        404 => "not_found",
        405 => "method_not_allowed",
        406 => "not_acceptable",
        409 => "conflict",
        413 => "payload_too_large",
        415 => "unsupported_media_type",
        429 => "rate_limited",
        500.. => "server_error",
        _ => "invalid_request",
    }
}

/// Returns the code for a v1 error message of a field.
fn code_of(message: &str) -> &'static str {
    if message == "This field is required." {
        "required"
    } else if message.starts_with("Ensure this field has no more than") {
        "max_length"
    } else {
        "invalid"
    }
}
