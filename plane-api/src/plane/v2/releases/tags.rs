//! Tags of [releases](crate::v2::releases): their versions.
//!
//! ```no_run
//! use plane_api::{Client, v2::releases::tags::ListReleaseTags};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/?paginate=cursor" -> CursorPage<ReleaseTag>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseTags {
    pub workspace_slug: String,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this version.
    pub version: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ReleaseTagOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release tag. Needs the scope `releases.tags:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/tags/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseTag {
    pub workspace_slug: String,
    /// Version, 255 characters at most.
    pub version: String,
    /// Hash of the commit in Git, 255 characters at most.
    pub commit_hash: Patch<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Tag in Git, 255 characters at most.
    pub git_tag: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Gets a release tag. Needs the scope `releases.tags:read`.
///
/// By its id only. To find a version, filter [`ListReleaseTags`] by `version`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Updates a release tag. Unset fields are left unchanged. Needs the scope `releases.tags:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// Hash of the commit in Git, 255 characters at most.
    pub commit_hash: Patch<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Tag in Git, 255 characters at most.
    pub git_tag: Patch<String>,
    /// Version, 255 characters at most.
    pub version: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseTagField>,
}

/// Deletes a release tag. Needs the scope `releases.tags:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// A tag of releases: a version.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseTag {
    /// Id of the release tag.
    pub id: ReleaseTagId,
    /// Version.
    pub version: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Tag in Git.
    pub git_tag: Option<String>,
    /// Hash of the commit in Git.
    pub commit_hash: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of release tags is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`ReleaseTag`].
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
