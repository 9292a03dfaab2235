//! Workflows of a workspace, which its projects follow: which state a work item may go to from which.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
//! Only a workspace that keeps states and workflows itself can change them: else the server answers 400 with the code
//! `workspace_not_managed` ([`Error::code`](crate::Error::code)), and [`workflows`](crate::v1::workflows) is the place.
//! Which project follows which is a matter of [`governance`](crate::v1::work_item_types::governance).
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     v1::workspaces::{workflow_states::AddWorkspaceWorkflowStates, workflows::CreateWorkspaceWorkflow},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let workflow = CreateWorkspaceWorkflow::new("my-workspace", "Review before release").send(&client).await?;
//! let states = ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"];
//! AddWorkspaceWorkflowStates::new("my-workspace", workflow.id, states).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, UserId, WorkItemTypeId, WorkflowId, WorkspaceId},
        v1::{workflows::WorkflowActivity, workspaces::workflow_states::WorkspaceWorkflowState},
    },
};

/// Lists the workflows of a workspace; where it does not keep any itself, those of its projects.
///
/// What a workflow consists of is only counted: see [`GetWorkspaceWorkflow`].
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/" -> Page<WorkspaceWorkflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflows {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a workflow, whose name no other of the workspace may have. It has no states yet: see
/// [`AddWorkspaceWorkflowStates`](crate::v1::workspaces::workflow_states::AddWorkspaceWorkflowStates).
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflow {
    pub workspace_slug: String,
    /// Name of the workflow.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
}

/// Gets a workflow, with its states and with who follows it.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Updates a workflow. Unset fields stay unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Whether projects can use it.
    pub is_active: Patch<bool>,
}

/// Deletes a workflow, unless it is the default one or projects follow it.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Lists the changes made to a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/activities/" -> Vec<WorkflowActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowActivities {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Gets who follows a workflow: projects, and types that allow or require it.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/usage/" -> WorkspaceWorkflowUsage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowUsage {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Which state a work item may go to from which, in the projects that follow it.
// Lists have the counts, and only a single workflow has what is counted.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether projects follow it that have picked no other.
    pub is_default: Option<bool>,
    /// Whether projects can use it.
    pub is_active: Option<bool>,
    /// Workspace it belongs to.
    pub workspace_id: Option<WorkspaceId>,
    /// Project it belongs to, where the workspace does not keep workflows itself.
    pub project_id: Option<ProjectId>,
    /// Number of its states.
    #[serde(default, deserialize_with = "coerce")]
    pub states_count: Option<i64>,
    /// Number of the projects that follow it.
    #[serde(default, deserialize_with = "coerce")]
    pub projects_count: Option<i64>,
    /// Number of the types whose work items follow it.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_types_count: Option<i64>,
    /// The projects that follow it.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// The types whose work items follow it.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Its states, in their order.
    #[serde(default, deserialize_with = "coerce")]
    pub states: Option<Vec<WorkspaceWorkflowState>>,
    /// What its rules refer to; the form is not documented.
    pub referenced_resources: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
}

/// Who follows a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsage {
    /// The projects that have picked it, or are pinned to it.
    #[serde(default, deserialize_with = "coerce")]
    pub projects: Option<Vec<WorkspaceWorkflowUsageProject>>,
    /// The types that require it.
    #[serde(default, deserialize_with = "coerce")]
    pub types_mandating: Option<Vec<WorkItemTypeId>>,
    /// The types that allow it.
    #[serde(default, deserialize_with = "coerce")]
    pub types_allowing: Option<Vec<WorkItemTypeId>>,
}

/// A project that follows a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsageProject {
    /// Id of the project.
    pub project_id: Option<ProjectId>,
    /// Name of the project.
    pub name: Option<String>,
    /// The types whose work items follow it there; `None` stands for work items without a type.
    pub types: Option<Vec<Option<WorkItemTypeId>>>,
}
