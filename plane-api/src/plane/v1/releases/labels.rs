//! Labels for the [releases](crate::v1::releases) of a workspace.
//!
//! [`AddReleaseLabels`](crate::v1::releases::AddReleaseLabels) adds these labels to a release. Like releases, release
//! labels are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::releases::{AddReleaseLabels, labels::CreateReleaseLabel};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateReleaseLabel>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<AddReleaseLabels>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let label = CreateReleaseLabel::new("my-workspace", "LTS").color("#16a34a").send(&client).await?;
//! let release = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! AddReleaseLabels::new("my-workspace", release, [label.id]).send(&client).await?;
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
    plane::ids::{ReleaseLabelId, UserId, WorkspaceId},
};

/// Lists the release labels of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/" -> Page<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLabels {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a release label.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/labels/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLabel {
    pub workspace_slug: String,
    /// Name of the label.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    // An integer in Plane's Python SDK; responses contain any number.
    pub sort_order: Option<f64>,
}

/// Gets a release label.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
}

/// Updates a release label. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
    /// Name of the label.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Patch<f64>,
}

/// Deletes a release label.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
}

/// A label for releases.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseLabel {
    /// Id of the label.
    pub id: ReleaseLabelId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the label.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Position among the labels: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the label in another system.
    pub external_id: Option<String>,
    /// User who created the label.
    pub created_by: Option<UserId>,
    /// User who last changed the label.
    pub updated_by: Option<UserId>,
    /// Workspace that the label belongs to.
    pub workspace: Option<WorkspaceId>,
}
