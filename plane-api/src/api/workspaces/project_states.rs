//! ~ Project states.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Id, Patch, common::WorkspaceId, endpoint, users::UserId};

/// Lists workspace project states.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-states/" -> Vec<WorkspaceProjectState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectStates {
    pub workspace_slug: String,
}

/// Creates a workspace project state.
#[endpoint(POST, "/workspaces/<workspace_slug>/project-states/" -> WorkspaceProjectState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectState {
    pub workspace_slug: String,
    /// Name of the workspace project state.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// What the state means.
    pub group: Option<String>,
    /// Place among its kind, in ascending order.
    pub sequence: Option<f64>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// ~ Description.
    pub description: Option<String>,
}

/// Updates a workspace project state.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/project-states/<state_id>/" -> WorkspaceProjectState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectState {
    pub workspace_slug: String,
    pub state_id: WorkspaceProjectStateId,
    /// Name of the workspace project state.
    pub name: Patch<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// What the state means.
    pub group: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sequence: Patch<f64>,
    /// Whether new work items get it.
    pub default: Patch<bool>,
    /// ~ Description.
    pub description: Patch<String>,
}

/// Deletes a workspace project state.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/project-states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectState {
    pub workspace_slug: String,
    pub state_id: WorkspaceProjectStateId,
}

/// Id of a [`WorkspaceProjectState`].
pub type WorkspaceProjectStateId = Id<WorkspaceProjectState>;

/// ~ workspace project state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceProjectState {
    /// Id of the workspace project state.
    pub id: WorkspaceProjectStateId,
    /// Name of the workspace project state.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// What the state means.
    pub group: Option<String>,
    /// Place among its kind, in ascending order.
    pub sequence: Option<f64>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the workspace project state in another system.
    pub external_id: Option<String>,
}
