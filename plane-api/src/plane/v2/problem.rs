//! Problems that the server reports, in the format of RFC 9457: [`Problem`].
//!
//! [`Error`] has the status, the message and the field errors, as for any API. API v2 also documents a set of codes:
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

/// A problem that the server reports with a request (`application/problem+json`) or with a row of a
/// [bulk request](crate::v2::bulk).
///
/// For the status, see [`Error::status`].
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// Class of the problem. It follows from the status.
    pub r#type: Option<ProblemType>,
    /// Code of the problem: the same as the type, or more specific.
    pub code: Option<ErrorCode>,
    /// Message for people. It may change; programs should use the code.
    pub detail: Option<String>,
    /// Problems with individual fields.
    #[serde(default, deserialize_with = "lenient")]
    pub errors: Option<Vec<FieldProblem>>,
}

/// A problem with a field.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct FieldProblem {
    /// Name of the field on the wire. In bulk requests the row comes first: `items.1.name`.
    pub field: Option<String>,
    /// Code of the problem.
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
    /// Returns the problem with which the server rejected the request, if the error is a rejection in this form.
    ///
    /// Proxies, and the server when it crashes, respond in other formats.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        let problem: Self = error.status().and_then(|_| error.body().ok())?;
        (problem.r#type.is_some() || problem.code.is_some()).then_some(problem)
    }

    /// Returns `true` if the request wrote work item types, properties or states at the wrong level: in the project
    /// although the workspace manages them, or the reverse. Reads work at both levels.
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

    /// Returns `true` if the workspace is being migrated from one mode to the other. The same request succeeds after
    /// the migration.
    #[must_use]
    pub fn is_migrating(&self) -> bool {
        self.code == Some(ErrorCode::GovernanceMigrationInProgress)
    }
}

/// Returns `true` if a bulk request with `all_or_none` was rejected because of one of its rows. In that case nothing
/// was written, and [`Error::field_errors`] contains the rows.
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
        /// The object does not exist or belongs to someone else: 404.
        NotFound = "not_found",
        /// The path does not support the method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The server only responds with JSON: 406.
        NotAcceptable = "not_acceptable",
        /// The request conflicts with the state of the object or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The server only accepts JSON: 415.
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
        /// The object does not exist or belongs to someone else: 404.
        NotFound = "not_found",
        /// The path does not support the method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The server only responds with JSON: 406.
        NotAcceptable = "not_acceptable",
        /// The request conflicts with the state of the object or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The server only accepts JSON: 415.
        UnsupportedMediaType = "unsupported_media_type",
        /// The rate limit is exceeded: 429.
        RateLimited = "rate_limited",
        /// The server failed: 500.
        ServerError = "server_error",
        /// The server is unreachable or overloaded: 502, 503 or 504.
        ServiceUnavailable = "service_unavailable",
        /// A row of a bulk request with `all_or_none` failed, and nothing was written: 409. The documentation calls it
        /// `conflict`; see [`is_batch_failed`].
        BatchFailed = "batch_failed",
        /// The list only supports pagination by cursor: 400.
        CountPaginationDisabled = "count_pagination_disabled",
        /// This order does not support pagination by cursor: 400. Use another `order_by`.
        OrderingNotCursorEligible = "ordering_not_cursor_eligible",
        /// The workflow of the project forbids the transition: 403.
        WorkflowTransitionDenied = "workflow_transition_denied",
        /// The workspace manages the states of its projects: 409.
        StatesManagedAtWorkspace = "states_managed_at_workspace",
        /// The workspace manages work item types and properties: 409. Use the workspace's endpoints.
        WorkItemTypesManagedAtWorkspace = "work_item_types_managed_at_workspace",
        /// Projects manage work item types and properties: 409. Use the project's endpoints.
        WorkItemTypesManagedAtProject = "work_item_types_managed_at_project",
        /// The workspace is being migrated from one of these modes to the other: 409. The client retries the request, like
        /// after a 503; if the error remains, try again later.
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
