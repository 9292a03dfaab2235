//! [`Problem`]: what the server says about a rejected request, in the format of RFC 9457.
//!
//! For any API, [`Error`] contains the status, the message and the field errors. For API v2, a [`Problem`] also
//! contains one of the documented codes:
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::{problem::{ErrorCode, Problem}, states::CreateState};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateState>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::CONFLICT).json(serde_json::json!({"code": "states_managed_at_workspace"})));
//! # let client = mock.client();
//! let Err(error) = CreateState::new("acme", "ENG", "Done", "#26a05f").send(&client).await else {
//! #   unreachable!("the server responds with 409");
//!     return Ok(());
//! };
//! match Problem::of(&error).and_then(|problem| problem.code) {
//!     Some(ErrorCode::StatesManagedAtWorkspace) => println!("ask an admin of the workspace"),
//!     _ if error.is_plan_required() => println!("the plan has no states"),
//!     _ => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```

use http::StatusCode;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{endpoint::open_enum::open_enum, error::Error};

/// The error of a rejected request (`application/problem+json`), or of a failed row of a [bulk
/// request](crate::v2::bulk).
///
/// A problem does not contain the status of the response: see [`Error::status`].
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// Class of the problem, which corresponds to the status of the response.
    pub r#type: Option<ProblemType>,
    /// Code of the problem: the same as the type, or more specific.
    pub code: Option<ErrorCode>,
    /// Message for people. The message may change, so programs should use the code.
    pub detail: Option<String>,
    /// Problems with individual fields.
    #[serde(default, deserialize_with = "lenient")]
    pub errors: Option<Vec<FieldProblem>>,
}

/// A problem with a field of a request.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct FieldProblem {
    /// Name of the field in the JSON of the request. In bulk requests, the index of the row comes before it:
    /// `items.1.name`.
    pub field: Option<String>,
    /// Code of the problem with the field.
    pub code: Option<FieldErrorCode>,
    /// Message for people.
    pub message: Option<String>,
}

/// Treats a value of an unexpected shape as absent, because the code matters more than the details about fields.
pub(super) fn lenient<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<FieldProblem>>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

impl Problem {
    /// Returns the problem that the response contains, or `None` if the response is missing or contains no problem.
    ///
    /// Responses of proxies, and of a server that crashed, contain no problem.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        let problem: Self = error.status().and_then(|_| error.body().ok())?;
        (problem.r#type.is_some() || problem.code.is_some()).then_some(problem)
    }

    /// Returns `true` if the request was rejected because it writes work item types, properties or states at the wrong
    /// level: in a project although the workspace manages them, or in the workspace although the projects manage them.
    /// Requests that only read work at both levels.
    #[must_use]
    pub fn is_wrong_mode(&self) -> bool {
        matches!(
            self.code,
            Some(
                ErrorCode::StatesManagedAtWorkspace
                    | ErrorCode::WorkItemTypesManagedAtWorkspace
                    | ErrorCode::WorkItemTypesManagedAtProject
            )
        )
    }

    /// Returns `true` if the request was rejected because a migration is running: the management of work item types and
    /// states is being moved between the projects and the workspace. Send the request again after the migration.
    #[must_use]
    pub fn is_migrating(&self) -> bool {
        self.code == Some(ErrorCode::GovernanceMigrationInProgress)
    }
}

/// Returns `true` if a bulk request with `all_or_none` was rejected because a row failed. In that case, nothing was
/// written, and [`Error::field_errors`] says which rows failed.
#[must_use]
pub fn is_batch_failed(error: &Error) -> bool {
    // The documentation has the code `conflict`, the server `batch_failed`. Only fields of rows have an index after the list.
    error.status() == Some(StatusCode::CONFLICT)
        && (error.code() == Some(ErrorCode::BatchFailed.as_str())
            || error.field_errors().iter().any(|it| {
                let (list, row) = it.field.split_once('.').unwrap_or_default();
                matches!(list, "items" | "ids") && row.starts_with(|c: char| c.is_ascii_digit())
            }))
}

