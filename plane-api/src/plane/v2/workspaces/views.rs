//! Views of a workspace: a view shows the work items that match its filters. For views of a project, see
//! [`views`](crate::v2::views).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::views::ListWorkspaceViews;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceViews>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceViews::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::{UserId, ViewId},
        v2::{
            lists::CursorPage,
            views::{View, ViewAccess, ViewExpand, ViewField, ViewOrder},
        },
    },
};

/// Lists the views of a workspace. Needs the scope `workspaces.views:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/views/?paginate=cursor" -> CursorPage<View>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceViews {
    pub workspace_slug: String,
    /// Returns only views with this visibility.
    pub access: Option<ViewAccess>,
    /// `true` returns only locked views, `false` only unlocked ones.
    pub is_locked: Option<bool>,
    /// Returns only views with this name.
    pub name: Option<String>,
    /// Returns only views that this user owns.
    pub owned_by_id: Option<UserId>,
    /// Returns only views that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ViewOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ViewField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workspace view. Needs the scope `workspaces.views:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/views/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceView {
    pub workspace_slug: String,
    /// Name of the workspace view, at most 255 characters.
    pub name: String,
    /// Visibility of the workspace view.
    pub access: Option<ViewAccess>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Grouping and sort order of the work items in the view, as JSON.
    pub display_filters: Patch<Value>,
    /// Properties of work items that the view shows, as JSON.
    pub display_properties: Patch<Value>,
    /// Filters of the view, as JSON.
    pub filters: Patch<Value>,
    /// `true` if the view is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace view, as JSON.
    pub logo_props: Patch<Value>,
    /// Filters of the view in Plane's query language (PQL), as JSON.
    pub pql_filters: Patch<Value>,
    /// Position among the views: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Query of the view, as JSON. The server derives the query from `filters`: set `filters` instead.
    pub query: Patch<Value>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ViewField>,
}

/// Gets a workspace view. Needs the scope `workspaces.views:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/views/<view_id>/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceView {
    pub workspace_slug: String,
    pub view_id: ViewId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ViewField>,
}

/// Updates a workspace view. Unset fields are left unchanged. Needs the scope `workspaces.views:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/views/<view_id>/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceView {
    pub workspace_slug: String,
    pub view_id: ViewId,
    /// Visibility of the workspace view.
    pub access: Option<ViewAccess>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Grouping and sort order of the work items in the view, as JSON.
    pub display_filters: Patch<Value>,
    /// Properties of work items that the view shows, as JSON.
    pub display_properties: Patch<Value>,
    /// Filters of the view, as JSON.
    pub filters: Patch<Value>,
    /// `true` if the view is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace view, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the workspace view, at most 255 characters.
    pub name: Option<String>,
    /// Filters of the view in Plane's query language (PQL), as JSON.
    pub pql_filters: Patch<Value>,
    /// Position among the views: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Query of the view, as JSON. The server derives the query from `filters`: set `filters` instead.
    pub query: Patch<Value>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ViewField>,
}

/// Deletes a workspace view. Needs the scope `workspaces.views:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/views/<view_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceView {
    pub workspace_slug: String,
    pub view_id: ViewId,
}
