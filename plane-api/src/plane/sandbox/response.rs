//! Responses of the engine before they are serialized, and Plane's standard error responses.

use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

/// A response: a status, the relevant headers and, unless it is empty, a JSON body.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Response {
    pub(super) status: StatusCode,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Option<Value>,
}

/// Both outcomes are responses; the error ends the processing early.
pub(super) type Outcome = Result<Response, Response>;

impl Response {
    pub(super) fn json(status: StatusCode, body: impl Into<Value>) -> Self {
        Self { status, headers: Vec::new(), body: Some(body.into()) }
    }

    pub(super) fn empty(status: StatusCode) -> Self {
        Self { status, headers: Vec::new(), body: None }
    }

    /// Returns an error in the format of Plane's web framework: `{"detail": …}`.
    pub(super) fn detail(status: StatusCode, text: impl Into<String>) -> Self {
        Self::json(status, json!({ "detail": text.into() }))
    }

    /// Returns an error in Plane's own format: `{"error": …}`.
    pub(super) fn error(status: StatusCode, text: impl Into<String>) -> Self {
        Self::json(status, json!({ "error": text.into() }))
    }

    /// Adds a header. A value with invalid characters is omitted.
    pub(super) fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    pub(super) fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    pub(super) fn no_such_route() -> Self {
        Self::error(StatusCode::NOT_FOUND, "Page not found.")
    }

    pub(super) fn no_such_object() -> Self {
        Self::error(StatusCode::NOT_FOUND, "The requested resource does not exist.")
    }

    pub(super) fn server_error() -> Self {
        let text = "Something went wrong please try again later";
        Self::error(StatusCode::INTERNAL_SERVER_ERROR, text)
    }

    pub(super) fn body_too_large() -> Self {
        let detail = "The size of the request body exceeds the maximum allowed size.";
        let body = json!({ "error": "REQUEST_BODY_TOO_LARGE", "detail": detail });
        Self::json(StatusCode::PAYLOAD_TOO_LARGE, body)
    }

    pub(super) fn invalid(errors: Map<String, Value>) -> Self {
        Self::json(StatusCode::BAD_REQUEST, errors)
    }

    pub(super) fn throttled(retry_after: u64) -> Self {
        let body = json!({ "error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED" });
        Self::json(StatusCode::TOO_MANY_REQUESTS, body)
            .with(header::RETRY_AFTER, &retry_after.to_string())
    }

    pub(super) fn moved(location: &str) -> Self {
        Self::empty(StatusCode::MOVED_PERMANENTLY)
            .with(header::CONTENT_TYPE, "text/html; charset=utf-8")
            .with(header::LOCATION, location)
    }
}