open_enum! {
    /// Class of a problem. Plane promises to add no other classes.
    pub enum ProblemType {
        /// The request is invalid: 400.
        InvalidRequest = "invalid_request",
        /// The credentials are missing or invalid: 401.
        Unauthorized = "unauthorized",
        /// The plan of the workspace does not include the feature, or the feature is disabled: 402.
        PaymentRequired = "payment_required",
        /// The role or the scope of the credentials does not allow the request: 403.
        Forbidden = "forbidden",
        /// The object does not exist, or the caller cannot see it: 404.
        NotFound = "not_found",
        /// The path does not support the method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The header `accept` of the request does not allow JSON: 406.
        NotAcceptable = "not_acceptable",
        /// The request conflicts with the state of the object or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The body of the request is not JSON: 415.
        UnsupportedMediaType = "unsupported_media_type",
        /// The rate limit is exceeded: 429.
        RateLimited = "rate_limited",
        /// The server failed: 500.
        ServerError = "server_error",
        /// The server is unreachable or overloaded: 502, 503 or 504.
        ServiceUnavailable = "service_unavailable",
    }
}

open_enum! {
    /// Code of a problem. Plane adds codes over time.
    pub enum ErrorCode {
        /// The request is invalid: 400.
        InvalidRequest = "invalid_request",
        /// The credentials are missing or invalid: 401.
        Unauthorized = "unauthorized",
        /// The plan of the workspace does not include the feature, or the feature is disabled: 402.
        PaymentRequired = "payment_required",
        /// The role or the scope of the credentials does not allow the request: 403.
        Forbidden = "forbidden",
        /// The object does not exist, or the caller cannot see it: 404.
        NotFound = "not_found",
        /// The path does not support the method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The header `accept` of the request does not allow JSON: 406.
        NotAcceptable = "not_acceptable",
        /// The request conflicts with the state of the object or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The body of the request is not JSON: 415.
        UnsupportedMediaType = "unsupported_media_type",
        /// The rate limit is exceeded: 429.
        RateLimited = "rate_limited",
        /// The server failed: 500.
        ServerError = "server_error",
        /// The server is unreachable or overloaded: 502, 503 or 504.
        ServiceUnavailable = "service_unavailable",
        /// A row of a bulk request with `all_or_none` failed, and nothing was written: 409. Plane's documentation has
        /// the code `conflict` in this case: use [`is_batch_failed`].
        BatchFailed = "batch_failed",
        /// The list only supports pagination by cursor: 400.
        CountPaginationDisabled = "count_pagination_disabled",
        /// The sort order of the list does not support pagination by cursor: 400. Use another `order_by`.
        OrderingNotCursorEligible = "ordering_not_cursor_eligible",
        /// A workflow of the project forbids the transition to the state: 403.
        WorkflowTransitionDenied = "workflow_transition_denied",
        /// The workspace manages the states of its projects, so projects cannot change states: 409.
        StatesManagedAtWorkspace = "states_managed_at_workspace",
        /// The workspace manages work item types and properties: 409. Use the requests for types and properties of a
        /// workspace.
        WorkItemTypesManagedAtWorkspace = "work_item_types_managed_at_workspace",
        /// Projects manage work item types and properties: 409. Use the requests for types and properties of a project.
        WorkItemTypesManagedAtProject = "work_item_types_managed_at_project",
        /// The management of work item types and states is being moved between the projects and the workspace: 409. The
        /// client retries the request, as after a 503. If you still get this error, try again later.
        GovernanceMigrationInProgress = "governance_migration_in_progress",
        /// The server cannot determine who may see the list: 500.
        ListingAuthorizationMisconfigured = "listing_authorization_misconfigured",
    }
}

open_enum! {
    /// Code of a problem with a field. Plane adds codes over time.
    pub enum FieldErrorCode {
        /// The field is missing.
        Required = "required",
        /// The value is invalid.
        Invalid = "invalid",
        /// The value is already in use.
        Unique = "unique",
        /// The value is not one of the allowed values.
        InvalidChoice = "invalid_choice",
        /// The value is too long.
        MaxLength = "max_length",
        /// The value refers to an object that does not exist.
        DoesNotExist = "does_not_exist",
    }
}
