//! Pages of a project. Those of a workspace are in [`workspaces::pages`](crate::v2::workspaces::pages).
//!
//! ```no_run
//! use plane_api::{Client, v2::pages::ListPages};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListPages::new("my-workspace", "ENG").items(&client);
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
        ids::{CollectionId, ProjectId, UserId, WikiPageId},
        v2::{common::PageAccess, lists::CursorPage},
    },
};

/// Lists the pages of a project. Needs the scope `projects.pages:read`.
///
/// The list cannot be filtered by name.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/?paginate=cursor" -> CursorPage<Page>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those with this access.
    pub access: Option<PageAccess>,
    /// Only those with this collection.
    pub collection_id: Option<CollectionId>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those for the whole workspace, or only the others.
    pub is_global: Option<bool>,
    /// Only locked ones, or only the others.
    pub is_locked: Option<bool>,
    /// Only those with this owner.
    pub owned_by_id: Option<UserId>,
    /// Only those with this parent.
    pub parent_id: Option<WikiPageId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this type.
    pub r#type: Option<PageTypeFilter>,
    /// What the list is sorted by.
    pub order_by: Option<PageOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<PageField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a page. Needs the scope `projects.pages:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the page.
    pub name: String,
    /// Who sees the page.
    pub access: Option<PageAccess>,
    /// When it was archived.
    pub archived_at: Patch<Timestamp>,
    /// The collection.
    pub collection_id: Patch<CollectionId>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the page in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Patch<Value>,
    /// What it stands below.
    pub parent_id: Patch<WikiPageId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// How it is shown, as JSON.
    pub view_props: Patch<Value>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Gets a page. Needs the scope `projects.pages:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Updates a page. Unset fields are left unchanged. Needs the scope `projects.pages:write`.
///
/// A locked page rejects every update that does not set `is_locked`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdatePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Who sees the page.
    pub access: Option<PageAccess>,
    /// When it was archived.
    pub archived_at: Patch<Timestamp>,
    /// The collection.
    pub collection_id: Patch<CollectionId>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the page in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the page.
    pub name: Option<String>,
    /// What it stands below.
    pub parent_id: Patch<WikiPageId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// How it is shown, as JSON.
    pub view_props: Patch<Value>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Deletes a page. Needs the scope `projects.pages:write`.
///
/// The page must be archived first, by an update of `archived_at`: 400 otherwise.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Page {
    /// Id of the page.
    pub id: WikiPageId,
    /// Who sees the page.
    pub access: Option<PageAccess>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// The collection.
    pub collection_id: Option<CollectionId>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Whether it is for the whole workspace.
    pub is_global: Option<bool>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the page.
    pub name: Option<String>,
    /// Who owns the page.
    pub owned_by_id: Option<UserId>,
    /// What it stands below.
    pub parent_id: Option<WikiPageId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// How it is shown, as JSON.
    pub view_props: Option<Value>,
    /// Who owns the page, as JSON, if it was expanded.
    pub owned_by: Option<Value>,
    /// What it stands below, as JSON, if it was expanded.
    pub parent: Option<Value>,
}

open_enum! {
    /// What a list of pages is sorted by, in ascending or descending order.
    pub enum PageOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
        UpdatedAt = "updated_at",
        UpdatedAtDesc = "-updated_at",
    }
}

open_enum! {
    /// Objects that a [`Page`] can have beside their ids.
    pub enum PageExpand {
        OwnedBy = "owned_by",
        Parent = "parent",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Page`].
    pub enum PageField {
        All = "all",
        Access = "access",
        ArchivedAt = "archived_at",
        CollectionId = "collection_id",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        DescriptionStripped = "description_stripped",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsGlobal = "is_global",
        IsLocked = "is_locked",
        LogoProps = "logo_props",
        Name = "name",
        OwnedById = "owned_by_id",
        ParentId = "parent_id",
        SortOrder = "sort_order",
        ViewProps = "view_props",
    }
}

open_enum! {
    /// Which pages are listed.
    pub enum PageTypeFilter {
        All = "all",
        Public = "public",
        Private = "private",
        Shared = "shared",
        Archived = "archived",
    }
}
