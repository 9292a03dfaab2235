//! ~ Workflow transitions.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch, endpoint, states::StateId, users::UserId, workflows::states::WorkflowStateId,
    workspaces::workflows::WorkspaceWorkflowId,
};

/// Lists workspace workflow transitions.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/" -> Vec<WorkspaceWorkflowTransition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitions {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
}

/// Creates a workspace workflow transition.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/" -> WorkspaceWorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    /// Its state.
    pub state_id: StateId,
    /// ~ Transition state id.
    pub transition_state_id: StateId,
    /// ~ Rejection state id.
    pub rejection_state_id: Option<StateId>,
    /// ~ Required approvals.
    pub required_approvals: Option<i64>,
    /// The members.
    pub member_ids: Option<Vec<UserId>>,
}

/// Gets a workspace workflow transition.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkspaceWorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
}

/// Updates a workspace workflow transition.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkspaceWorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    /// ~ Transition state id.
    pub transition_state_id: Patch<StateId>,
    /// ~ Rejection state id.
    pub rejection_state_id: Patch<StateId>,
    /// ~ Required approvals.
    pub required_approvals: Patch<i64>,
    /// The members.
    pub member_ids: Patch<Vec<UserId>>,
}

/// Deletes a workspace workflow transition.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
}

/// Id of a [`WorkspaceWorkflowTransition`].
pub type WorkspaceWorkflowTransitionId = Id<WorkspaceWorkflowTransition>;

/// ~ workspace workflow transition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowTransition {
    /// Id of the workspace workflow transition.
    pub id: WorkspaceWorkflowTransitionId,
    /// ~ Workflow state id.
    pub workflow_state_id: Option<WorkflowStateId>,
    /// ~ Transition state id.
    pub transition_state_id: Option<StateId>,
    /// ~ Rejection state id.
    pub rejection_state_id: Option<StateId>,
    /// ~ Required approvals.
    pub required_approvals: Option<i64>,
    /// The members.
    pub member_ids: Option<Vec<UserId>>,
    /// ~ Pre hooks.
    pub pre_hooks: Option<Vec<Value>>,
    /// ~ Post hooks.
    pub post_hooks: Option<Vec<Value>>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}
