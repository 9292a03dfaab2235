//! Work logs: how long somebody has worked on a work item.
//!
//! They are part of Plane's commercial editions: the Community Edition has no such routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! ```no_run
//! use plane_api::{Client, v1::work_items::work_logs::CreateWorkItemWorkLog};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! CreateWorkItemWorkLog::new("my-workspace", project, work_item)
//!     .description("Filled the tank")
//!     .duration(90)
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::{ProjectId, UserId, WorkItemId, WorkItemWorkLogId, WorkspaceId},
};

/// Lists the work logs of a work item. Needs the scope `projects.work_items.worklogs:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> Vec<WorkItemWorkLog>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemWorkLogs {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Logs work on a work item. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> WorkItemWorkLog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// What was done.
    pub description: Option<String>,
    /// How long it took, in minutes.
    pub duration: Option<i64>,
    /// Who is named as its creator. Only the documentation knows of it.
    pub created_by: Option<UserId>,
    /// Who is named as its last editor. Only the documentation knows of it.
    pub updated_by: Option<UserId>,
}

/// Updates a work log. Fields that are not set stay as they are. Needs the scope
/// `projects.work_items.worklogs:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorkLog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// What was done.
    pub description: Patch<String>,
    /// How long it took, in minutes.
    pub duration: Patch<i64>,
    /// Who is named as its creator. Only the documentation knows of it.
    pub created_by: Patch<UserId>,
    /// Who is named as its last editor. Only the documentation knows of it.
    pub updated_by: Patch<UserId>,
}

/// Deletes a work log. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
}

/// How long somebody has worked on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWorkLog {
    /// Id of the work log.
    pub id: WorkItemWorkLogId,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// What was done.
    pub description: Option<String>,
    /// How long it took, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// Who has worked.
    pub logged_by: Option<UserId>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace_id: Option<WorkspaceId>,
    // Only Plane's Node SDK has these two.
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
}
