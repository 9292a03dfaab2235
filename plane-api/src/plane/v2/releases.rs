//! Releases: versions that a workspace ships.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::releases::ListReleases;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListReleases>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListReleases::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
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
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ReleaseChangelogId, ReleaseId, ReleaseLabelId, ReleaseTagId, UserId, WorkItemId},
        v2::{common::Managed, lists::CursorPage},
    },
};

/// Lists the releases of a workspace. Needs the scope `releases:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/?paginate=cursor" -> CursorPage<Release>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleases {
    pub workspace_slug: String,
    /// `true` returns only the latest release, `false` only the others.
    pub is_latest: Option<bool>,
    /// `true` returns only prereleases, `false` only the others.
    pub is_prerelease: Option<bool>,
    /// Returns only releases that this user leads.
    pub lead_id: Option<UserId>,
    /// Returns only releases with this name.
    pub name: Option<String>,
    /// Returns only releases with this release date.
    pub release_date: Option<Date>,
    /// Returns only releases that match this search text.
    pub search: Option<String>,
    /// Returns only releases with this status.
    pub status: Option<ReleaseStatus>,
    /// Returns only releases with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<ReleaseStatus>,
    /// Returns only releases with this tag.
    pub tag_id: Option<ReleaseTagId>,
    /// Returns only releases that are planned for this date.
    pub target_date: Option<Date>,
    /// Sort order.
    pub order_by: Option<ReleaseOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/" -> Release, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRelease {
    pub workspace_slug: String,
    /// Name of the release, at most 255 characters.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as a Plane editor document.
    pub description_json: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the release in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the release is the latest one.
    pub is_latest: Option<bool>,
    /// `true` if the release is a prerelease.
    pub is_prerelease: Option<bool>,
    /// User who leads the release.
    pub lead_id: Patch<UserId>,
    /// Release date.
    pub release_date: Patch<Date>,
    /// Status of the release.
    pub status: Option<ReleaseStatus>,
    /// [Tag](crate::v2::releases::tags) of the release: its version.
    pub tag_id: Patch<ReleaseTagId>,
    /// Planned release date.
    pub target_date: Patch<Date>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseField>,
}

/// Gets a release. Needs the scope `releases:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseField>,
}

/// Updates a release. Unset fields are left unchanged. Needs the scope `releases:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as a Plane editor document.
    pub description_json: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the release in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the release is the latest one.
    pub is_latest: Option<bool>,
    /// `true` if the release is a prerelease.
    pub is_prerelease: Option<bool>,
    /// User who leads the release.
    pub lead_id: Patch<UserId>,
    /// Name of the release, at most 255 characters.
    pub name: Option<String>,
    /// Release date.
    pub release_date: Patch<Date>,
    /// Status of the release.
    pub status: Option<ReleaseStatus>,
    /// [Tag](crate::v2::releases::tags) of the release: its version.
    pub tag_id: Patch<ReleaseTagId>,
    /// Planned release date.
    pub target_date: Patch<Date>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseField>,
}

/// Deletes a release. Needs the scope `releases:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Gets the changelog of a release. The first request for a release creates the changelog. Needs
/// the scope `releases:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Updates the changelog of a release. Unset fields are left unchanged. Needs the scope `releases:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The changelog, as HTML.
    pub description_html: Option<String>,
    /// The changelog, as a Plane editor document.
    pub description_json: Patch<Value>,
}

/// Adds labels to a release, and removes others. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Managed<ReleaseLabelId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Ids of the labels to add, at most 100.
    pub add: Option<Vec<ReleaseLabelId>>,
    /// Ids of the labels to remove, at most 100.
    pub remove: Option<Vec<ReleaseLabelId>>,
}

/// Adds work items to a release, and removes others. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
    pub remove: Option<Vec<WorkItemId>>,
}

/// A release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Release {
    /// Id of the release.
    pub id: ReleaseId,
    /// Name of the release.
    pub name: Option<String>,
    /// Status of the release.
    pub status: Option<ReleaseStatus>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Id under which Plane stores the text of the description.
    pub description_id: Option<String>,
    /// Release date.
    #[serde(default, deserialize_with = "coerce")]
    pub release_date: Option<Date>,
    /// Planned release date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// `true` if the release is the latest one.
    pub is_latest: Option<bool>,
    /// `true` if the release is a prerelease.
    pub is_prerelease: Option<bool>,
    /// User who leads the release.
    pub lead_id: Option<UserId>,
    /// [Tag](crate::v2::releases::tags) of the release: its version.
    pub tag_id: Option<ReleaseTagId>,
    /// Labels of the release.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<ReleaseLabelId>>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the release.
    pub created_by_id: Option<UserId>,
    /// User who leads the release, as JSON, if `expand` includes `lead`.
    pub lead: Option<Value>,
    /// Tag of the release, as JSON, if `expand` includes `tag`.
    pub tag: Option<Value>,
}

/// The changelog of a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseChangelog {
    /// Id of the changelog.
    pub id: ReleaseChangelogId,
    /// Release that the changelog belongs to.
    pub release_id: Option<ReleaseId>,
    /// Id under which Plane stores the text of the changelog.
    pub changelog_id: Option<ReleaseChangelogId>,
    /// The changelog, as HTML.
    pub description_html: Option<String>,
    /// The changelog, as a Plane editor document.
    pub description_json: Option<Value>,
}

open_enum! {
    /// Sort order of a list of releases, ascending or descending.
    pub enum ReleaseOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
        ReleaseDate = "release_date",
        ReleaseDateDesc = "-release_date",
        TargetDate = "target_date",
        TargetDateDesc = "-target_date",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`Release`].
    pub enum ReleaseExpand {
        Lead = "lead",
        Tag = "tag",
    }
}

open_enum! {
    /// Fields of [`Release`] that a response can include.
    pub enum ReleaseField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        DescriptionId = "description_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsLatest = "is_latest",
        IsPrerelease = "is_prerelease",
        LabelIds = "label_ids",
        LeadId = "lead_id",
        Name = "name",
        ReleaseDate = "release_date",
        Status = "status",
        TagId = "tag_id",
        TargetDate = "target_date",
    }
}

open_enum! {
    /// Status of a release.
    pub enum ReleaseStatus {
        Unreleased = "unreleased",
        Released = "released",
        Cancelled = "cancelled",
    }
}
