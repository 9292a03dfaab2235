//! Workflows: rules for the transitions of work items between the states of a project.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
//! If the workspace manages workflows, projects cannot change their workflows: the server responds with 400 and the
//! code `workspace_managed` ([`Error::code`](crate::Error::code)). In this case, use
//! [`workspaces::workflows`](crate::v1::workspaces::workflows).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workflows::CreateWorkflow;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkflow>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
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

/// Creates a workflow without states. [`AttachWorkflowStates`](states::AttachWorkflowStates) adds states.
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
    /// `true` if work items must follow this workflow.
    pub is_active: Option<bool>,
    /// Work item types that the workflow applies to.
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

/// Updates a workflow. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description: Patch<String>,
    /// `true` if work items must follow this workflow.
    pub is_active: Patch<bool>,
    /// Work item types that the workflow applies to.
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

/// Rules for the transitions of work items between states.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if work items must follow this workflow.
    pub is_active: Option<bool>,
    /// `true` if the workflow applies to work items whose type has no workflow.
    pub is_default: Option<bool>,
    /// Work item types that the workflow applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Project that the workflow belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the workflow belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the workflow.
    pub created_by: Option<UserId>,
    /// User who last changed the workflow.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
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
    /// Action, such as `updated`.
    pub verb: Option<String>,
    /// Changed field.
    pub field: Option<String>,
    /// Old value.
    pub old_value: Option<Value>,
    /// New value.
    pub new_value: Option<Value>,
    /// User who made the change.
    pub actor: Option<Value>,
    /// Time of the change.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}
