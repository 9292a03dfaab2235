//! Bulk requests for states, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::states::bulk::{BulkCreateStates, CreateStateRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateStates>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateStateRow { name: "In review".into(), color: "#f5a623".into(), ..Default::default() };
//! let response = BulkCreateStates::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ProjectId, StateId},
        v2::{bulk::BulkResponse, common::StateGroup},
    },
};

/// Creates up to 50 states. Needs the scope `projects.states:write`.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/bulk-create/" -> BulkResponse<StateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each state, 1 to 50.
    pub items: Vec<CreateStateRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 states. Needs the scope `projects.states:write`.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/bulk-delete/" -> BulkResponse<StateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the states, 1 to 50.
    pub ids: Vec<StateId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 states. Unset fields are left unchanged. Needs the scope `projects.states:write`.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/bulk-update/" -> BulkResponse<StateId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each state, 1 to 50.
    pub items: Vec<UpdateStateRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateStates`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateStateRow {
    /// Name of the state, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Group of the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<StateGroup>,
    /// `true` if new work items start in this state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Position among the states: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the state in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateStates`]: the id of the state, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateStateRow {
    /// Id of the state.
    pub id: StateId,
    /// Name of the state, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Group of the state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<StateGroup>,
    /// `true` if new work items start in this state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Position among the states: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the state in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
