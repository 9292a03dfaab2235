//! ~ Workflow states.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{Id, Patch, endpoint, states::StateId, workspaces::workflows::WorkspaceWorkflowId};

/// Adds workspace workflow states.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/" -> Vec<WorkspaceWorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddWorkspaceWorkflowStates {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    /// ~ State ids.
    pub state_ids: Vec<StateId>,
}

/// Updates a workspace workflow state.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> WorkspaceWorkflowState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub state_id: StateId,
    /// ~ Type.
    pub r#type: Patch<String>,
    /// ~ Allow issue creation.
    pub allow_issue_creation: Patch<bool>,
    /// Whether new ones get it.
    pub is_default: Patch<bool>,
}

/// Removes a workspace workflow state.
// NOTE: optional JSON body on a DELETE
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub state_id: StateId,
    /// ~ New default state id.
    pub new_default_state_id: Option<StateId>,
    /// Which state takes the place of which.
    pub state_mapping: Option<BTreeMap<String, String>>,
}

/// Sets a default workspace workflow state.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/mark-default/" -> WorkspaceWorkflowState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub state_id: StateId,
}

/// Id of a [`WorkspaceWorkflowState`].
pub type WorkspaceWorkflowStateId = Id<WorkspaceWorkflowState>;

/// ~ workspace workflow state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowState {
    /// Id of the workspace workflow state.
    pub id: WorkspaceWorkflowStateId,
    /// Its state.
    pub state_id: Option<StateId>,
    /// ~ Type.
    pub r#type: Option<String>,
    /// ~ Allow issue creation.
    pub allow_issue_creation: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// Place among its kind, in ascending order.
    pub sequence: Option<f64>,
    /// ~ Transitions.
    pub transitions: Option<Vec<Value>>,
}
