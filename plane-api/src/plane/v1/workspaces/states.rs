//! Workspace states: work item states that the workspace manages for all its projects. In other workspaces, each
//! [project](crate::v1::states) manages its own states.
//!
//! [`states_owned_by_workspace`](crate::v1::workspaces::UpdateWorkspaceFeatures::states_owned_by_workspace) enables
//! them. Workspace states are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Only Plane's Python SDK defines these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::{states::StateGroup, workspaces::states::CreateWorkspaceState};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceState>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let state =
//!     CreateWorkspaceState::new("my-workspace", "In review", "#f59e0b", StateGroup::Started)
//!         .send(&client)
//!         .await?;
//! println!("{}", state.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::StateId,
        v1::states::{State, StateGroup},
    },
};

/// Lists the states of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/states/" -> Page<State>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceStates {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a state of a workspace.
#[endpoint(POST, "/workspaces/<workspace_slug>/states/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceState {
    pub workspace_slug: String,
    /// Name of the state.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: String,
    /// State group. [`Triage`](StateGroup::Triage) cannot be used.
    pub group: StateGroup,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the state in another system.
    pub external_id: Option<String>,
}

/// Gets a state of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
}

/// Updates a state of a workspace. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
    /// Name of the state.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// State group. [`Triage`](StateGroup::Triage) cannot be used.
    pub group: Option<StateGroup>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the state in another system.
    pub external_id: Patch<String>,
}

/// Deletes a state of a workspace.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
}

/// Gets the workspace state with this id in another system.
// This is the route of the list: if both fields are set, Plane sends an object instead of a page.
#[endpoint(GET, "/workspaces/<workspace_slug>/states/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceStateByExternalId {
    pub workspace_slug: String,
    /// Name of the system that `external_id` comes from.
    pub external_source: String,
    /// Id of the state in that system.
    pub external_id: String,
}
