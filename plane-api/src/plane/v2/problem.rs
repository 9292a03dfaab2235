//! [`Problem`]: what the server says is wrong, as RFC 9457 has it.
//!
//! [`Error`] has the status, the sentence and the field errors of every API. What API v2 adds is a set of documented words:
//!
//! ```no_run
//! use plane_api::{Client, v2::{problem::{ErrorCode, Problem}, states::CreateState}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let Err(error) = CreateState::new("acme", "ENG", "Done", "#26a05f").send(&client).await else {
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

/// What the server says is wrong with a request (`application/problem+json`), or with a row of a
/// [bulk request](crate::v2::bulk).
///
/// It has no status: see [`Error::status`].
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// The class of the problem. It follows from the status.
    pub r#type: Option<ProblemType>,
    /// What exactly is wrong: the same word as the type, or one that refines it.
    pub code: Option<ErrorCode>,
    /// One sentence for people. It may change; programs should use the code.
    pub detail: Option<String>,
    /// What is wrong with single fields.
    #[serde(default, deserialize_with = "lenient")]
    pub errors: Option<Vec<FieldProblem>>,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct FieldProblem {
    /// Name of the field on the wire. In bulk requests it has the row in front: `items.1.name`.
    pub field: Option<String>,
    /// What exactly is wrong.
    pub code: Option<FieldErrorCode>,
    /// One sentence for people.
    pub message: Option<String>,
}

/// Whatever has another shape counts as absent: the code is worth more than what is said of single fields.
pub(super) fn lenient<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Vec<FieldProblem>>, D::Error> {
    Value::deserialize(deserializer).map(|value| serde_json::from_value(value).ok())
}

impl Problem {
    /// The problem that a request was rejected with, if the error is a rejection in this form.
    ///
    /// Proxies, and the server when it crashes, respond with something else.
    #[must_use]
    pub fn of(error: &Error) -> Option<Self> {
        let problem: Self = error.status().and_then(|_| error.body().ok())?;
        (problem.r#type.is_some() || problem.code.is_some()).then_some(problem)
    }

    /// The request wrote to work item types, properties or states where they are not managed: in the project although
    /// the workspace manages them, or the reverse. Reads work in both places.
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

    /// The workspace is being migrated from one mode to the other. The same request succeeds when that is done.
    #[must_use]
    pub fn is_migrating(&self) -> bool {
        self.code == Some(ErrorCode::GovernanceMigrationInProgress)
    }
}

/// Whether a bulk request with `all_or_none` was rejected because of one of its rows. Nothing was written then, and
/// [`Error::field_errors`] has the rows.
#[must_use]
pub fn is_batch_failed(error: &Error) -> bool {
    // The documentation has the code `conflict`, the server `batch_failed`. Only rows have a number behind their list.
    error.status() == Some(StatusCode::CONFLICT)
        && (error.code() == Some(ErrorCode::BatchFailed.as_str())
            || error.field_errors().iter().any(|it| {
                let (list, row) = it.field.split_once('.').unwrap_or_default();
                matches!(list, "items" | "ids") && row.starts_with(|c: char| c.is_ascii_digit())
            }))
}

open_enum! {
    /// The class of a problem. Plane promises to add none.
    pub enum ProblemType {
        /// The request is not valid: 400.
        InvalidRequest = "invalid_request",
        /// The credentials are missing or not valid: 401.
        Unauthorized = "unauthorized",
        /// The plan of the workspace does not include this, or the feature is turned off: 402.
        PaymentRequired = "payment_required",
        /// The role or the scope of the credentials does not allow this: 403.
        Forbidden = "forbidden",
        /// The object does not exist, or belongs to somebody else: 404.
        NotFound = "not_found",
        /// The path does not have this method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The server responds with JSON only: 406.
        NotAcceptable = "not_acceptable",
        /// The request collides with the state of the object, or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The server accepts JSON only: 415.
        UnsupportedMediaType = "unsupported_media_type",
        /// Too many requests: 429.
        RateLimited = "rate_limited",
        /// The server failed: 500.
        ServerError = "server_error",
        /// The server cannot be reached, or is overloaded: 502, 503 or 504.
        ServiceUnavailable = "service_unavailable",
    }
}

open_enum! {
    /// What exactly is wrong. Plane adds codes.
    pub enum ErrorCode {
        /// The request is not valid: 400.
        InvalidRequest = "invalid_request",
        /// The credentials are missing or not valid: 401.
        Unauthorized = "unauthorized",
        /// The plan of the workspace does not include this, or the feature is turned off: 402.
        PaymentRequired = "payment_required",
        /// The role or the scope of the credentials does not allow this: 403.
        Forbidden = "forbidden",
        /// The object does not exist, or belongs to somebody else: 404.
        NotFound = "not_found",
        /// The path does not have this method: 405.
        MethodNotAllowed = "method_not_allowed",
        /// The server responds with JSON only: 406.
        NotAcceptable = "not_acceptable",
        /// The request collides with the state of the object, or of the workspace: 409.
        Conflict = "conflict",
        /// The body is too large: 413.
        PayloadTooLarge = "payload_too_large",
        /// The server accepts JSON only: 415.
        UnsupportedMediaType = "unsupported_media_type",
        /// Too many requests: 429.
        RateLimited = "rate_limited",
        /// The server failed: 500.
        ServerError = "server_error",
        /// The server cannot be reached, or is overloaded: 502, 503 or 504.
        ServiceUnavailable = "service_unavailable",
        /// A row of a bulk request with `all_or_none` failed, and nothing was written: 409. The documentation says
        /// `conflict`; see [`is_batch_failed`].
        BatchFailed = "batch_failed",
        /// The list is paginated by cursor only: 400.
        CountPaginationDisabled = "count_pagination_disabled",
        /// The list cannot be paginated by cursor in this order: 400. Set another `order_by`.
        OrderingNotCursorEligible = "ordering_not_cursor_eligible",
        /// The workflow of the project forbids the change of state: 403.
        WorkflowTransitionDenied = "workflow_transition_denied",
        /// The workspace manages the states of its projects: 409.
        StatesManagedAtWorkspace = "states_managed_at_workspace",
        /// The workspace manages work item types and properties: 409. Use the routes of the workspace.
        WorkItemTypesManagedAtWorkspace = "work_item_types_managed_at_workspace",
        /// Projects manage work item types and properties: 409. Use the routes of the project.
        WorkItemTypesManagedAtProject = "work_item_types_managed_at_project",
        /// The workspace is being migrated from one of these modes to the other: 409. The client retries the request, like
        /// after a 503; if the error remains, try again later.
        GovernanceMigrationInProgress = "governance_migration_in_progress",
        /// The server does not know who may see the list: 500.
        ListingAuthorizationMisconfigured = "listing_authorization_misconfigured",
    }
}

open_enum! {
    /// What is wrong with a field. Plane adds codes.
    pub enum FieldErrorCode {
        /// The field is missing.
        Required = "required",
        /// The value is not valid.
        Invalid = "invalid",
        /// Another object has the value.
        Unique = "unique",
        /// The value is not one of the enum.
        InvalidChoice = "invalid_choice",
        /// The value is too long.
        MaxLength = "max_length",
        /// The value names an object that does not exist.
        DoesNotExist = "does_not_exist",
    }
}
