//! Pages of the wiki of a workspace. For pages of a project, see [`pages`](crate::v2::pages).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::pages::ListWorkspacePages;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspacePages>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspacePages::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::{CollectionId, UserId, WikiPageId},
        v2::{
            common::PageAccess,
            lists::CursorPage,
            pages::{Page, PageExpand, PageField, PageOrder, PageTypeFilter},
        },
    },
};

/// Lists the pages of the wiki of a workspace. Needs the scope `wiki.pages:read`.
///
/// Unlike most lists, this list has no filter `name`.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/?paginate=cursor" -> CursorPage<Page>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePages {
    pub workspace_slug: String,
    /// Returns only pages with this visibility.
    pub access: Option<PageAccess>,
    /// Returns only pages in this collection.
    pub collection_id: Option<CollectionId>,
    /// Returns only pages with this id in another system.
    pub external_id: Option<String>,
    /// Returns only pages whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// `true` returns only pages that belong to the whole workspace, `false` only the others.
    pub is_global: Option<bool>,
    /// `true` returns only locked pages, `false` only unlocked ones.
    pub is_locked: Option<bool>,
    /// Returns only pages that this user owns.
    pub owned_by_id: Option<UserId>,
    /// Returns only pages whose parent is this page.
    pub parent_id: Option<WikiPageId>,
    /// Returns only pages that match this search text.
    pub search: Option<String>,
    /// Selects the pages to return, for example only archived pages.
    pub r#type: Option<PageTypeFilter>,
    /// Sort order.
    pub order_by: Option<PageOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PageField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workspace page. Needs the scope `wiki.pages:write`.
///
/// If `collection_id` is unset, a public page is added to the default collection. A private page needs a private
/// collection.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePage {
    pub workspace_slug: String,
    /// Name of the workspace page.
    pub name: String,
    /// Visibility of the workspace page.
    pub access: Option<PageAccess>,
    /// Time at which the page was archived: setting this field archives the page.
    pub archived_at: Patch<Timestamp>,
    /// Collection to which the page is added.
    pub collection_id: Patch<CollectionId>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Text of the page, as HTML.
    pub description_html: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the workspace page in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace page, as JSON.
    pub logo_props: Patch<Value>,
    /// Parent page.
    pub parent_id: Patch<WikiPageId>,
    /// Position among the pages: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Display settings of the page, as JSON.
    pub view_props: Patch<Value>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Gets a workspace page. Needs the scope `wiki.pages:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Updates a workspace page. Unset fields are left unchanged. Needs the scope `wiki.pages:write`.
///
/// If the page is locked, the server rejects every update that does not set `is_locked`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Visibility of the workspace page.
    pub access: Option<PageAccess>,
    /// Time at which the page was archived: setting this field archives the page.
    pub archived_at: Patch<Timestamp>,
    /// Collection that contains the page.
    pub collection_id: Patch<CollectionId>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Text of the page, as HTML.
    pub description_html: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the workspace page in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace page, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the workspace page.
    pub name: Option<String>,
    /// Parent page.
    pub parent_id: Patch<WikiPageId>,
    /// Position among the pages: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Display settings of the page, as JSON.
    pub view_props: Patch<Value>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Deletes a workspace page. Needs the scope `wiki.pages:write`.
///
/// Only archived pages can be deleted; for other pages, the server responds with 400. To archive a page, set
/// `archived_at` with [`UpdateWorkspacePage`].
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}
