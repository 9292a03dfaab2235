//! Collections: folders for the pages of a workspace's wiki.
//!
//! Collections are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Plane documents these requests for a future release;
//! details that the documentation lacks come from Plane's Python SDK.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::collections::{AddCollectionPages, CollectionAccess, CreateCollection},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateCollection>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<AddCollectionPages>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let collection = CreateCollection::new("my-workspace", "Handbook")
//!     .access(CollectionAccess::Private)
//!     .send(&client)
//!     .await?;
//! let pages = ["b3478c56-31f6-4f7e-b445-8392a4b26621"];
//! AddCollectionPages::new("my-workspace", collection.id, pages).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_int_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{
            CollectionId, CollectionMemberId, CollectionPageId, UserId, WikiPageId, WorkspaceId,
        },
        v1::{
            common::{LogoProps, lenient},
            pages::WikiPage,
        },
    },
};

/// Lists the collections of a workspace, without pagination. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/" -> Vec<Collection>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollections {
    pub workspace_slug: String,
}

/// Creates a collection. Needs the scope `wiki.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/" -> Collection)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCollection {
    pub workspace_slug: String,
    /// Name of the collection.
    pub name: String,
    /// Visibility of the collection; [`Public`](CollectionAccess::Public) if unset. The visibility cannot be changed
    /// later.
    pub access: Option<CollectionAccess>,
    /// Emoji or icon of the collection.
    pub logo_props: Option<LogoProps>,
}

/// Gets a collection. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> Collection)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
}

/// Updates a collection. Unset fields are left unchanged. The visibility cannot be changed. Needs
/// the scope `wiki.pages:write`.
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
    /// Position among the collections: the lowest value comes first.
    pub sort_order: Patch<f64>,
}

/// Deletes a collection. Needs the scope `wiki.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/" -> (), query)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCollection {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// `true` (the default) archives the pages of the collection; `false` leaves them without a collection. Pages of a
    /// private collection are always archived.
    pub archive_pages: Option<bool>,
}

/// Lists the members of a collection, without pagination. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> Vec<CollectionMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollectionMembers {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
}

/// Gives a member of the workspace access to a collection. Needs the scope `wiki.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/members/" -> CollectionMember)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// User who gets access to the collection.
    pub member: UserId,
    /// Role of the user in the collection.
    pub access: CollectionMemberAccess,
}

/// Changes the role of a collection member. Needs the scope `wiki.pages:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/members/<member_id>/" -> CollectionMember)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub member_id: CollectionMemberId,
    /// Role of the user in the collection.
    pub access: CollectionMemberAccess,
}

/// Removes a member from a collection. Needs the scope `wiki.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/members/<member_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCollectionMember {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub member_id: CollectionMemberId,
}

/// Lists the pages of a collection. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Page<CollectionBranchPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Fields to return as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Returns only the page with this id in another system.
    pub external_id: Option<String>,
    /// Returns only pages whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Page of the list to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Returns only pages whose name contains this text.
    pub search: Option<String>,
    /// Returns only child pages of this page.
    pub parent_id: Option<WikiPageId>,
    // The filters from here on are documented for a future release.
    /// Returns only child pages of these pages.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WikiPageId>,
    /// Returns only pages that were created on this day or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Date>,
    /// Returns only pages that were created on this day or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Date>,
    /// Returns only pages that this user created.
    pub created_by: Option<String>,
    /// `true` returns only favourites of the authenticated user.
    pub favorites: Option<bool>,
    /// Returns only pages with these labels. The format of the value is undocumented.
    pub labels: Option<String>,
    /// Returns only pages that this user owns.
    pub owned_by_id: Option<UserId>,
    /// Returns only pages that one of these users owns.
    #[query(comma)]
    #[serde(rename = "owned_by_id__in")]
    pub owned_by_id_in: Vec<UserId>,
}

/// Adds existing pages to a collection. Needs the scope `wiki.pages:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/" -> Vec<CollectionPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Pages to add.
    pub page_ids: Vec<WikiPageId>,
    /// Position of each page in the collection, by the id of the page: the lowest value comes first.
    pub sort_orders: Option<BTreeMap<WikiPageId, f64>>,
    /// Position relative to other pages, in an undocumented format.
    pub placement: Option<Value>,
}

