//! Collections: folders of the [pages of a workspace](crate::v2::workspaces::pages).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::collections::ListCollections;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCollections>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListCollections::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
        page::Cursor,
        patch::Patch,
    },
    plane::{
        ids::{CollectionId, CollectionMemberId, UserId, WikiPageId},
        v2::{
            common::{Managed, PageAccess},
            lists::CursorPage,
        },
    },
};

/// Lists the collections of a workspace. Needs the scope `wiki.pages:read`.
///
/// Unlike most lists, this list has no filter `name`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/?paginate=cursor" -> CursorPage<Collection>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollections {
    pub workspace_slug: String,
    /// Returns only collections with this visibility.
    pub access: Option<PageAccess>,
    /// `true` returns only the default collection, `false` only the others.
    pub is_default: Option<bool>,
    /// `true` returns only collections that belong to the whole workspace, `false` only the others.
    pub is_global: Option<bool>,
    /// Returns only collections that this user owns.
    pub owned_by_id: Option<UserId>,
    /// Returns only collections that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<CollectionOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a collection. Needs the scope `wiki.pages:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection {
    pub workspace_slug: String,
    /// Visibility of the collection.
    pub access: Option<PageAccess>,
    /// `true` if the collection is the default collection for new pages.
    pub is_default: Option<bool>,
    /// `true` if the collection belongs to the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// Position among the collections: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Gets a collection. Needs the scope `wiki.pages:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Updates a collection. Unset fields are left unchanged. Needs the scope `wiki.pages:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Visibility of the collection.
    pub access: Option<PageAccess>,
    /// `true` if the collection is the default collection for new pages.
    pub is_default: Option<bool>,
    /// `true` if the collection belongs to the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// Position among the collections: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Deletes a collection. Needs the scope `wiki.pages:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
}

/// Lists the members of a collection. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> Vec<CollectionMember>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollectionMembers {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CollectionMemberExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionMemberField>,
}

/// Adds members to a collection, and removes others. Needs the scope `wiki.pages:write`.
///
/// Adding an existing member changes the member's access.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> Managed<UserId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCollectionMembers {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Users to whom access is given, at most 100.
    pub add: Option<Vec<CollectionMemberInput>>,
    /// Ids of the users whose access is removed, at most 100.
    pub remove: Option<Vec<UserId>>,
}

/// Lists pages of the workspace that are not yet in this collection. Needs the scope `wiki.pages:read`.
///
/// The server limits the number of pages in the response; Plane does not document the limit. If `search` is set, a
/// server was seen to respond with 404 although the collection exists.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages-search/" -> Vec<CollectionPage>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Returns only pages that match this search text.
    pub search: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CollectionPageField>,
}

/// Adds pages to a collection, and removes others. Needs the scope `wiki.pages:write`.
///
/// A page belongs to at most one collection.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Managed<WikiPageId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Ids of the pages to add, at most 100.
    pub add: Option<Vec<WikiPageId>>,
    /// Ids of the pages to remove, at most 100.
    pub remove: Option<Vec<WikiPageId>>,
}

/// A collection of pages.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Collection {
    /// Id of the collection.
    pub id: CollectionId,
    /// Visibility of the collection.
    pub access: Option<PageAccess>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the collection.
    pub created_by_id: Option<UserId>,
    /// `true` if the collection is the default collection for new pages.
    pub is_default: Option<bool>,
    /// `true` if the collection belongs to the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// User who owns the collection.
    pub owned_by_id: Option<UserId>,
    /// Pages of the collection.
    #[serde(default, deserialize_with = "coerce")]
    pub page_ids: Option<Vec<WikiPageId>>,
    /// Position among the collections: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// User who owns the collection, as JSON, if `expand` includes `owned_by`.
    pub owned_by: Option<Value>,
}

/// A user with access to a collection.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionMember {
    /// Id of the membership.
    pub id: CollectionMemberId,
    /// Access of the member to the pages of the collection.
    pub access: Option<CollectionMemberAccess>,
    /// Collection that the member has access to.
    pub collection_id: Option<CollectionId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the membership.
    pub created_by_id: Option<UserId>,
    /// User who is the member.
    pub member_id: Option<UserId>,
    /// Origin of the membership.
    pub source: Option<CollectionMemberSource>,
    /// User who is the member, as JSON, if `expand` includes `member`.
    pub member: Option<Value>,
}

/// A page that can be added to a collection, as returned by [`SearchCollectionPages`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionPage {
    /// Id of the page.
    pub id: WikiPageId,
    /// Emoji or icon of the page, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the page.
    pub name: Option<String>,
}

/// A user who is given access to a collection: see [`ManageCollectionMembers`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CollectionMemberInput {
    /// User who gets access.
    pub member_id: UserId,
    /// Access that the user gets to the pages of the collection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CollectionMemberAccess>,
}

open_enum! {
    /// Sort order of a list of collections, ascending or descending.
    pub enum CollectionOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`Collection`].
    pub enum CollectionExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields of [`Collection`] that a response can include.
    pub enum CollectionField {
        All = "all",
        Access = "access",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        IsDefault = "is_default",
        IsGlobal = "is_global",
        LogoProps = "logo_props",
        Name = "name",
        OwnedById = "owned_by_id",
        PageIds = "page_ids",
        SortOrder = "sort_order",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`CollectionMember`].
    pub enum CollectionMemberExpand {
        Member = "member",
    }
}

open_enum! {
    /// Fields of [`CollectionMember`] that a response can include.
    pub enum CollectionMemberField {
        All = "all",
        Access = "access",
        CollectionId = "collection_id",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        MemberId = "member_id",
        Source = "source",
    }
}

open_enum! {
    /// Fields of [`CollectionPage`] that a response can include.
    pub enum CollectionPageField {
        All = "all",
        Id = "id",
        LogoProps = "logo_props",
        Name = "name",
    }
}

open_int_enum! {
    /// Access of a member to the pages of a collection. Only Plane's SDKs define the values.
    pub enum CollectionMemberAccess {
        /// View.
        View = 0,
        /// View and comment.
        Comment = 1,
        /// View and edit.
        Edit = 2,
    }
}

open_enum! {
    /// Origin of a collection membership. Only Plane's SDKs define the values.
    pub enum CollectionMemberSource {
        Manual = "manual",
        GroupSync = "group_sync",
    }
}
