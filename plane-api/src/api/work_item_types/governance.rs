//! ~ Governance.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    Id, endpoint, open_enum,
    projects::ProjectId,
    work_item_types::WorkItemTypeId,
    workflows::{WorkflowId, WorkflowLite},
};

/// Gets a work item type governance.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Updates a work item type governance.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/" -> WorkItemTypeGovernance)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// ~ Mode.
    pub mode: GovernanceMode,
    /// ~ Workflow ids.
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// ~ Required workflow id.
    pub required_workflow_id: Option<WorkflowId>,
    /// ~ Acknowledge.
    pub acknowledge: Option<bool>,
    /// Which state takes the place of which.
    pub state_mapping: Option<BTreeMap<String, String>>,
}

/// Previews a work item type governance.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkItemTypeGovernance {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// ~ Mode.
    pub mode: GovernanceMode,
    /// ~ Workflow ids.
    pub workflow_ids: Option<Vec<WorkflowId>>,
    /// ~ Required workflow id.
    pub required_workflow_id: Option<WorkflowId>,
}

/// Lists work item type workflow pins.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Creates work item type workflow pins.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/" -> Vec<WorkItemTypeWorkflowPin>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeWorkflowPins {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// The workflow.
    pub workflow_id: WorkflowId,
    /// The projects that it belongs to.
    pub project_ids: Vec<ProjectId>,
}

/// Deletes a work item type workflow pin.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/governance/pins/<pin_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeWorkflowPin {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub pin_id: WorkItemTypeWorkflowPinId,
}

/// Lists project type workflows.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/workflows/" -> Vec<ProjectTypeWorkflow>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectTypeWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Gets a project type workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflows/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectTypeWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Gets a project workflow pick.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectTypeWorkflow)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Sets a project workflow pick.
#[endpoint(PUT, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/workflow/" -> ProjectWorkflowPickResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetProjectWorkflowPick {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// The workflow.
    pub workflow_id: WorkflowId,
    /// Which state takes the place of which.
    pub state_mapping: Option<BTreeMap<String, String>>,
}

/// Previews a workflow fallback.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflow-fallback-preview/" -> GovernancePreview)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PreviewWorkflowFallback {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// ~ New type id.
    pub new_type_id: Option<WorkItemTypeId>,
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
}

/// ~ work item type governance.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeGovernance {
    /// ~ Mode.
    pub mode: Option<String>,
    /// ~ Required workflow.
    pub required_workflow: Option<WorkflowLite>,
    /// ~ Allowlist.
    pub allowlist: Option<Vec<GovernanceAllowlistEntry>>,
}

/// ~ governance preview.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernancePreview {
    /// ~ Total.
    pub total: Option<i64>,
    /// ~ Type total.
    pub type_total: Option<i64>,
    /// ~ Per state.
    pub per_state: Option<Vec<Value>>,
}

/// Id of a [`WorkItemTypeWorkflowPin`].
pub type WorkItemTypeWorkflowPinId = Id<WorkItemTypeWorkflowPin>;

/// ~ work item type workflow pin.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeWorkflowPin {
    /// Id of the work item type workflow pin.
    pub id: WorkItemTypeWorkflowPinId,
    /// The project that it belongs to.
    pub project: Option<GovernanceProjectRef>,
    /// ~ Workflow.
    pub workflow: Option<WorkflowLite>,
}

/// ~ project type workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectTypeWorkflow {
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// ~ Governance.
    pub governance: Option<String>,
    /// ~ Allowlist count.
    pub allowlist_count: Option<i64>,
    /// ~ Allowlist total.
    pub allowlist_total: Option<i64>,
    /// ~ Effective workflow id.
    pub effective_workflow_id: Option<WorkflowId>,
    /// Where it came from.
    pub source: Option<String>,
    /// The values to choose from.
    pub options: Option<Vec<WorkflowOption>>,
}

/// ~ project workflow pick result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectWorkflowPickResult {
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
}

/// ~ governance allowlist entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernanceAllowlistEntry {
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the governance allowlist entry.
    pub name: Option<String>,
    /// ~ In use by projects.
    pub in_use_by_projects: Option<Vec<GovernanceProjectRef>>,
    /// ~ Locked.
    pub locked: Option<bool>,
}

/// Id of a [`GovernanceProjectRef`].
pub type GovernanceProjectRefId = Id<GovernanceProjectRef>;

/// ~ governance project ref.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GovernanceProjectRef {
    /// Id of the governance project ref.
    pub id: GovernanceProjectRefId,
    /// Name of the governance project ref.
    pub name: Option<String>,
}

/// ~ workflow option.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowOption {
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
    /// Name of the workflow option.
    pub name: Option<String>,
}

open_enum! {
    /// ~ governance mode.
    pub enum GovernanceMode {
        /// ~ Any.
        Any = "any",
        /// ~ Constrained.
        Constrained = "constrained",
        /// ~ Required.
        Required = "required",
    }
}
