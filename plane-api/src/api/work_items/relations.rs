//! ~ Relations.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Cursor, Id, endpoint, open_enum, projects::ProjectId, states::StateId, users::UserId,
    work_item_types::WorkItemTypeId, work_items::WorkItemId,
};

/// Lists work item relations. Needs the scope `projects.work_items:read`.
// NOTE: CE: lists of {project_id,issue_id}; docs/SDKs: lists of ids
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> WorkItemRelations)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates work item relations. Needs the scope `projects.work_items:write`.
// NOTE: docs sample is doubly nested; SDKs type it void
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/" -> Vec<WorkItemRelation>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemRelations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// What it relates to.
    pub relation_type: WorkItemRelationType,
    /// ~ Issues.
    pub issues: Vec<WorkItemId>,
}

/// Removes a work item relation. Needs the scope `projects.work_items:write`.
// NOTE: removal is a POST with a body
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/relations/remove/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkItemRelation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Related issue.
    pub related_issue: WorkItemId,
}

/// ~ work item relations.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelations {
    /// ~ Blocking.
    pub blocking: Option<Vec<WorkItemRelationRef>>,
    /// ~ Blocked by.
    pub blocked_by: Option<Vec<WorkItemRelationRef>>,
    /// ~ Duplicate.
    pub duplicate: Option<Vec<WorkItemRelationRef>>,
    /// ~ Relates to.
    pub relates_to: Option<Vec<WorkItemRelationRef>>,
    /// ~ Start after.
    pub start_after: Option<Vec<WorkItemRelationRef>>,
    /// ~ Start before.
    pub start_before: Option<Vec<WorkItemRelationRef>>,
    /// ~ Finish after.
    pub finish_after: Option<Vec<WorkItemRelationRef>>,
    /// ~ Finish before.
    pub finish_before: Option<Vec<WorkItemRelationRef>>,
}

/// Id of a [`WorkItemRelation`].
pub type WorkItemRelationId = Id<WorkItemRelation>;

/// ~ work item relation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelation {
    /// Id of the work item relation.
    pub id: WorkItemRelationId,
    /// The project that it belongs to.
    pub project_id: ProjectId,
    /// Its number in the project, from 1.
    pub sequence_id: i64,
    /// What it relates to.
    pub relation_type: String,
    /// Name of the work item relation.
    pub name: String,
    /// Its state.
    pub state_id: StateId,
    /// How urgent it is.
    pub priority: String,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
}

/// ~ work item relation ref.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemRelationRef {
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The work item that it belongs to.
    pub issue_id: Option<WorkItemId>,
}

open_enum! {
    /// ~ work item relation type.
    pub enum WorkItemRelationType {
        /// ~ Blocking.
        Blocking = "blocking",
        /// ~ BlockedBy.
        BlockedBy = "blocked_by",
        /// ~ Duplicate.
        Duplicate = "duplicate",
        /// ~ RelatesTo.
        RelatesTo = "relates_to",
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
