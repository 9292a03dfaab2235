//! Links from a work item to web pages.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::links::CreateWorkItemLink;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemLink>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! CreateWorkItemLink::new("my-workspace", project, work_item, "https://example.com/plan.pdf")
//!     .title("Plan")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, WorkItemId, WorkItemLinkId},
        reference::Ref,
        v1::{common::Workspace, projects::Project, users::User, work_items::WorkItem},
    },
};

/// Lists the links of a work item. Needs the scope `projects.work_items.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> Page<WorkItemLink>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemLinks {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `created_by`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Adds a link to a work item. Needs the scope `projects.work_items.links:write`.
///
/// Shortly afterwards, Plane fetches the web page and fills [`metadata`](WorkItemLink::metadata).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// URL of the web page. Schemes other than `http` and `https` are rejected.
    pub url: String,
    /// Title of the link, at most 255 characters.
    pub title: Option<String>,
}

/// Gets a link of a work item. Needs the scope `projects.work_items.links:read`.
// The documentation shows a page; the server and both SDKs use one object.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `created_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane documents this field, but it has no effect: a single link is not paginated.
    pub cursor: Option<Cursor>,
    /// Plane documents this field, but it has no effect: a single link is not paginated.
    pub per_page: Option<u32>,
}

/// Updates a link of a work item. Unset fields are left unchanged. Needs the scope `projects.work_items.links:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// URL of the web page. Schemes other than `http` and `https` are rejected.
    pub url: Option<String>,
    /// Title of the link, at most 255 characters.
    pub title: Patch<String>,
}

/// Deletes a link of a work item. Needs the scope `projects.work_items.links:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
}

/// A link from a work item to a web page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemLink {
    /// Id of the link.
    pub id: WorkItemLinkId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// URL of the web page.
    pub url: Option<String>,
    /// Title of the link, as entered by its creator.
    pub title: Option<String>,
    /// Metadata of the web page, such as its title and icon; empty until Plane has fetched the page.
    pub metadata: Option<Value>,
    /// Work item that the link belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub issue: Option<Ref<WorkItem>>,
    /// Project that the link belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the link belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// User who created the link. The Community Edition sends null a few seconds after the link was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the link. The Community Edition sends null a few seconds after the change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    // Only Plane's Node SDK defines these two.
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the link in another system.
    pub external_id: Option<String>,
}
