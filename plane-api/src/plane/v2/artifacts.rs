//! Artifacts: small web pages that a workspace publishes.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::artifacts::GetArtifact;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetArtifact>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}));
//! # let client = mock.client();
//! let response = GetArtifact::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::ids::{ArtifactId, ProjectId},
};

/// Creates an artifact. Needs the scope `workspaces.artifacts:write`.
///
/// The workspace must have the feature Applets, and the caller must be an admin or owner. If the project belongs to
/// another workspace, the server ignores it. Two types of rejection have no code, only a
/// [`detail`](crate::Error::detail).
#[endpoint(POST, "/workspaces/<workspace_slug>/artifacts/" -> Artifact, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateArtifact {
    pub workspace_slug: String,
    /// HTML of the page.
    pub html: String,
    /// Name of the artifact.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Prompt or other source from which the page was made.
    pub prompt: Option<String>,
    /// Project that the artifact belongs to.
    pub project: Patch<ProjectId>,
    /// Data source of the page; `Snapshot` if unset.
    pub data_mode: Option<ArtifactDataMode>,
}

/// Gets an artifact. Needs the scope `workspaces.artifacts:read`.
///
/// The response has other fields than the response to [`CreateArtifact`].
#[endpoint(GET, "/workspaces/<workspace_slug>/artifacts/<artifact_id>/" -> ArtifactDetail, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetArtifact {
    pub workspace_slug: String,
    pub artifact_id: ArtifactId,
}

/// Adds a version to an artifact. Needs the scope `workspaces.artifacts:write`.
///
/// Every request adds a version, even if the page has not changed.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/artifacts/<artifact_id>/update/" -> UpdatedArtifact, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateArtifact {
    pub workspace_slug: String,
    pub artifact_id: ArtifactId,
    /// HTML of the page.
    pub html: String,
    /// Prompt or other source from which the page was made.
    pub prompt: Option<String>,
}

/// Publishes an artifact; publishing cannot be undone. Needs the scope `workspaces.artifacts:write`.
///
/// Publishing a published artifact has no effect.
#[endpoint(POST, "/workspaces/<workspace_slug>/artifacts/<artifact_id>/publish/" -> PublishedArtifact, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PublishArtifact {
    pub workspace_slug: String,
    pub artifact_id: ArtifactId,
}

/// The result of [`CreateArtifact`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Artifact {
    /// Id of the artifact.
    pub id: ArtifactId,
    /// Name of the artifact.
    pub name: Option<String>,
    /// Number of the current version.
    #[serde(default, deserialize_with = "coerce")]
    pub current_version: Option<i64>,
    /// `true` if the artifact is published.
    pub is_published: Option<bool>,
    /// Last part of the public URL of the published artifact.
    pub anchor: Option<String>,
    /// Data source of the page.
    pub data_mode: Option<ArtifactDataMode>,
}

/// An artifact with its page, as returned by [`GetArtifact`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ArtifactDetail {
    /// Id of the artifact.
    pub id: ArtifactId,
    /// Name of the artifact.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Data source of the page.
    pub data_mode: Option<ArtifactDataMode>,
    /// Number of the current version.
    #[serde(default, deserialize_with = "coerce")]
    pub current_version: Option<i64>,
    /// HTML of the page.
    pub html: Option<String>,
}

/// The result of [`PublishArtifact`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PublishedArtifact {
    /// Last part of the public URL of the published artifact.
    pub anchor: Option<String>,
    /// `true` if the public URL is active.
    pub is_active: Option<bool>,
}

/// The result of [`UpdateArtifact`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UpdatedArtifact {
    /// Id of the artifact.
    pub id: ArtifactId,
    /// Number of the current version.
    #[serde(default, deserialize_with = "coerce")]
    pub current_version: Option<i64>,
    /// Data source of the page.
    pub data_mode: Option<ArtifactDataMode>,
}

open_enum! {
    /// Data source of the page of an artifact: a snapshot or live data.
    pub enum ArtifactDataMode {
        Snapshot = "snapshot",
        Live = "live",
    }
}
