//! Views of a project: filters of its work items that have a name. Those of a workspace are in
//! [`workspaces::views`](crate::v2::workspaces::views).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::views::ListViews};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Creates a view. Needs the scope `projects.views:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/views/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the view, 255 characters at most.
    pub name: String,
    /// Who sees the view.
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
    /// Emoji or icon of the view, as JSON.
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

/// Gets a view. Needs the scope `projects.views:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/views/<view_id>/" -> View, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetView {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub view_id: ViewId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ViewExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Who sees the view.
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
    /// Emoji or icon of the view, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the view, 255 characters at most.
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
    /// The filters as a query, as JSON. The server derives it from the filters.
    pub query: Option<Value>,
    /// Filters, as JSON.
    pub filters: Option<Value>,
    /// How work items are grouped and sorted, as JSON.
    pub display_filters: Option<Value>,
    /// What is shown of work items, as JSON.
    pub display_properties: Option<Value>,
    /// Filters in Plane's query language, as JSON.
    pub pql_filters: Option<Value>,
    /// Emoji or icon of the view, as JSON.
    pub logo_props: Option<Value>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Who sees the view.
    pub access: Option<ViewAccess>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Who owns the view.
    pub owned_by_id: Option<UserId>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who owns the view, as JSON, if it was expanded.
    pub owned_by: Option<Value>,
}

open_enum! {
    /// What a list of views is sorted by, in ascending or descending order.
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
    /// Objects that a [`View`] can have beside their ids.
    pub enum ViewExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields that a response can have of a [`View`].
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
    /// Who sees a view. The numbers mean the opposite of those of [`PageAccess`](crate::v2::common::PageAccess).
    pub enum ViewAccess {
        /// Its owner.
        Private = 0,
        /// Everybody in the workspace.
        Public = 1,
    }
}
