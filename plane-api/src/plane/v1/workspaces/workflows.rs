//! Workspace workflows: rules for the transitions of work items between states, shared by the projects of a workspace.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
//! If the workspace does not manage states and workflows itself, the server responds with 400 and the code
//! `workspace_not_managed` ([`Error::code`](crate::Error::code)), except to [`ListWorkspaceWorkflows`]. In this case,
//! use [`workflows`](crate::v1::workflows). [`governance`](crate::v1::work_item_types::governance) assigns workflows to
//! projects.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::workspaces::{workflow_states::AddWorkspaceWorkflowStates, workflows::CreateWorkspaceWorkflow},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkflow>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<AddWorkspaceWorkflowStates>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
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

/// Lists the workflows of a workspace. If the workspace does not manage workflows itself, the list contains the
/// workflows of its projects.
///
/// The list contains only the numbers of states, projects and work item types of a workflow; [`GetWorkspaceWorkflow`]
/// returns the objects themselves.
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

/// Creates a workflow without states. The name of the workflow must be unique in the workspace.
/// [`AddWorkspaceWorkflowStates`](crate::v1::workspaces::workflow_states::AddWorkspaceWorkflowStates) adds states.
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

/// Gets a workflow with its states, and with the projects and work item types that use the workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/" -> WorkspaceWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflow {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Updates a workflow. Unset fields are left unchanged.
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
    /// `true` if projects can use this workflow.
    pub is_active: Patch<bool>,
}

/// Deletes a workflow, unless the workflow is the default or projects use it.
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

/// Gets the usage of a workflow: the projects that use the workflow, and the work item types that allow or require the
/// workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/usage/" -> WorkspaceWorkflowUsage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowUsage {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Rules for the transitions of work items between states, for the projects that use the workflow.
// Lists contain the counts; only a single workflow contains the counted objects.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the workflow applies to projects that chose no other workflow.
    pub is_default: Option<bool>,
    /// `true` if projects can use this workflow.
    pub is_active: Option<bool>,
    /// Workspace that the workflow belongs to.
    pub workspace_id: Option<WorkspaceId>,
    /// Project that the workflow belongs to, if the workspace does not manage workflows itself.
    pub project_id: Option<ProjectId>,
    /// Number of states of the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub states_count: Option<i64>,
    /// Number of projects that use the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub projects_count: Option<i64>,
    /// Number of work item types that use the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_types_count: Option<i64>,
    /// Projects that use the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Work item types that use the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// States of the workflow, in order.
    #[serde(default, deserialize_with = "coerce")]
    pub states: Option<Vec<WorkspaceWorkflowState>>,
    /// Objects that the workflow's rules refer to, in an undocumented format.
    pub referenced_resources: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the workflow.
    pub created_by: Option<UserId>,
    /// User who last changed the workflow.
    pub updated_by: Option<UserId>,
}

/// Usage of a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsage {
    /// Projects that chose the workflow or are pinned to it.
    #[serde(default, deserialize_with = "coerce")]
    pub projects: Option<Vec<WorkspaceWorkflowUsageProject>>,
    /// Work item types that require the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub types_mandating: Option<Vec<WorkItemTypeId>>,
    /// Work item types that allow the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub types_allowing: Option<Vec<WorkItemTypeId>>,
}

/// A project that uses a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowUsageProject {
    /// Id of the project.
    pub project_id: Option<ProjectId>,
    /// Name of the project.
    pub name: Option<String>,
    /// Work item types that use the workflow in the project; `None` means work items without a type.
    pub types: Option<Vec<Option<WorkItemTypeId>>>,
}
