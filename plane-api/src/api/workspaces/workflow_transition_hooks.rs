//! ~ Workflow transition hooks.

use serde_json::Value;

use crate::{
    Patch, endpoint,
    workflows::transition_hooks::{WorkflowTransitionHook, WorkflowTransitionHookId},
    workspaces::workflow_transitions::WorkspaceWorkflowTransitionId,
    workspaces::workflows::WorkspaceWorkflowId,
};

/// Lists workspace workflow transition hooks.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> Vec<WorkflowTransitionHook>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitionHooks {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
}

/// Creates a workspace workflow transition hook.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    /// ~ Phase.
    pub phase: String,
    /// ~ Handler name.
    pub handler_name: String,
    /// What it needs to know.
    pub config: Value,
    /// Whether it is switched on.
    pub is_enabled: Option<bool>,
}

/// Gets a workspace workflow transition hook.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Updates a workspace workflow transition hook.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
    /// What it needs to know.
    pub config: Patch<Value>,
    /// Whether it is switched on.
    pub is_enabled: Patch<bool>,
}

/// Deletes a workspace workflow transition hook.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Lists workspace workflow transition hook executions.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/executions/" -> Vec<Value>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitionHookExecutions {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Regenerates a workspace workflow transition hook secret.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/regenerate-webhook-secret/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateWorkspaceWorkflowTransitionHookSecret {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    pub transition_id: WorkspaceWorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}
