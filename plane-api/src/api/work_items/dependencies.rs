//! ~ Dependencies.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Id, endpoint, labels::LabelId, open_enum, projects::ProjectId, states::StateId, users::UserId,
    work_item_types::WorkItemTypeId, work_items::WorkItemId,
};

/// Lists work item dependencies.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> WorkItemDependencies)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemDependencies {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates work item dependencies.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/" -> Vec<WorkItemWithRelationType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemDependencies {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// What it relates to.
    pub relation_type: DependencyType,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes a work item dependency.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/dependencies/<related_work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemDependency {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub related_work_item_id: WorkItemId,
}

/// ~ work item dependencies.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemDependencies {
    /// ~ Blocking.
    pub blocking: Option<Vec<WorkItemWithRelationType>>,
    /// ~ Blocked by.
    pub blocked_by: Option<Vec<WorkItemWithRelationType>>,
    /// ~ Start before.
    pub start_before: Option<Vec<WorkItemWithRelationType>>,
    /// ~ Start after.
    pub start_after: Option<Vec<WorkItemWithRelationType>>,
    /// ~ Finish before.
    pub finish_before: Option<Vec<WorkItemWithRelationType>>,
    /// ~ Finish after.
    pub finish_after: Option<Vec<WorkItemWithRelationType>>,
}

/// Id of a [`WorkItemWithRelationType`].
pub type WorkItemWithRelationTypeId = Id<WorkItemWithRelationType>;

/// ~ work item with relation type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWithRelationType {
    /// Id of the work item with relation type.
    pub id: WorkItemWithRelationTypeId,
    /// Name of the work item with relation type.
    pub name: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Its state.
    pub state_id: Option<StateId>,
    /// How urgent it is.
    pub priority: Option<String>,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Who works on it.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// What it relates to.
    pub relation_type: Option<String>,
}

open_enum! {
    /// ~ dependency type.
    pub enum DependencyType {
        /// ~ Blocking.
        Blocking = "blocking",
        /// ~ BlockedBy.
        BlockedBy = "blocked_by",
        /// ~ StartBefore.
        StartBefore = "start_before",
        /// ~ StartAfter.
        StartAfter = "start_after",
        /// ~ FinishBefore.
        FinishBefore = "finish_before",
        /// ~ FinishAfter.
        FinishAfter = "finish_after",
    }
}
