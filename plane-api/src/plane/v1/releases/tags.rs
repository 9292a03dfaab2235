//! Tags: the versions that [releases](crate::v1::releases) can have, each with its Git tag or commit.
//!
//! Like releases, tags are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::releases::{UpdateRelease, tags::CreateReleaseTag};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateReleaseTag>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<UpdateRelease>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let tag = CreateReleaseTag::new("my-workspace", "2.0.0").git_tag("v2.0.0").send(&client).await?;
//! let release = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! UpdateRelease::new("my-workspace", release).tag(tag.id).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::ids::{ReleaseTagId, UserId, WorkspaceId},
};

/// Lists the tags of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/" -> Page<ReleaseTag>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseTags {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a tag.
// Plane's Node SDK requires `name`, its Python SDK `version`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/tags/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseTag {
    pub workspace_slug: String,
    /// The version, such as `2.0.0`.
    pub version: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Git commit hash.
    pub commit_hash: Option<String>,
    /// Git tag, such as `v2.0.0`.
    pub git_tag: Option<String>,
    /// Name of the tag.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
}

/// Gets a tag.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// Updates a tag. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ReleaseTag)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
    /// The version, such as `2.0.0`.
    pub version: Option<String>,
    /// Description, as plain text. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description: Patch<String>,
    /// Git commit hash. Only Plane's documentation of API v2 says that this field can be cleared.
    pub commit_hash: Patch<String>,
    /// Git tag, such as `v2.0.0`. Only Plane's documentation of API v2 says that this field can be cleared.
    pub git_tag: Patch<String>,
}

/// Deletes a tag.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/tags/<tag_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseTag {
    pub workspace_slug: String,
    pub tag_id: ReleaseTagId,
}

/// A version that a release can have.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseTag {
    /// Id of the tag.
    pub id: ReleaseTagId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// The version, such as `2.0.0`.
    pub version: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Git commit hash.
    pub commit_hash: Option<String>,
    /// Git tag, such as `v2.0.0`.
    pub git_tag: Option<String>,
    /// Name of the tag.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the tags: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the tag in another system.
    pub external_id: Option<String>,
    /// User who created the tag.
    pub created_by: Option<UserId>,
    /// User who last changed the tag.
    pub updated_by: Option<UserId>,
    /// Workspace that the tag belongs to.
    pub workspace: Option<WorkspaceId>,
}
