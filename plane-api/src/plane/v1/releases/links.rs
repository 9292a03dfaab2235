//! Links of [releases](crate::v1::releases) to what is on the web, such as an announcement.
//!
//! Like releases, they are part of Plane's commercial editions: the Community Edition has no such routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Only Plane's Python SDK knows of these requests.
//!
//! ```no_run
//! use plane_api::{Client, v1::releases::links::CreateReleaseLink};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds a link to a release.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/links/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Where the link leads.
    pub url: String,
    /// What is shown instead of the URL.
    pub title: Option<String>,
    /// What is known of the page, such as its icon.
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

/// Updates a link of a release. Fields that are not set stay as they are.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/links/<link_id>/" -> ReleaseLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLink {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub link_id: ReleaseLinkId,
    /// Where the link leads.
    pub url: Option<String>,
    /// What is shown instead of the URL.
    pub title: Patch<String>,
    /// What is known of the page, such as its icon.
    pub metadata: Patch<Value>,
}

/// Takes a link off a release.
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
    /// Where it leads.
    pub url: Option<String>,
    /// What is shown instead of the URL.
    pub title: Option<String>,
    /// What is known of the page, such as its icon.
    pub metadata: Option<Value>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The release that it belongs to.
    pub release: Option<ReleaseId>,
}
