//! Releases: versions that a workspace ships, across all of its projects.
//!
//! Releases are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests; the
//! documentation does not.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use jiff::civil::date;
//! use plane_api::v1::releases::{AddReleaseWorkItems, CreateRelease};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateRelease>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<AddReleaseWorkItems>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let release =
//!     CreateRelease::new("my-workspace", "2.0").target_date(date(2027, 1, 31)).send(&client).await?;
//! let work_items = ["9e22df71-1860-4fd6-8b3c-4ab3c5725c56"];
//! AddReleaseWorkItems::new("my-workspace", release.id, work_items).send(&client).await?;
//! # Ok(())
//! # }
//! ```

pub mod comments;
pub mod labels;
pub mod links;
pub mod tags;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{
            ReleaseChangelogId, ReleaseId, ReleaseLabelId, ReleaseTagId, UserId, WorkItemId,
            WorkspaceId,
        },
        v1::{
            common::{LogoProps, lenient},
            releases::labels::ReleaseLabel,
            work_items::WorkItem,
        },
    },
};

/// Lists the releases of a workspace.
// Plane's Node SDK expects a page or a bare list; `Page` decodes both.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/" -> Page<Release>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleases {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a release.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/" -> Release)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRelease {
    pub workspace_slug: String,
    /// Name of the release.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as a Plane editor document.
    pub description_json: Option<Value>,
    /// Status of the release.
    pub status: Option<ReleaseStatus>,
    /// Start date.
    pub start_date: Option<Date>,
    /// Planned release date.
    pub target_date: Option<Date>,
    /// Release date.
    pub release_date: Option<Date>,
    /// User who leads the release.
    pub lead: Option<UserId>,
    /// Version of the release: the id of a [tag](tags).
    pub tag: Option<ReleaseTagId>,
    /// `true` if the release is a prerelease, such as a beta.
    pub is_prerelease: Option<bool>,
    /// Emoji or icon of the release.
    pub logo_props: Option<LogoProps>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
}

/// Gets a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Updates a release. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Name of the release.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as a Plane editor document.
    pub description_json: Option<Value>,
    /// Status of the release.
    pub status: Patch<ReleaseStatus>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Planned release date. Only Plane's documentation of API v2 says that this field can be cleared.
    pub target_date: Patch<Date>,
    /// Release date. Only Plane's documentation of API v2 says that this field can be cleared.
    pub release_date: Patch<Date>,
    /// User who leads the release. Only Plane's documentation of API v2 says that this field can be cleared.
    pub lead: Patch<UserId>,
    /// Version of the release: the id of a [tag](tags). Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub tag: Patch<ReleaseTagId>,
    /// `true` if the release is a prerelease, such as a beta.
    pub is_prerelease: Patch<bool>,
    /// Emoji or icon of the release.
    pub logo_props: Patch<LogoProps>,
    /// Name of the system that `external_id` comes from. Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub external_source: Patch<String>,
    /// Id of the release in another system. Only Plane's documentation of API v2 says that this field can be cleared.
    pub external_id: Patch<String>,
}

/// Deletes a release.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Gets the changelog of a release. Only Plane's Python SDK defines this request.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Updates the changelog of a release. Only Plane's Python SDK defines this request.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The changelog, as HTML.
    pub description_html: Option<String>,
    /// The changelog, as a Plane editor document.
    pub description_json: Option<Value>,
}

/// Lists the labels of a release. [`ListReleaseLabels`](labels::ListReleaseLabels) lists all labels that the workspace
/// defines for releases.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Page<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabelsOfRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds labels to a release. The release keeps its existing labels.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Vec<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Labels to add.
    pub label_ids: Vec<ReleaseLabelId>,
}

/// Removes labels from a release.
// This follows Plane's Python SDK. The Node SDK sends `DELETE …/labels/{label_id}/` without a body, for one label.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Labels to remove.
    pub label_ids: Vec<ReleaseLabelId>,
}

/// Lists the work items of a release, with their `name` and `project_id`. Only Plane's Python SDK defines this request.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds work items to a release. Only Plane's Python SDK defines this request.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Work items to add.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes work items from a release without deleting them. Only Plane's Python SDK defines this request.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Work items to remove.
    pub work_item_ids: Vec<WorkItemId>,
}

/// A version that a workspace ships.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Release {
    /// Id of the release.
    pub id: ReleaseId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the release.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Status of the release.
    pub status: Option<ReleaseStatus>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// Planned release date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Release date.
    #[serde(default, deserialize_with = "coerce")]
    pub release_date: Option<Date>,
    /// User who leads the release.
    pub lead: Option<UserId>,
    /// Version of the release: the id of a [tag](tags).
    pub tag: Option<ReleaseTagId>,
    /// `true` if the release is the latest one.
    pub is_latest: Option<bool>,
    /// `true` if the release is a prerelease, such as a beta.
    pub is_prerelease: Option<bool>,
    /// Emoji or icon.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
    /// User who created the release.
    pub created_by: Option<UserId>,
    /// User who last changed the release.
    pub updated_by: Option<UserId>,
    /// Workspace that the release belongs to.
    pub workspace: Option<WorkspaceId>,
}

/// Changelog of a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseChangelog {
    /// Id of the changelog.
    pub id: ReleaseChangelogId,
    /// The changelog, in an undocumented format.
    pub changelog: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the changelog.
    pub created_by: Option<UserId>,
    /// User who last changed the changelog.
    pub updated_by: Option<UserId>,
    /// Workspace that the changelog belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Release that the changelog belongs to.
    pub release: Option<ReleaseId>,
}

open_enum! {
    /// Status of a release.
    // Plane's SDKs have a string here, in requests and responses; the values come from its newer API.
    pub enum ReleaseStatus {
        /// Not released yet.
        Unreleased = "unreleased",
        /// Released.
        Released = "released",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}
