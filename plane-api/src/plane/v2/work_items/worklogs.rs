//! Worklogs: time spent on [work items](crate::v2::work_items).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::worklogs::ListWorkItemWorklogs;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemWorklogs>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemWorklogs::new("my-workspace", "ENG", "ENG-142").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{ProjectId, UserId, WorkItemId, WorkItemWorkLogId},
        v2::lists::CursorPage,
    },
};

/// Lists the worklogs of a work item. Needs the scope `projects.work_items.worklogs:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/?paginate=cursor" -> CursorPage<WorkItemWorklog>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemWorklogs {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Returns only worklogs of at least this many minutes.
    #[serde(rename = "duration__gte")]
    pub duration_gte: Option<i64>,
    /// Returns only worklogs of at most this many minutes.
    #[serde(rename = "duration__lte")]
    pub duration_lte: Option<i64>,
    /// Returns only worklogs of this user.
    pub logged_by_id: Option<UserId>,
    /// Returns only worklogs that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemWorklogOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a worklog. Needs the scope `projects.work_items.worklogs:write`.
///
/// If time tracking is disabled for the project, the server responds with 404. Sending the request twice creates two
/// worklogs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Time spent, in minutes.
    pub duration: i64,
    /// Description of the work.
    pub description: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Gets a worklog. Needs the scope `projects.work_items.worklogs:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Updates a worklog. Unset fields are left unchanged. Needs the scope `projects.work_items.worklogs:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// Description of the work.
    pub description: Option<String>,
    /// Time spent, in minutes.
    pub duration: Option<i64>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Deletes a worklog. Needs the scope `projects.work_items.worklogs:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
}

/// Gets the time spent on each work item of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/worklogs/summary/" -> Vec<WorklogTotal>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectWorklogTotals {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// A worklog: time that a user spent on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWorklog {
    /// Id of the worklog.
    pub id: WorkItemWorkLogId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the worklog.
    pub created_by_id: Option<UserId>,
    /// Description of the work.
    pub description: Option<String>,
    /// Time spent, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// User who spent the time.
    pub logged_by_id: Option<UserId>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Work item on which the time was spent.
    pub work_item_id: Option<WorkItemId>,
    /// User who spent the time, as JSON, if `expand` includes `logged_by`.
    pub logged_by: Option<Value>,
}

/// The total time spent on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorklogTotal {
    /// Work item on which the time was spent.
    pub work_item_id: Option<WorkItemId>,
    /// Time spent, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
}

open_enum! {
    /// Sort order of a list of worklogs, ascending or descending.
    pub enum WorkItemWorklogOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`WorkItemWorklog`].
    pub enum WorkItemWorklogExpand {
        LoggedBy = "logged_by",
    }
}

open_enum! {
    /// Fields of [`WorkItemWorklog`] that a response can include.
    pub enum WorkItemWorklogField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        Duration = "duration",
        Id = "id",
        LoggedById = "logged_by_id",
        UpdatedAt = "updated_at",
        WorkItemId = "work_item_id",
    }
}
