//! Work logs: time that users spent on a work item.
//!
//! Work logs are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::work_logs::CreateWorkItemWorkLog;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemWorkLog>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
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
    /// Description of the work.
    pub description: Option<String>,
    /// Duration, in minutes.
    pub duration: Option<i64>,
    /// User recorded as the creator. Only Plane's documentation mentions this field.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor. Only Plane's documentation mentions this field.
    pub updated_by: Option<UserId>,
}

/// Updates a work log. Unset fields are left unchanged. Needs the scope `projects.work_items.worklogs:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorkLog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemWorkLog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// Description of the work.
    pub description: Patch<String>,
    /// Duration, in minutes.
    pub duration: Patch<i64>,
    /// User recorded as the creator. Only Plane's documentation mentions this field.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor. Only Plane's documentation mentions this field.
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

/// Time that a user spent on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWorkLog {
    /// Id of the work log.
    pub id: WorkItemWorkLogId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Description of the work.
    pub description: Option<String>,
    /// Duration, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// User who did the work.
    pub logged_by: Option<UserId>,
    /// User who created the work log.
    pub created_by: Option<UserId>,
    /// User who last changed the work log.
    pub updated_by: Option<UserId>,
    /// Project that the work log belongs to.
    pub project_id: Option<ProjectId>,
    /// Workspace that the work log belongs to.
    pub workspace_id: Option<WorkspaceId>,
    // Only Plane's Node SDK defines these two.
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the work log in another system.
    pub external_id: Option<String>,
}
