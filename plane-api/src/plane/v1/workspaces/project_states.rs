//! Project states: the stages that the [projects](crate::v1::projects) of a workspace pass through, from draft to
//! completed.
//!
//! For states of work items, see [`states`](crate::v1::states). Project states are part of Plane's commercial editions:
//! the Community Edition lacks these routes ([`Error::is_route_missing`](crate::Error::is_route_missing)). Only Plane's
//! SDKs define these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workspaces::project_states::ListWorkspaceProjectStates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceProjectStates>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! for state in ListWorkspaceProjectStates::new("my-workspace").send(&client).await? {
//!     println!("{}: {:?}", state.id, state.name);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::{UserId, WorkspaceId, WorkspaceProjectStateId},
};

/// Lists the project states of a workspace, without pagination.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-states/" -> Vec<WorkspaceProjectState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectStates {
    pub workspace_slug: String,
}

/// Creates a project state.
#[endpoint(POST, "/workspaces/<workspace_slug>/project-states/" -> WorkspaceProjectState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectState {
    pub workspace_slug: String,
    /// Name of the state.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// State group, as an undocumented string.
    pub group: Option<String>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// `true` if the state is the default for new projects.
    pub default: Option<bool>,
    /// Description, as plain text.
    pub description: Option<String>,
}

/// Updates a project state. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/project-states/<state_id>/" -> WorkspaceProjectState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectState {
    pub workspace_slug: String,
    pub state_id: WorkspaceProjectStateId,
    /// Name of the state.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// State group, as an undocumented string.
    pub group: Patch<String>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Patch<f64>,
    /// `true` if the state is the default for new projects.
    pub default: Patch<bool>,
    /// Description, as plain text.
    pub description: Patch<String>,
}

/// Deletes a project state.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/project-states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectState {
    pub workspace_slug: String,
    pub state_id: WorkspaceProjectStateId,
}

/// A stage that projects pass through.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceProjectState {
    /// Id of the state.
    pub id: WorkspaceProjectStateId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the state.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// State group, as an undocumented string.
    pub group: Option<String>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// `true` if the state is the default for new projects.
    pub default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the state in another system.
    pub external_id: Option<String>,
    /// User who created the state.
    pub created_by: Option<UserId>,
    /// User who last changed the state.
    pub updated_by: Option<UserId>,
    /// Workspace that the state belongs to.
    pub workspace: Option<WorkspaceId>,
}
