//! Pages of a project. For pages of a workspace, see [`workspaces::pages`](crate::v2::workspaces::pages).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::pages::ListPages;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListPages>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
/// Unlike most lists, this list has no filter `name`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/?paginate=cursor" -> CursorPage<Page>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Creates a page. Needs the scope `projects.pages:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the page.
    pub name: String,
    /// Visibility of the page.
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
    /// Id of the page in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
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

/// Gets a page. Needs the scope `projects.pages:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<PageExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<PageField>,
}

/// Updates a page. Unset fields are left unchanged. Needs the scope `projects.pages:write`.
///
/// If the page is locked, the server rejects every update that does not set `is_locked`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> Page, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdatePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
    /// Visibility of the page.
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
    /// Id of the page in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the page.
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

/// Deletes a page. Needs the scope `projects.pages:write`.
///
/// Only archived pages can be deleted; for other pages, the server responds with 400. To archive a page, set
/// `archived_at` with [`UpdatePage`].
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/<page_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeletePage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub page_id: WikiPageId,
}

/// A page of a project or of the wiki of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Page {
    /// Id of the page.
    pub id: WikiPageId,
    /// Visibility of the page.
    pub access: Option<PageAccess>,
    /// Time at which the page was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Collection that contains the page.
    pub collection_id: Option<CollectionId>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the page.
    pub created_by_id: Option<UserId>,
    /// Text of the page, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Text of the page, without formatting.
    pub description_stripped: Option<String>,
    /// Id of the page in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the page belongs to the whole workspace.
    pub is_global: Option<bool>,
    /// `true` if the page is locked.
    pub is_locked: Option<bool>,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the page.
    pub name: Option<String>,
    /// User who owns the page.
    pub owned_by_id: Option<UserId>,
    /// Parent page.
    pub parent_id: Option<WikiPageId>,
    /// Position among the pages: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Display settings of the page, as JSON.
    pub view_props: Option<Value>,
    /// User who owns the page, as JSON, if `expand` includes `owned_by`.
    pub owned_by: Option<Value>,
    /// Parent page, as JSON, if `expand` includes `parent`.
    pub parent: Option<Value>,
}

open_enum! {
    /// Sort order of a list of pages, ascending or descending.
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
    /// Objects that `expand` can add to [`Page`].
    pub enum PageExpand {
        OwnedBy = "owned_by",
        Parent = "parent",
    }
}

open_enum! {
    /// Fields of [`Page`] that a response can include.
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
    /// Selection of the pages to return.
    pub enum PageTypeFilter {
        All = "all",
        Public = "public",
        Private = "private",
        Shared = "shared",
        Archived = "archived",
    }
}
