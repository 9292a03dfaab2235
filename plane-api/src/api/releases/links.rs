//! ~ Links.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, releases::ReleaseId};

/// Lists release links.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> Page<ReleaseLink>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLinks {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a release link.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The address.
    pub url: String,
    /// Title of the release link.
    pub title: Option<String>,
    /// What is known of the target.
    pub metadata: Option<Value>,
}

/// Gets a release link.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
}

/// Updates a release link.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
    /// Title of the release link.
    pub title: Patch<String>,
    /// The address.
    pub url: Patch<String>,
    /// What is known of the target.
    pub metadata: Patch<Value>,
}

/// Deletes a release link.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
}

/// Id of a [`ReleaseLink`].
pub type ReleaseLinkId = Id<ReleaseLink>;

/// ~ release link.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseLink {
    /// Id of the release link.
    pub id: ReleaseLinkId,
    /// Title of the release link.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// What is known of the target.
    pub metadata: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The release that it belongs to.
    pub release: Option<ReleaseId>,
}
