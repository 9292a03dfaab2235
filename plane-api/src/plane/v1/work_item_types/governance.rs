//! Governance: rules for the workflows that projects use for each work item type.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
//! These requests work only if the workspace manages states and workflows
//! ([`workspaces::workflows`](crate::v1::workspaces::workflows)). They define which workflows projects can use for each
//! type ([`GovernanceMode`]), and pin single projects to a workflow. If the workspace does not
//! manage states and workflows, the server responds with 400 and the code `workspace_not_managed`
//! ([`Error::code`](crate::Error::code)).
//!
//! A change can leave work items in states that their new workflow lacks. The server rejects such a change and lists
//! the states in [`Error::body`](crate::Error::body). To make the change, map each of these states to a state of the
//! new workflow with `state_mapping`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::work_item_types::governance::{GovernanceMode, UpdateWorkItemTypeGovernance},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<UpdateWorkItemTypeGovernance>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let bug = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let review = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! UpdateWorkItemTypeGovernance::new("my-workspace", bug, GovernanceMode::Required)
//!     .required_workflow_id(review)
//!     .acknowledge(true)
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::{
        ids::{ProjectId, StateId, WorkItemTypeId, WorkItemTypeWorkflowPinId, WorkflowId},
        v1::{projects::Project, workspaces::workflows::WorkspaceWorkflow},
    },
};

/// Gets the workflows available to projects for work items of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Sets the workflows available to projects for work items of a type.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Rule that determines which workflows projects can use.
    pub mode: GovernanceMode,
    /// Available workflows, for [`GovernanceMode::Constrained`].
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// Required workflow, for [`GovernanceMode::Required`].
    pub required_workflow_id: Option<WorkflowId>,
    /// Confirms the change. Required if the change makes a workflow mandatory, or removes a workflow that projects use.
    pub acknowledge: Option<bool>,
    /// For each state that the new workflow lacks, the state to which its work items move.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Counts the work items that [`UpdateWorkItemTypeGovernance`] would move to another state, without changing anything.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Rule that determines which workflows projects can use.
    pub mode: GovernanceMode,
    /// Available workflows, for [`GovernanceMode::Constrained`].
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// Required workflow, for [`GovernanceMode::Required`].
    pub required_workflow_id: Option<WorkflowId>,
}

/// Lists the projects pinned to a workflow for work items of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Pins projects to a workflow for work items of a type. A pinned project uses this workflow, even if it chose another
/// one or the workflow is not available to projects.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Workflow of the workspace to which the projects are pinned.
    pub workflow_id: WorkflowId,
    /// Projects to pin.
    pub project_ids: Vec<ProjectId>,
}

/// Removes a pin; the project can choose its workflow again.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/<pin_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeWorkflowPin {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub pin_id: WorkItemTypeWorkflowPinId,
}

/// Lists the workflows of a project, by work item type.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/workflows/" -> Vec<ProjectTypeWorkflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectTypeWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Gets the workflow that a project uses for work items of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflows/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectTypeWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Gets the workflow that a project chose for work items of a type, and the alternatives.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Chooses the workflow of a project for work items of a type.
// The response is smaller than that of GET: only the id of the effective workflow.
#[endpoint(PUT, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectWorkflowPickResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// One of the workflows available to the project.
    pub workflow_id: WorkflowId,
    /// For each state that the new workflow lacks, the state to which its work items move.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Counts the work items of a project that would move to another state if their type or workflow changed, without
/// changing anything.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflow-fallback-preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkflowFallback {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Current work item type. If unset, all work items of the project are counted.
    pub type_id: Option<WorkItemTypeId>,
    /// New work item type.
    pub new_type_id: Option<WorkItemTypeId>,
    /// New workflow, if the type does not change.
    pub workflow_id: Option<WorkflowId>,
}

/// Workflows available to projects for work items of a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeGovernance {
    /// Rule that determines which workflows projects can use.
    pub mode: Option<GovernanceMode>,
    /// Required workflow, with its id and name.
    pub required_workflow: Option<WorkspaceWorkflow>,
    /// Available workflows.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist: Option<Vec<GovernanceAllowlistEntry>>,
}

/// Numbers of work items that would move to another state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernancePreview {
    /// Number of work items that would move.
    #[serde(default, deserialize_with = "coerce")]
    pub total: Option<i64>,
    /// Number of work items of the type.
    #[serde(default, deserialize_with = "coerce")]
    pub type_total: Option<i64>,
    /// Number of work items that would move from each state, as objects with `state_id` and `count`.
    pub per_state: Option<Vec<Value>>,
}

/// A project pinned to a workflow for work items of a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeWorkflowPin {
    /// Id of the pin.
    pub id: WorkItemTypeWorkflowPinId,
    /// The project, with its id and name.
    pub project: Option<Project>,
    /// The workflow, with its id and name.
    pub workflow: Option<WorkspaceWorkflow>,
}

/// The workflow of a project for work items of a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectTypeWorkflow {
    /// Id of the work item type.
    pub type_id: Option<WorkItemTypeId>,
    /// Rule that determines which workflows projects can use.
    pub governance: Option<GovernanceMode>,
    /// Number of workflows on the allowlist of the work item type.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist_count: Option<i64>,
    /// Number of active workflows in the workspace.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist_total: Option<i64>,
    /// Id of the workflow that is in effect.
    pub effective_workflow_id: Option<WorkflowId>,
    /// Reason why this workflow is in effect, as an undocumented string.
    pub source: Option<String>,
    /// Available workflows.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkflowOption>>,
}

/// The workflow that is in effect after [`SetProjectWorkflowPick`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectWorkflowPickResult {
    /// Id of the workflow.
    pub workflow_id: Option<WorkflowId>,
}

/// A workflow on an allowlist.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernanceAllowlistEntry {
    /// Id of the workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Projects that chose the workflow, with their ids and names.
    #[serde(default, deserialize_with = "coerce")]
    pub in_use_by_projects: Option<Vec<Project>>,
    /// `true` if removing the workflow from the allowlist requires `acknowledge`, because a project uses the workflow.
    pub locked: Option<bool>,
}

/// A workflow available to a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowOption {
    /// Id of the workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the workflow.
    pub name: Option<String>,
}

open_enum! {
    /// Rule that determines which workflows projects can use for work items of a type.
    pub enum GovernanceMode {
        /// Any active workflow of the workspace.
        Any = "any",
        /// The workflows on an allowlist.
        Constrained = "constrained",
        /// One required workflow.
        Required = "required",
        /// The workflow that the workspace has pinned the project to. Only responses contain this value.
        Pinned = "pinned",
    }
}