/// Searches for pages that are not yet in the collection. Needs the scope `wiki.pages:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/collections/<collection_id>/pages-search/" -> Vec<WikiPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchCollectionPages {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    /// Text that the name of the page must contain, in upper or lower case; all pages if unset.
    pub search: Option<String>,
}

/// Moves a page to another collection, or changes the position of the page. Needs the scope `wiki.pages:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/<page_collection_id>/" -> CollectionPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCollectionPage {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub page_collection_id: CollectionPageId,
    /// Target collection. Set this field only to move the page.
    pub collection: Option<CollectionId>,
    /// Position among the pages of the collection: the lowest value comes first.
    pub sort_order: Patch<f64>,
    /// Position relative to other pages, in an undocumented format.
    pub placement: Option<Value>,
}

/// Removes a page from a collection without deleting the page. Needs the scope `wiki.pages:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/collections/<collection_id>/pages/<page_collection_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCollectionPage {
    pub workspace_slug: String,
    pub collection_id: CollectionId,
    pub page_collection_id: CollectionPageId,
}

/// A folder for the pages of a workspace's wiki.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Collection {
    /// Id of the collection.
    pub id: CollectionId,
    /// Name of the collection.
    pub name: Option<String>,
    /// User who owns the collection.
    pub owned_by_id: Option<UserId>,
    /// Visibility of the collection.
    pub access: Option<CollectionAccess>,
    /// Role of the authenticated user in the collection.
    pub current_user_access: Option<CollectionMemberAccess>,
    /// `true` if the collection contains pages.
    pub has_pages: Option<bool>,
    /// `true` if the collection is the default collection for new pages.
    pub is_default: Option<bool>,
    /// `true` if the collection belongs to the whole workspace.
    pub is_global: Option<bool>,
    /// Emoji or icon.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Position among the collections: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Workspace that the collection belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the collection.
    pub created_by: Option<UserId>,
    /// User who last changed the collection.
    pub updated_by: Option<UserId>,
}

/// Membership of a user in a collection.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionMember {
    /// Id of the membership, not of the user.
    pub id: CollectionMemberId,
    /// Collection to which the user has access.
    pub collection: Option<CollectionId>,
    /// User who has access to the collection.
    pub member: Option<UserId>,
    /// Role of the user in the collection.
    pub access: Option<CollectionMemberAccess>,
    /// Workspace that the membership belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the membership.
    pub created_by: Option<UserId>,
    /// User who last changed the membership.
    pub updated_by: Option<UserId>,
}

/// A page in a collection, with the id of its parent page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionBranchPage {
    /// Id of the link between the page and the collection. [`UpdateCollectionPage`] and [`RemoveCollectionPage`] need
    /// this id.
    pub page_collection_id: Option<CollectionPageId>,
    /// The collection.
    pub collection_id: Option<CollectionId>,
    /// Id of the parent page.
    pub parent_id: Option<WikiPageId>,
    /// Position among the pages of the collection: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// The page, possibly with only some of its fields.
    pub page: Option<WikiPage>,
}

/// Link between a page and a collection.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CollectionPage {
    /// Id of the link, not of the page.
    pub id: CollectionPageId,
    /// The collection.
    pub collection: Option<CollectionId>,
    /// The page.
    pub page: Option<WikiPageId>,
    /// Workspace that the link belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Position among the pages of the collection: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the link.
    pub created_by: Option<UserId>,
    /// User who last changed the link.
    pub updated_by: Option<UserId>,
}

open_int_enum! {
    /// Visibility of a collection.
    pub enum CollectionAccess {
        /// Visible to every workspace member.
        Public = 0,
        /// Visible to the owner and the members of the collection.
        Private = 1,
    }
}

open_int_enum! {
    /// Role of a member in a collection.
    pub enum CollectionMemberAccess {
        /// Can read.
        View = 0,
        /// Can read and comment.
        Comment = 1,
        /// Can read, comment and edit.
        Edit = 2,
    }
}
