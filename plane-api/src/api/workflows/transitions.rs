//! ~ Transitions.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch, endpoint, projects::ProjectId, states::StateId, users::UserId,
    workflows::WorkflowId, workflows::states::WorkflowStateId,
};

/// Lists workflow transitions.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/" -> Vec<WorkflowTransition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowTransitions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Creates a workflow transition.
// NOTE: 400 with "already exists" is treated as success by both SDKs
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Its state.
    pub state_id: StateId,
    /// ~ Transition state id.
    pub transition_state_id: StateId,
    /// ~ Type.
    pub r#type: Option<String>,
    /// The members.
    pub member_ids: Option<Vec<UserId>>,
    /// ~ Pre rules.
    pub pre_rules: Option<Vec<Value>>,
    /// ~ Post rules.
    pub post_rules: Option<Vec<Value>>,
}

/// Gets a workflow transition.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Updates a workflow transition.
// NOTE: python SDK: no body; node SDK: WorkflowTransition
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// ~ Pre rules.
    pub pre_rules: Patch<Vec<Value>>,
    /// ~ Post rules.
    pub post_rules: Patch<Vec<Value>>,
}

/// Deletes a workflow transition.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Id of a [`WorkflowTransition`].
pub type WorkflowTransitionId = Id<WorkflowTransition>;

/// ~ workflow transition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowTransition {
    /// Id of the workflow transition.
    pub id: WorkflowTransitionId,
    /// Its state.
    pub state_id: Option<StateId>,
    /// ~ Transition state id.
    pub transition_state_id: Option<StateId>,
    /// ~ Type.
    pub r#type: Option<String>,
    /// The members.
    pub member_ids: Option<Vec<UserId>>,
    /// ~ Pre rules.
    pub pre_rules: Option<Vec<Value>>,
    /// ~ Post rules.
    pub post_rules: Option<Vec<Value>>,
    /// ~ Workflow state id.
    pub workflow_state_id: Option<WorkflowStateId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the workflow transition in another system.
    pub external_id: Option<String>,
}
