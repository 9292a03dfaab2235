//! Links of [work items](crate::v2::work_items).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::links::ListWorkItemLinks};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkItemLinks::new("my-workspace", "ENG", "PROJ-142").items(&client);
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
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemId, WorkItemLinkId},
        v2::lists::CursorPage,
    },
};

/// Lists the links of a work item. Needs the scope `projects.work_items.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/?paginate=cursor" -> CursorPage<WorkItemLink>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemLinks {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this title.
    pub title: Option<String>,
    /// Only those with this URL.
    pub url: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemLinkOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemLinkField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item link. Needs the scope `projects.work_items.links:write`.
///
/// Sending it twice creates two links.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> WorkItemLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// URL of the work item link.
    pub url: String,
    /// More about the work item link, as JSON.
    pub metadata: Patch<Value>,
    /// Title of the work item link, 255 characters at most.
    pub title: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemLinkField>,
}

/// Gets a work item link. Needs the scope `projects.work_items.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemLinkField>,
}

/// Updates a work item link. Unset fields are left unchanged. Needs the scope `projects.work_items.links:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// More about the work item link, as JSON.
    pub metadata: Patch<Value>,
    /// Title of the work item link, 255 characters at most.
    pub title: Patch<String>,
    /// URL of the work item link.
    pub url: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemLinkField>,
}

/// Deletes a work item link. Needs the scope `projects.work_items.links:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
}

/// A link of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemLink {
    /// Id of the work item link.
    pub id: WorkItemLinkId,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// More about the work item link, as JSON.
    pub metadata: Option<Value>,
    /// Title of the work item link.
    pub title: Option<String>,
    /// URL of the work item link.
    pub url: Option<String>,
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
}

open_enum! {
    /// What a list of work item links is sorted by, in ascending or descending order.
    pub enum WorkItemLinkOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemLink`].
    pub enum WorkItemLinkField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        Metadata = "metadata",
        Title = "title",
        Url = "url",
        WorkItemId = "work_item_id",
    }
}
