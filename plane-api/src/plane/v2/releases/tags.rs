//! Tags of [releases](crate::v2::releases): a tag is the version of a release.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::releases::tags::ListReleaseTags;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListReleaseTags>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListReleaseTags::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ReleaseTagId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the release tags of a workspace. Needs the scope `releases.tags:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/?paginate=cursor" -> CursorPage<ReleaseTag>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseTags {
    pub workspace_slug: String,
    /// Returns only tags that match this search text.
    pub search: Option<String>,
    /// Returns only tags with this version.
    pub version: Option<String>,
    /// Sort order.
    pub order_by: Option<ReleaseTagOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release tag. Needs the scope `releases.tags:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/tags/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseTag {
    pub workspace_slug: String,
    /// The version, such as `2.0.0`; at most 255 characters.
    pub version: String,
    /// Git commit hash, at most 255 characters.
    pub commit_hash: Patch<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Git tag, such as `v2.0.0`; at most 255 characters.
    pub git_tag: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Gets a release tag. Needs the scope `releases.tags:read`.
///
/// Tags are found by id. To find a tag by version, use [`ListReleaseTags::version`].
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Updates a release tag. Unset fields are left unchanged. Needs the scope `releases.tags:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// Git commit hash, at most 255 characters.
    pub commit_hash: Patch<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Git tag, such as `v2.0.0`; at most 255 characters.
    pub git_tag: Patch<String>,
    /// The version, such as `2.0.0`; at most 255 characters.
    pub version: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Deletes a release tag. Needs the scope `releases.tags:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// A tag: the version of a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseTag {
    /// Id of the release tag.
    pub id: ReleaseTagId,
    /// The version, such as `2.0.0`.
    pub version: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Git tag, such as `v2.0.0`.
    pub git_tag: Option<String>,
    /// Git commit hash.
    pub commit_hash: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the tag.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of release tags, ascending or descending.
    pub enum ReleaseTagOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Version = "version",
        VersionDesc = "-version",
    }
}

open_enum! {
    /// Fields of [`ReleaseTag`] that a response can include.
    pub enum ReleaseTagField {
        All = "all",
        CommitHash = "commit_hash",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        GitTag = "git_tag",
        Id = "id",
        Version = "version",
    }
}
