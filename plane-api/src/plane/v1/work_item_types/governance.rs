//! Governance: which workflow the work items of a type follow in which project.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
//! A workspace that keeps states and workflows itself ([`workspaces::workflows`](crate::v1::workspaces::workflows)) says
//! here what projects may pick from for the work items of a type ([`GovernanceMode`]), and pins single projects to a
//! workflow. Where it does not keep them, the server answers 400 with the code `workspace_not_managed`
//! ([`Error::code`](crate::Error::code)).
//!
//! A change may leave work items in states that their new workflow does not have. It is refused, with a list of them in
//! [`Error::body`](crate::Error::body), unless `state_mapping` says where each of these states is to go.
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     v1::work_item_types::governance::{GovernanceMode, UpdateWorkItemTypeGovernance},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Gets what projects may pick from for the work items of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Sets what projects may pick from for the work items of a type.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Workflows available to projects.
    pub mode: GovernanceMode,
    /// Available workflows, for [`GovernanceMode::Constrained`].
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// Required workflow, for [`GovernanceMode::Required`].
    pub required_workflow_id: Option<WorkflowId>,
    /// Whether it is meant: nothing is changed without it if a workflow is required, or one is taken from projects that
    /// follow it.
    pub acknowledge: Option<bool>,
    /// Where work items go, by the state that they are in, whose new workflow does not have that state.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Counts the work items that [`UpdateWorkItemTypeGovernance`] would move to another state. Changes nothing.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Workflows available to projects.
    pub mode: GovernanceMode,
    /// Available workflows, for [`GovernanceMode::Constrained`].
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// Required workflow, for [`GovernanceMode::Required`].
    pub required_workflow_id: Option<WorkflowId>,
}

/// Lists the projects that are pinned to a workflow for the work items of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Pins projects to a workflow for the work items of a type, whatever they have picked and whatever other projects may
/// pick from.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// The workflow, one of the workspace.
    pub workflow_id: WorkflowId,
    /// The projects to pin to it.
    pub project_ids: Vec<ProjectId>,
}

/// Lets a project pick again.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/<pin_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeWorkflowPin {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub pin_id: WorkItemTypeWorkflowPinId,
}

/// Lists the workflows that the work items of a project follow, by their types.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/workflows/" -> Vec<ProjectTypeWorkflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectTypeWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Gets the workflow that the work items of a type follow in a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflows/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectTypeWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Gets the workflow that a project has picked for the work items of a type, and what else it may pick.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Picks the workflow that the work items of a type follow in a project.
// The answer is less than the one to GET: the id of the workflow that is in force now.
#[endpoint(PUT, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectWorkflowPickResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// The workflow, one of those that the project may pick.
    pub workflow_id: WorkflowId,
    /// Where work items go, by the state that they are in, whose new workflow does not have that state.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Counts the work items of a project that would have to move to another state if their type or their workflow were
/// changed. Changes nothing.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflow-fallback-preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkflowFallback {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The type that they have; all work items of the project if unset.
    pub type_id: Option<WorkItemTypeId>,
    /// The type that they would get.
    pub new_type_id: Option<WorkItemTypeId>,
    /// The workflow that they would follow, unless their type would change.
    pub workflow_id: Option<WorkflowId>,
}

/// Workflows available to projects for work items of a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeGovernance {
    /// What they may pick from.
    pub mode: Option<GovernanceMode>,
    /// The workflow that they have to follow: its id and name.
    pub required_workflow: Option<WorkspaceWorkflow>,
    /// The workflows that they may pick from.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist: Option<Vec<GovernanceAllowlistEntry>>,
}

/// How many work items would have to move to another state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernancePreview {
    /// How many.
    #[serde(default, deserialize_with = "coerce")]
    pub total: Option<i64>,
    /// How many work items of the type there are.
    #[serde(default, deserialize_with = "coerce")]
    pub type_total: Option<i64>,
    /// How many by the state that they are in: objects with `state_id` and `count`.
    pub per_state: Option<Vec<Value>>,
}

/// A project that is pinned to a workflow for the work items of a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeWorkflowPin {
    /// Id of the pin.
    pub id: WorkItemTypeWorkflowPinId,
    /// The project: its id and name.
    pub project: Option<Project>,
    /// The workflow: its id and name.
    pub workflow: Option<WorkspaceWorkflow>,
}

/// The workflow that the work items of a type follow in a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectTypeWorkflow {
    /// The type.
    pub type_id: Option<WorkItemTypeId>,
    /// What the project may pick from.
    pub governance: Option<GovernanceMode>,
    /// How many workflows the allowlist of the type has.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist_count: Option<i64>,
    /// How many workflows the workspace has that are in use.
    #[serde(default, deserialize_with = "coerce")]
    pub allowlist_total: Option<i64>,
    /// The workflow that is in force.
    pub effective_workflow_id: Option<WorkflowId>,
    /// Where that comes from, in the server's own words.
    pub source: Option<String>,
    /// What the project may pick.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkflowOption>>,
}

/// What is in force after a project has picked.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectWorkflowPickResult {
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
}

/// A workflow that projects may pick.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernanceAllowlistEntry {
    /// Id of the workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the workflow.
    pub name: Option<String>,
    /// The projects that have picked it: their ids and names.
    #[serde(default, deserialize_with = "coerce")]
    pub in_use_by_projects: Option<Vec<Project>>,
    /// Whether it cannot be taken from the list without `acknowledge`, because a project has picked it.
    pub locked: Option<bool>,
}

/// A workflow that a project may pick.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowOption {
    /// Id of the workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the workflow.
    pub name: Option<String>,
}

open_enum! {
    /// Workflows available to projects for work items of a type.
    pub enum GovernanceMode {
        /// Any workflow of the workspace that is in use.
        Any = "any",
        /// The workflows of an allowlist.
        Constrained = "constrained",
        /// Nothing: all have to follow one workflow.
        Required = "required",
        /// Nothing: the workspace has pinned the project to a workflow. It is answered only.
        Pinned = "pinned",
    }
}
