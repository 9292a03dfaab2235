//! ~ Tags.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, users::UserId};

/// Lists release tags.
// NOTE: static segment sits where {release_id} would
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/" -> Page<ReleaseTag>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseTags {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a release tag.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/tags/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseTag {
    pub workspace_slug: String,
    /// Version of the release tag.
    pub version: String,
    /// ~ Description.
    pub description: Option<String>,
    /// ~ Commit hash.
    pub commit_hash: Option<String>,
    /// ~ Git tag.
    pub git_tag: Option<String>,
    /// Name of the release tag.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
}

/// Gets a release tag.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// Updates a release tag.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// Version of the release tag.
    pub version: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// ~ Commit hash.
    pub commit_hash: Patch<String>,
    /// ~ Git tag.
    pub git_tag: Patch<String>,
}

/// Deletes a release tag.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// Id of a [`ReleaseTag`].
pub type ReleaseTagId = Id<ReleaseTag>;

/// ~ release tag.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseTag {
    /// Id of the release tag.
    pub id: ReleaseTagId,
    /// Version of the release tag.
    pub version: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// ~ Commit hash.
    pub commit_hash: Option<String>,
    /// ~ Git tag.
    pub git_tag: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Name of the release tag.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the release tag in another system.
    pub external_id: Option<String>,
}
