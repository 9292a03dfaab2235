//! ~ Work logs.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Id, Patch, common::WorkspaceId, endpoint, projects::ProjectId, users::UserId,
    work_items::WorkItemId,
};

/// Lists work item work logs. Needs the scope `projects.work_items.worklogs:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> Vec<WorkItemWorkLog>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemWorkLogs {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates a work item work log. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> WorkItemWorkLog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Description.
    pub description: Option<String>,
    /// How long it took, in minutes.
    pub duration: Option<i64>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// Updates a work item work log. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorkLog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// ~ Description.
    pub description: Patch<String>,
    /// How long it took, in minutes.
    pub duration: Patch<i64>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Who changed it last.
    pub updated_by: Patch<UserId>,
}

/// Deletes a work item work log. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
}

/// Id of a [`WorkItemWorkLog`].
pub type WorkItemWorkLogId = Id<WorkItemWorkLog>;

/// ~ work item work log.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWorkLog {
    /// Id of the work item work log.
    pub id: WorkItemWorkLogId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// ~ Description.
    pub description: Option<String>,
    /// How long it took, in minutes.
    pub duration: Option<i64>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace_id: Option<WorkspaceId>,
    /// ~ Logged by.
    pub logged_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item work log in another system.
    pub external_id: Option<String>,
}
