//! Links of [work items](crate::v2::work_items).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::links::ListWorkItemLinks;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemLinks>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "title": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemLinks::new("my-workspace", "ENG", "ENG-142").items(&client);
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
    /// Returns only links that match this search text.
    pub search: Option<String>,
    /// Returns only links with this title.
    pub title: Option<String>,
    /// Returns only links with this URL.
    pub url: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemLinkOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemLinkField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item link. Needs the scope `projects.work_items.links:write`.
///
/// Sending the request twice creates two links.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> WorkItemLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// URL to which the link leads.
    pub url: String,
    /// Metadata of the link, as JSON.
    pub metadata: Patch<Value>,
    /// Title of the link, at most 255 characters.
    pub title: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Metadata of the link, as JSON.
    pub metadata: Patch<Value>,
    /// Title of the link, at most 255 characters.
    pub title: Patch<String>,
    /// URL to which the link leads.
    pub url: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the link.
    pub created_by_id: Option<UserId>,
    /// Metadata of the link, as JSON.
    pub metadata: Option<Value>,
    /// Title of the link.
    pub title: Option<String>,
    /// URL to which the link leads.
    pub url: Option<String>,
    /// Work item that the link belongs to.
    pub work_item_id: Option<WorkItemId>,
}

open_enum! {
    /// Sort order of a list of work item links, ascending or descending.
    pub enum WorkItemLinkOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkItemLink`] that a response can include.
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
