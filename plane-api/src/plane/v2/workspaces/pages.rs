//! Pages of the wiki of a workspace. Those of a project are in [`pages`](crate::v2::pages).
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::pages::ListWorkspacePages};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// The list cannot be filtered by name.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/?paginate=cursor" -> CursorPage<Page>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePages {
    pub workspace_slug: String,
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

/// Creates a workspace page. Needs the scope `wiki.pages:write`.
///
/// Without a collection, a public page is put into the default one. A private page needs a private collection.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePage {
    pub workspace_slug: String,
    /// Name of the workspace page.
    pub name: String,
    /// Who sees the workspace page.
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
    /// Id of the workspace page in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace page, as JSON.
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

/// Gets a workspace page. Needs the scope `wiki.pages:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Updates a workspace page. Unset fields are left unchanged. Needs the scope `wiki.pages:write`.
///
/// A locked page rejects every update that does not set `is_locked`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
    /// Who sees the workspace page.
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
    /// Id of the workspace page in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the workspace page, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the workspace page.
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

/// Deletes a workspace page. Needs the scope `wiki.pages:write`.
///
/// The page must be archived first, by an update of `archived_at`: 400 otherwise.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/<page_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePage {
    pub workspace_slug: String,
    pub page_id: WikiPageId,
}
