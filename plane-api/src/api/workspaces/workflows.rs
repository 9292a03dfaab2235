//! ~ Workflows.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, projects::ProjectId, users::UserId,
    work_item_types::WorkItemTypeId, workflows::WorkflowActivity,
    workspaces::workflow_states::WorkspaceWorkflowState,
};

/// Lists workspace workflows.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/" -> Page<WorkspaceWorkflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflows {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a workspace workflow.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflow {
    pub workspace_slug: String,
    /// Name of the workspace workflow.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
}

/// Gets a workspace workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
}

/// Updates a workspace workflow.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
    /// Name of the workspace workflow.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
}

/// Deletes a workspace workflow.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
}

/// Lists workspace workflow activities.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/activities/" -> Vec<WorkflowActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowActivities {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
}

/// Gets a workspace workflow usage.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/usage/" -> WorkspaceWorkflowUsage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowUsage {
    pub workspace_slug: String,
    pub workflow_id: WorkspaceWorkflowId,
}

/// Id of a [`WorkspaceWorkflow`].
pub type WorkspaceWorkflowId = Id<WorkspaceWorkflow>;

/// ~ workspace workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflow {
    /// Id of the workspace workflow.
    pub id: WorkspaceWorkflowId,
    /// Name of the workspace workflow.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The workspace that it belongs to.
    pub workspace_id: Option<WorkspaceId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// ~ States count.
    pub states_count: Option<i64>,
    /// ~ Projects count.
    pub projects_count: Option<i64>,
    /// ~ Work item types count.
    pub work_item_types_count: Option<i64>,
    /// The projects that it belongs to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// ~ Work item type ids.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// ~ States.
    pub states: Option<Vec<WorkspaceWorkflowState>>,
    /// ~ Referenced resources.
    pub referenced_resources: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// ~ workspace workflow usage.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsage {
    /// ~ Projects.
    pub projects: Option<Vec<WorkspaceWorkflowUsageProject>>,
    /// ~ Types mandating.
    pub types_mandating: Option<Vec<String>>,
    /// ~ Types allowing.
    pub types_allowing: Option<Vec<String>>,
}

/// ~ workspace workflow usage project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsageProject {
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Name of the workspace workflow usage project.
    pub name: Option<String>,
    /// ~ Types.
    pub types: Option<Vec<Value>>,
}
