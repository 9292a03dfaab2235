//! Links of [releases](crate::v2::releases).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::releases::links::ListReleaseLinks;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListReleaseLinks>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "title": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListReleaseLinks::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
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
        ids::{ReleaseId, ReleaseLinkId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the links of a release. Needs the scope `releases.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/?paginate=cursor" -> CursorPage<ReleaseLink>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLinks {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Returns only links that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ReleaseLinkOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLinkField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release link. Needs the scope `releases.links:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> ReleaseLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Title of the link, at most 255 characters.
    pub title: String,
    /// URL to which the link leads, at most 200 characters.
    pub url: String,
    /// Metadata of the link, as JSON.
    pub metadata: Patch<Value>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLinkField>,
}

/// Gets a release link. Needs the scope `releases.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLinkField>,
}

/// Updates a release link. Unset fields are left unchanged. Needs the scope `releases.links:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
    /// Metadata of the link, as JSON.
    pub metadata: Patch<Value>,
    /// Title of the link, at most 255 characters.
    pub title: Option<String>,
    /// URL to which the link leads, at most 200 characters.
    pub url: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseLinkField>,
}

/// Deletes a release link. Needs the scope `releases.links:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
}

/// A link of a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseLink {
    /// Id of the release link.
    pub id: ReleaseLinkId,
    /// Release that the link belongs to.
    pub release_id: Option<ReleaseId>,
    /// Title of the link.
    pub title: Option<String>,
    /// URL to which the link leads.
    pub url: Option<String>,
    /// Metadata of the link, as JSON.
    pub metadata: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the link.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of release links, ascending or descending.
    pub enum ReleaseLinkOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`ReleaseLink`] that a response can include.
    pub enum ReleaseLinkField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        Metadata = "metadata",
        ReleaseId = "release_id",
        Title = "title",
        Url = "url",
    }
}
