//! ~ States.

use crate::{
    Cursor, Page, Patch, endpoint,
    states::{State, StateGroup, StateId},
};

/// Lists workspace states.
// NOTE: with query external_id+external_source answers one State instead of a page
#[endpoint(GET, "/workspaces/<workspace_slug>/states/" -> Page<State>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceStates {
    pub workspace_slug: String,
    /// Id of the workspace state in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a workspace state.
#[endpoint(POST, "/workspaces/<workspace_slug>/states/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceState {
    pub workspace_slug: String,
    /// Name of the workspace state.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: String,
    /// What the state means.
    pub group: StateGroup,
    /// ~ Description.
    pub description: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the workspace state in another system.
    pub external_id: Option<String>,
}

/// Gets a workspace state.
#[endpoint(GET, "/workspaces/<workspace_slug>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
}

/// Updates a workspace state.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
    /// Name of the workspace state.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// ~ Description.
    pub description: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the workspace state in another system.
    pub external_id: Patch<String>,
}

/// Deletes a workspace state.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceState {
    pub workspace_slug: String,
    pub state_id: StateId,
}
