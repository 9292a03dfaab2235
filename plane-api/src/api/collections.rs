//! ~ Collections.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint, open_int_enum,
    pages::WikiPageId,
    users::UserId,
};

/// Lists collections.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/" -> Vec<Collection>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollections {
    pub workspace_slug: String,
}

/// Creates a collection.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/" -> Collection)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection {
    pub workspace_slug: String,
    /// Name of the collection.
    pub name: String,
    /// Who can see it.
    pub access: Option<CollectionAccess>,
    /// Emoji or icon of the collection.
    pub logo_props: Option<LogoProps>,
}

/// Gets a collection.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
}

/// Updates a collection.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Name of the collection.
    pub name: Patch<String>,
    /// Emoji or icon of the collection.
    pub logo_props: Patch<LogoProps>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
}

/// Deletes a collection.
// NOTE: query archive_pages=true|false on a DELETE
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> (), query)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// ~ Archive pages.
    pub archive_pages: Option<bool>,
}

/// Lists collection members.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> Vec<CollectionMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollectionMembers {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
}

/// Adds a collection member.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> CollectionMember)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// The member.
    pub member: UserId,
    /// Who can see it.
    pub access: CollectionMemberAccess,
}

/// Updates a collection member.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/members/<member_id>/" -> CollectionMember)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub member_id: CollectionMemberId,
    /// Who can see it.
    pub access: CollectionMemberAccess,
}

/// Removes a collection member.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/members/<member_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub member_id: CollectionMemberId,
}

/// Lists collection pages.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Page<CollectionBranchPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the collection in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Words that are looked for.
    pub search: Option<String>,
    /// The collection that it stands below.
    pub parent_id: Option<WikiPageId>,
}

/// Adds collection pages.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Vec<CollectionPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// ~ Page ids.
    pub page_ids: Vec<WikiPageId>,
    /// ~ Sort orders.
    pub sort_orders: Option<BTreeMap<String, f64>>,
    /// ~ Placement.
    pub placement: Option<Value>,
}

/// Searches collection pages.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages-search/" -> Vec<CollectionPageSearchResult>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Words that are looked for.
    pub search: Option<String>,
}

/// Updates a collection page.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/<page_collection_id>/" -> CollectionPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollectionPage {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub page_collection_id: CollectionPageId,
    /// The collection.
    pub collection: Patch<CollectionId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
    /// ~ Placement.
    pub placement: Option<Value>,
}

/// Removes a collection page.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/<page_collection_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCollectionPage {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub page_collection_id: CollectionPageId,
}

/// Id of a [`Collection`].
pub type CollectionId = Id<Collection>;

/// ~ collection.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Collection {
    /// Id of the collection.
    pub id: CollectionId,
    /// Name of the collection.
    pub name: Option<String>,
    /// ~ Owned by id.
    pub owned_by_id: Option<UserId>,
    /// Who can see it.
    pub access: Option<CollectionAccess>,
    /// ~ Current user access.
    pub current_user_access: Option<CollectionMemberAccess>,
    /// ~ Has pages.
    pub has_pages: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// ~ Is global.
    pub is_global: Option<bool>,
    /// Emoji or icon of the collection.
    pub logo_props: Option<Value>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// Id of a [`CollectionMember`].
pub type CollectionMemberId = Id<CollectionMember>;

/// ~ collection member.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionMember {
    /// Id of the collection member.
    pub id: CollectionMemberId,
    /// The collection.
    pub collection: Option<CollectionId>,
    /// The member.
    pub member: Option<UserId>,
    /// Who can see it.
    pub access: Option<CollectionMemberAccess>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// ~ collection branch page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionBranchPage {
    /// ~ Page collection id.
    pub page_collection_id: Option<CollectionPageId>,
    /// The collection that it belongs to.
    pub collection_id: Option<CollectionId>,
    /// The collection branch page that it stands below.
    pub parent_id: Option<WikiPageId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The page.
    pub page: Option<Value>,
}

/// Id of a [`CollectionPage`].
pub type CollectionPageId = Id<CollectionPage>;

/// ~ collection page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionPage {
    /// Id of the collection page.
    pub id: CollectionPageId,
    /// The collection.
    pub collection: Option<CollectionId>,
    /// The page.
    pub page: Option<WikiPageId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

/// Id of a [`CollectionPageSearchResult`].
pub type CollectionPageSearchResultId = Id<CollectionPageSearchResult>;

/// ~ collection page search result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionPageSearchResult {
    /// Id of the collection page search result.
    pub id: CollectionPageSearchResultId,
    /// Name of the collection page search result.
    pub name: Option<String>,
    /// Emoji or icon of the collection page search result.
    pub logo_props: Option<Value>,
}

open_int_enum! {
    /// ~ collection access.
    pub enum CollectionAccess {
        /// ~ Public.
        Public = 0,
        /// ~ Private.
        Private = 1,
    }
}

open_int_enum! {
    /// ~ collection member access.
    pub enum CollectionMemberAccess {
        /// ~ View.
        View = 0,
        /// ~ Comment.
        Comment = 1,
        /// ~ Edit.
        Edit = 2,
    }
}
