//! Views of a workspace: filters of its work items that have a name. Those of a project are in
//! [`views`](crate::v2::views).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::views::ListWorkspaceViews};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this access.
    pub access: Option<ViewAccess>,
    /// Only locked ones, or only the others.
    pub is_locked: Option<bool>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this owner.
    pub owned_by_id: Option<UserId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ViewOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ViewField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workspace view. Needs the scope `workspaces.views:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/views/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceView {
    pub workspace_slug: String,
    /// Name of the workspace view, 255 characters at most.
    pub name: String,
    /// Who sees the workspace view.
    pub access: Option<ViewAccess>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// How work items are grouped and sorted, as JSON.
    pub display_filters: Patch<Value>,
    /// What is shown of work items, as JSON.
    pub display_properties: Patch<Value>,
    /// Filters, as JSON.
    pub filters: Patch<Value>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace view, as JSON.
    pub logo_props: Patch<Value>,
    /// Filters in Plane's query language, as JSON.
    pub pql_filters: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The filters as a query, as JSON. The server derives it from the filters.
    pub query: Patch<Value>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Who sees the workspace view.
    pub access: Option<ViewAccess>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// How work items are grouped and sorted, as JSON.
    pub display_filters: Patch<Value>,
    /// What is shown of work items, as JSON.
    pub display_properties: Patch<Value>,
    /// Filters, as JSON.
    pub filters: Patch<Value>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace view, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the workspace view, 255 characters at most.
    pub name: Option<String>,
    /// Filters in Plane's query language, as JSON.
    pub pql_filters: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The filters as a query, as JSON. The server derives it from the filters.
    pub query: Patch<Value>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
