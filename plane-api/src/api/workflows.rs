//! ~ Workflows.

pub mod states;
pub mod transition_hooks;
pub mod transitions;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch, common::WorkspaceId, endpoint, projects::ProjectId, users::UserId,
    work_item_types::WorkItemTypeId,
};

/// Lists workflows.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Vec<Workflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a workflow.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the workflow.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// ~ Work item type ids.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
}

/// Gets a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Updates a workflow.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// ~ Work item type ids.
    pub work_item_type_ids: Patch<Vec<WorkItemTypeId>>,
}

/// Deletes a workflow.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Lists workflow activities.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/activities/" -> Vec<WorkflowActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Id of a [`Workflow`].
pub type WorkflowId = Id<Workflow>;

/// ~ workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// ~ Work item type ids.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
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
    /// Id of the workflow in another system.
    pub external_id: Option<String>,
}

/// Id of a [`WorkflowActivity`].
pub type WorkflowActivityId = Id<WorkflowActivity>;

/// ~ workflow activity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowActivity {
    /// Id of the workflow activity.
    pub id: WorkflowActivityId,
    /// ~ Verb.
    pub verb: Option<String>,
    /// ~ Field.
    pub field: Option<String>,
    /// ~ Old value.
    pub old_value: Option<Value>,
    /// ~ New value.
    pub new_value: Option<Value>,
    /// Who did it.
    pub actor: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
}

/// Id of a [`WorkflowLite`].
pub type WorkflowLiteId = Id<WorkflowLite>;

/// ~ workflow lite.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowLite {
    /// Id of the workflow lite.
    pub id: WorkflowLiteId,
    /// Name of the workflow lite.
    pub name: Option<String>,
}
