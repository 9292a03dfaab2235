//! Links between work items and [pages](crate::v1::pages).
//!
//! These links are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::pages::LinkWorkItemPage;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<LinkWorkItemPage>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let page = "6ba7b812-9dad-11d1-80b4-00c04fd430c8";
//!
//! LinkWorkItemPage::new("my-workspace", project, work_item, page).send(&client).await?;
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
    },
    plane::ids::{ProjectId, UserId, WikiPageId, WorkItemId, WorkItemPageId, WorkspaceId},
};

/// Lists the pages linked to a work item.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/" -> Page<WorkItemPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page of the list to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
}

/// Links a work item to a page.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/" -> WorkItemPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page to link.
    pub page_id: WikiPageId,
}

/// Gets a link between a work item and a page.
// The documentation calls the last parameter `page_id`; both SDKs send the id of the link.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/<work_item_page_id>/" -> WorkItemPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub work_item_page_id: WorkItemPageId,
}

/// Removes the link between a work item and a page without deleting the page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/<work_item_page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnlinkWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub work_item_page_id: WorkItemPageId,
}

/// A link between a work item and a page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPage {
    /// Id of the link.
    pub id: WorkItemPageId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// The page that is linked to the work item.
    pub page: Option<LinkedPage>,
    /// The work item.
    pub issue: Option<WorkItemId>,
    /// Project that the link belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the link belongs to.
    pub workspace: Option<WorkspaceId>,
    /// User who created the link.
    pub created_by: Option<UserId>,
}

/// A page that is linked to a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct LinkedPage {
    /// Id of the page.
    pub id: WikiPageId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Name of the page.
    pub name: Option<String>,
    /// Text of the page, as HTML.
    pub description_html: Option<String>,
    /// Emoji or icon, usually as [`LogoProps`](crate::v1::common::LogoProps).
    pub logo_props: Option<Value>,
    /// `true` if the page belongs to the workspace instead of a project.
    pub is_global: Option<bool>,
    /// User who created the page.
    pub created_by: Option<UserId>,
}
