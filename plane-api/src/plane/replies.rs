//! Mocks of Plane: its conventions, and its error responses as recorded.

use http::StatusCode;
use serde_json::{Map, Value, json};

use crate::{
    client::Client,
    testing::{Mock, Reply},
};

impl Mock {
    /// Creates a mock of Plane. The clients of the mock know Plane's API root and the meaning of Plane's error messages.
    #[must_use]
    pub fn plane() -> Self {
        Self::of(Client::plane)
    }
}

/// Error responses of Plane.
impl Reply {
    /// The object does not exist: 404. See [`Error::is_not_found`](crate::Error::is_not_found).
    pub fn not_found() -> Self {
        Self::error(StatusCode::NOT_FOUND, "The requested resource does not exist.")
    }

    /// The server has no such route: 404. See [`Error::is_route_missing`](crate::Error::is_route_missing).
    pub fn route_missing() -> Self {
        Self::error(StatusCode::NOT_FOUND, "Page not found.")
    }

    /// The API key is missing: 401. See [`Error::is_unauthorized`](crate::Error::is_unauthorized).
    pub fn unauthenticated() -> Self {
        Self::detail(StatusCode::UNAUTHORIZED, "Authentication credentials were not provided.")
    }

    /// Plane rejects the API key: 403. See [`Error::is_unauthorized`](crate::Error::is_unauthorized).
    pub fn unauthorized() -> Self {
        Self::detail(StatusCode::FORBIDDEN, "Given API token is not valid")
    }

    /// The API key lacks the permission, or the workspace or project is unknown: 403. See
    /// [`Error::is_forbidden`](crate::Error::is_forbidden).
    pub fn forbidden() -> Self {
        Self::detail(StatusCode::FORBIDDEN, "You do not have permission to perform this action.")
    }

    /// Fields are invalid: 400, with a message for each field. See [`Error::field_errors`](crate::Error::field_errors).
    ///
    /// ```
    /// use plane_api::testing::Reply;
    ///
    /// let reply = Reply::field_errors([("name", "This field may not be blank.")]);
    /// ```
    pub fn field_errors<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut errors = Map::new();
        for (field, message) in fields {
            let messages = errors.entry(field).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(messages) = messages {
                messages.push(message.into());
            }
        }
        Self::new(StatusCode::BAD_REQUEST).json(errors)
    }

    /// The request conflicts with the object that has this id: 409. See [`Error::existing_id`](crate::Error::existing_id).
    pub fn conflict(existing_id: &str) -> Self {
        let error = "Issue with the same external id and external source already exists";
        Self::new(StatusCode::CONFLICT).json(json!({ "error": error, "id": existing_id }))
    }

    /// The rate limit is exceeded: 429. `retry_after` is the value of `Retry-After`, in seconds. See
    /// [`Error::is_rate_limited`](crate::Error::is_rate_limited).
    pub fn rate_limited(retry_after: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS)
            .json(json!({ "error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED" }))
            .header("retry-after", &retry_after.to_string())
    }

    /// The plan of the workspace does not include the feature: 402. See
    /// [`Error::is_plan_required`](crate::Error::is_plan_required), which also recognizes a 400 that asks for an
    /// upgrade.
    pub fn plan_required() -> Self {
        Self::error(StatusCode::PAYMENT_REQUIRED, "Payment required")
    }

    /// The server fails: 500.
    pub fn server_error() -> Self {
        Self::error(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something went wrong please try again later",
        )
    }

    /// Any other error, in Plane's most common format: `{"error": "…"}`.
    pub fn error(status: StatusCode, message: &str) -> Self {
        Self::new(status).json(json!({ "error": message }))
    }

    /// An error in the format of Plane's web framework.
    fn detail(status: StatusCode, message: &str) -> Self {
        Self::new(status).json(json!({ "detail": message }))
    }
}
