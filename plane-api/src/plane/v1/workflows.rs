//! Workflows: which state a work item of a project may go to from which, and who may send it there.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
//! In a workspace that keeps its workflows itself, projects cannot change theirs: the server answers 400 with the code
//! `workspace_managed` ([`Error::code`](crate::Error::code)), and
//! [`workspaces::workflows`](crate::v1::workspaces::workflows) is the place.
//!
//! ```no_run
//! use plane_api::{Client, v1::workflows::CreateWorkflow};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let workflow = CreateWorkflow::new(
//!     "my-workspace",
//!     "31ed6582-3ce3-46bf-b310-24142499fe21",
//!     "Review before release",
//! )
//! .work_item_type_ids(["6ba7b810-9dad-11d1-80b4-00c04fd430c8"])
//! .send(&client)
//! .await?;
//! println!("{}", workflow.id);
//! # Ok(())
//! # }
//! ```

pub mod states;
pub mod transition_hooks;
pub mod transitions;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::{ProjectId, UserId, WorkItemTypeId, WorkflowActivityId, WorkflowId, WorkspaceId},
};

/// Lists the workflows of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Vec<Workflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a workflow. It has no states yet: see [`AttachWorkflowStates`](states::AttachWorkflowStates).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the workflow.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether work items must follow it.
    pub is_active: Option<bool>,
    /// Work item types it applies to.
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

/// Updates a workflow. Unset fields stay unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    /// API v2 documents that it can be cleared; unverified for v1.
    pub description: Patch<String>,
    /// Whether work items must follow it.
    pub is_active: Patch<bool>,
    /// Work item types it applies to.
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

/// Lists the changes made to a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/activities/" -> Vec<WorkflowActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowActivities {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Which state a work item may go to from which.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether work items must follow it.
    pub is_active: Option<bool>,
    /// Whether work items follow it whose type has no other.
    pub is_default: Option<bool>,
    /// Work item types it applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Project it belongs to.
    pub project: Option<ProjectId>,
    /// Workspace it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the workflow in another system.
    pub external_id: Option<String>,
}

/// A change to a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowActivity {
    /// Id of the change.
    pub id: WorkflowActivityId,
    /// What was done, such as `updated`.
    pub verb: Option<String>,
    /// What was changed.
    pub field: Option<String>,
    /// What it was before.
    pub old_value: Option<Value>,
    /// What it is now.
    pub new_value: Option<Value>,
    /// User who did it.
    pub actor: Option<Value>,
    /// When it was done.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}
