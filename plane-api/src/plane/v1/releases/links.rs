//! Links from a [release](crate::v1::releases) to web pages, such as an announcement.
//!
//! Like releases, links are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Only Plane's Python SDK defines these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::releases::links::CreateReleaseLink;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateReleaseLink>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let release = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! CreateReleaseLink::new("my-workspace", release, "https://acme.example/blog/2.0")
//!     .title("Announcement")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::ids::{ReleaseId, ReleaseLinkId, WorkspaceId},
};

/// Lists the links of a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> Page<ReleaseLink>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLinks {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds a link to a release.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// URL of the web page.
    pub url: String,
    /// Text shown instead of the URL.
    pub title: Option<String>,
    /// Metadata of the web page, such as its icon.
    pub metadata: Option<Value>,
}

/// Gets a link of a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
}

/// Updates a link of a release. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
    /// URL of the web page.
    pub url: Option<String>,
    /// Text shown instead of the URL.
    pub title: Patch<String>,
    /// Metadata of the web page, such as its icon.
    pub metadata: Patch<Value>,
}

/// Removes a link from a release.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ())]
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
    /// Id of the link.
    pub id: ReleaseLinkId,
    /// URL of the web page.
    pub url: Option<String>,
    /// Text shown instead of the URL.
    pub title: Option<String>,
    /// Metadata of the web page, such as its icon.
    pub metadata: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Workspace that the link belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Release that the link belongs to.
    pub release: Option<ReleaseId>,
}
