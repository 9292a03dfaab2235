//! Worklogs: the time that was spent on [work items](crate::v2::work_items).
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::worklogs::ListWorkItemWorklogs};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkItemWorklogs::new("my-workspace", "ENG", "PROJ-142").items(&client);
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/?paginate=cursor" -> CursorPage<WorkItemWorklog>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemWorklogs {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Only those whose duration is this or later.
    #[serde(rename = "duration__gte")]
    pub duration_gte: Option<i64>,
    /// Only those whose duration is this or earlier.
    #[serde(rename = "duration__lte")]
    pub duration_lte: Option<i64>,
    /// Only those with this person.
    pub logged_by_id: Option<UserId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemWorklogOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a worklog. Needs the scope `projects.work_items.worklogs:write`.
///
/// Not found (404) if the project does not track time. Sending it twice creates two worklogs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// How long it took, in minutes.
    pub duration: i64,
    /// What was done.
    pub description: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Gets a worklog. Needs the scope `projects.work_items.worklogs:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Updates a worklog. Unset fields are left unchanged. Needs the scope `projects.work_items.worklogs:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/worklogs/<worklog_id>/" -> WorkItemWorklog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemWorklog {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub worklog_id: WorkItemWorkLogId,
    /// What was done.
    pub description: Option<String>,
    /// How long it took, in minutes.
    pub duration: Option<i64>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemWorklogExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemWorklogField>,
}

/// Deletes a worklog. Needs the scope `projects.work_items.worklogs:write`.
///
/// Known from a generated page and the SDKs only.
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

/// Gets how much time was spent on each work item of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/worklogs/summary/" -> Vec<WorklogTotal>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectWorklogTotals {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Time that was spent on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemWorklog {
    /// Id of the worklog.
    pub id: WorkItemWorkLogId,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// What was done.
    pub description: Option<String>,
    /// How long it took, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
    /// Who spent it.
    pub logged_by_id: Option<UserId>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
    /// Who spent it, as JSON, if it was expanded.
    pub logged_by: Option<Value>,
}

/// The time that was spent on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorklogTotal {
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
    /// How long it took, in minutes.
    #[serde(default, deserialize_with = "coerce")]
    pub duration: Option<i64>,
}

open_enum! {
    /// What a list of worklogs is sorted by, in ascending or descending order.
    pub enum WorkItemWorklogOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`WorkItemWorklog`] can have beside their ids.
    pub enum WorkItemWorklogExpand {
        LoggedBy = "logged_by",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemWorklog`].
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
