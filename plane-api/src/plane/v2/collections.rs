//! Collections: folders of the [pages of a workspace](crate::v2::workspaces::pages).
//!
//! ```no_run
//! use plane_api::{Client, v2::collections::ListCollections};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// The list cannot be filtered by name.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/?paginate=cursor" -> CursorPage<Collection>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollections {
    pub workspace_slug: String,
    /// Only those with this access.
    pub access: Option<PageAccess>,
    /// Only the default one, or only the others.
    pub is_default: Option<bool>,
    /// Only those for the whole workspace, or only the others.
    pub is_global: Option<bool>,
    /// Only those with this owner.
    pub owned_by_id: Option<UserId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<CollectionOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a collection. Needs the scope `wiki.pages:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection {
    pub workspace_slug: String,
    /// Who sees the collection.
    pub access: Option<PageAccess>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it is for the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Gets a collection. Needs the scope `wiki.pages:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Updates a collection. Unset fields are left unchanged. Needs the scope `wiki.pages:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Who sees the collection.
    pub access: Option<PageAccess>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it is for the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CollectionExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionField>,
}

/// Deletes a collection. Needs the scope `wiki.pages:write`.
///
/// Known from a generated page and the SDKs only.
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
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CollectionMemberExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionMemberField>,
}

/// Gives members access to a collection, and takes it from others. Needs the scope `wiki.pages:write`.
///
/// Adding a member again changes the access.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> Managed<UserId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCollectionMembers {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Who gets access, 100 at most.
    pub add: Option<Vec<CollectionMemberInput>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<UserId>>,
}

/// Finds pages that are not in a collection. Needs the scope `wiki.pages:read`.
///
/// The number of results is limited. A server was seen to respond 404 for a collection that exists if `search` is set.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages-search/" -> Vec<CollectionPage>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CollectionPageField>,
}

/// Adds pages to a collection, and removes others. Needs the scope `wiki.pages:write`.
///
/// A page is in one collection at a time.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Managed<WikiPageId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WikiPageId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<WikiPageId>>,
}

/// A collection of pages.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Collection {
    /// Id of the collection.
    pub id: CollectionId,
    /// Who sees the collection.
    pub access: Option<PageAccess>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it is for the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the collection.
    pub name: Option<String>,
    /// Who owns the collection.
    pub owned_by_id: Option<UserId>,
    /// Its pages.
    #[serde(default, deserialize_with = "coerce")]
    pub page_ids: Option<Vec<WikiPageId>>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Who owns the collection, as JSON, if it was expanded.
    pub owned_by: Option<Value>,
}

/// Somebody who has access to a collection.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionMember {
    /// Id of the membership.
    pub id: CollectionMemberId,
    /// What they may do.
    pub access: Option<CollectionMemberAccess>,
    /// The collection.
    pub collection_id: Option<CollectionId>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// The member.
    pub member_id: Option<UserId>,
    /// How they became a member.
    pub source: Option<CollectionMemberSource>,
    /// The member, as JSON, if it was expanded.
    pub member: Option<Value>,
}

/// A page that can be put into a collection.
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

/// Somebody to give access to a collection.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CollectionMemberInput {
    /// The member.
    pub member_id: UserId,
    /// What they may do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CollectionMemberAccess>,
}

open_enum! {
    /// What a list of collections is sorted by, in ascending or descending order.
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
    /// Objects that a [`Collection`] can have beside their ids.
    pub enum CollectionExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Collection`].
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
    /// Objects that a [`CollectionMember`] can have beside their ids.
    pub enum CollectionMemberExpand {
        Member = "member",
    }
}

open_enum! {
    /// Fields that a response can have of a [`CollectionMember`].
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
    /// Fields that a response can have of a [`CollectionPage`].
    pub enum CollectionPageField {
        All = "all",
        Id = "id",
        LogoProps = "logo_props",
        Name = "name",
    }
}

open_int_enum! {
    /// What a member of a collection may do. The words are those of the SDKs.
    pub enum CollectionMemberAccess {
        /// Read.
        View = 0,
        /// Read and comment.
        Comment = 1,
        /// Read and edit.
        Edit = 2,
    }
}

open_enum! {
    /// How somebody became a member of a collection. Only the SDKs name the values.
    pub enum CollectionMemberSource {
        Manual = "manual",
        GroupSync = "group_sync",
    }
}
