//! ~ States.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Id, Patch, endpoint, projects::ProjectId, states::StateId, workflows::WorkflowId};

/// Lists workflow states.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/" -> Vec<WorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Attaches workflow states.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// ~ State ids.
    pub state_ids: Vec<StateId>,
}

/// Updates a workflow state.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/" -> WorkflowState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// ~ Type.
    pub r#type: Patch<String>,
    /// ~ Allow issue creation.
    pub allow_issue_creation: Patch<bool>,
    /// Whether new ones get it.
    pub is_default: Patch<bool>,
}

/// Detaches a workflow state.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
}

/// Transfers a workflow state.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/transfer/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// ~ New state id.
    pub new_state_id: StateId,
}

/// Id of a [`WorkflowState`].
pub type WorkflowStateId = Id<WorkflowState>;

/// ~ workflow state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowState {
    /// Id of the workflow state.
    pub id: WorkflowStateId,
    /// Its state.
    pub state_id: Option<StateId>,
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
    /// ~ Type.
    pub r#type: Option<String>,
    /// ~ Allow issue creation.
    pub allow_issue_creation: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
