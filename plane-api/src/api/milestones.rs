//! ~ Milestones.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, projects::ProjectId, users::UserId,
    work_items::WorkItemId,
};

/// Lists milestones.
// NOTE: docs: bare array; both SDKs: cursor page
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Page<Milestone>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a milestone.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone.
    pub title: String,
    /// When it is due.
    pub target_date: Option<Date>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Gets a milestone.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Updates a milestone.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Title of the milestone.
    pub title: Option<String>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Id of the milestone in another system.
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
}

/// Deletes a milestone.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Lists milestone work items.
// NOTE: docs: bare array; both SDKs: cursor page
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> Page<MilestoneWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds milestone work items.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// ~ Issues.
    pub issues: Vec<WorkItemId>,
}

/// Removes milestone work items.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// ~ Issues.
    pub issues: Vec<WorkItemId>,
}

/// Id of a [`Milestone`].
pub type MilestoneId = Id<Milestone>;

/// ~ milestone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Milestone {
    /// Id of the milestone.
    pub id: MilestoneId,
    /// Title of the milestone.
    pub title: String,
    /// When it is due.
    pub target_date: Option<Date>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
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
}

/// Id of a [`MilestoneWorkItem`].
pub type MilestoneWorkItemId = Id<MilestoneWorkItem>;

/// ~ milestone work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MilestoneWorkItem {
    /// Id of the milestone work item.
    pub id: MilestoneWorkItemId,
    /// The work item that it belongs to.
    pub issue: Option<WorkItemId>,
    /// ~ Milestone.
    pub milestone: Option<MilestoneId>,
}
