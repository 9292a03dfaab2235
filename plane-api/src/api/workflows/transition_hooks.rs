//! ~ Transition hooks.

use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch, endpoint, projects::ProjectId, workflows::WorkflowId,
    workflows::transitions::WorkflowTransitionId,
};

/// Lists workflow transition hooks.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> Vec<WorkflowTransitionHook>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowTransitionHooks {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Creates a workflow transition hook.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// ~ Phase.
    pub phase: String,
    /// ~ Handler name.
    pub handler_name: String,
    /// What it needs to know.
    pub config: Value,
    /// Whether it is switched on.
    pub is_enabled: Option<bool>,
}

/// Gets a workflow transition hook.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Updates a workflow transition hook.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
    /// What it needs to know.
    pub config: Patch<Value>,
    /// Whether it is switched on.
    pub is_enabled: Patch<bool>,
}

/// Deletes a workflow transition hook.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Id of a [`WorkflowTransitionHook`].
pub type WorkflowTransitionHookId = Id<WorkflowTransitionHook>;

/// ~ workflow transition hook.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowTransitionHook {
    /// Id of the workflow transition hook.
    pub id: WorkflowTransitionHookId,
    /// ~ Phase.
    pub phase: Option<String>,
    /// ~ Handler name.
    pub handler_name: Option<String>,
    /// ~ Rule type.
    pub rule_type: Option<String>,
    /// ~ Execution order.
    pub execution_order: Option<i64>,
    /// Whether it is switched on.
    pub is_enabled: Option<bool>,
    /// What it needs to know.
    pub config: Option<Value>,
    /// ~ Secret plaintext.
    pub secret_plaintext: Option<String>,
}
