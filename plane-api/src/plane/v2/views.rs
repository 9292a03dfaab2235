//! Views of a project: a view shows the work items that match its filters. For views of a workspace, see
//! [`workspaces::views`](crate::v2::workspaces::views).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::views::ListViews;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListViews>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListViews::new("my-workspace", "ENG").items(&client);
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
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
        page::Cursor,
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, UserId, ViewId},
        v2::lists::CursorPage,
    },
};

/// Lists the views of a project. Needs the scope `projects.views:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/views/?paginate=cursor" -> CursorPage<View>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListViews {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Creates a view. Needs the scope `projects.views:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/views/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the view, at most 255 characters.
    pub name: String,
    /// Visibility of the view.
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
    /// Emoji or icon of the view, as JSON.
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

/// Gets a view. Needs the scope `projects.views:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/views/<view_id>/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub view_id: ViewId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ViewField>,
}

/// Updates a view. Unset fields are left unchanged. Needs the scope `projects.views:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/views/<view_id>/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub view_id: ViewId,
    /// Visibility of the view.
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
    /// Emoji or icon of the view, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the view, at most 255 characters.
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

/// Deletes a view. Needs the scope `projects.views:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/views/<view_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub view_id: ViewId,
}

/// A view.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct View {
    /// Id of the view.
    pub id: ViewId,
    /// Name of the view.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Query of the view, as JSON, which the server derives from `filters`.
    pub query: Option<Value>,
    /// Filters of the view, as JSON.
    pub filters: Option<Value>,
    /// Grouping and sort order of the work items in the view, as JSON.
    pub display_filters: Option<Value>,
    /// Properties of work items that the view shows, as JSON.
    pub display_properties: Option<Value>,
    /// Filters of the view in Plane's query language (PQL), as JSON.
    pub pql_filters: Option<Value>,
    /// Emoji or icon of the view, as JSON.
    pub logo_props: Option<Value>,
    /// `true` if the view is locked.
    pub is_locked: Option<bool>,
    /// Visibility of the view.
    pub access: Option<ViewAccess>,
    /// Position among the views: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// User who owns the view.
    pub owned_by_id: Option<UserId>,
    /// Time at which the view was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the view.
    pub created_by_id: Option<UserId>,
    /// User who owns the view, as JSON, if `expand` includes `owned_by`.
    pub owned_by: Option<Value>,
}

open_enum! {
    /// Sort order of a list of views, ascending or descending.
    pub enum ViewOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
        UpdatedAt = "updated_at",
        UpdatedAtDesc = "-updated_at",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`View`].
    pub enum ViewExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields of [`View`] that a response can include.
    pub enum ViewField {
        All = "all",
        Access = "access",
        ArchivedAt = "archived_at",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        DisplayFilters = "display_filters",
        DisplayProperties = "display_properties",
        Filters = "filters",
        Id = "id",
        IsLocked = "is_locked",
        LogoProps = "logo_props",
        Name = "name",
        OwnedById = "owned_by_id",
        PqlFilters = "pql_filters",
        Query = "query",
        SortOrder = "sort_order",
    }
}

open_int_enum! {
    /// Visibility of a view. The numbers mean the opposite of those in [`PageAccess`](crate::v2::common::PageAccess).
    pub enum ViewAccess {
        /// Only the owner can see it.
        Private = 0,
        /// All members of the workspace can see it.
        Public = 1,
    }
}
