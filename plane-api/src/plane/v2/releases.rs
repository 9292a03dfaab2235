//! Releases: what a workspace ships.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::releases::ListReleases};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only the latest one, or only the others.
    pub is_latest: Option<bool>,
    /// Only those before a release, or only the others.
    pub is_prerelease: Option<bool>,
    /// Only those with this lead.
    pub lead_id: Option<UserId>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this release date.
    pub release_date: Option<Date>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this status.
    pub status: Option<ReleaseStatus>,
    /// Only those with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<ReleaseStatus>,
    /// Only those with this tag.
    pub tag_id: Option<ReleaseTagId>,
    /// Only those with this due date.
    pub target_date: Option<Date>,
    /// What the list is sorted by.
    pub order_by: Option<ReleaseOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<ReleaseField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/" -> Release, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRelease {
    pub workspace_slug: String,
    /// Name of the release, 255 characters at most.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the release in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is the latest one.
    pub is_latest: Option<bool>,
    /// Whether it is one before a release.
    pub is_prerelease: Option<bool>,
    /// Who leads the release.
    pub lead_id: Patch<UserId>,
    /// Day of the release.
    pub release_date: Patch<Date>,
    /// How far it is.
    pub status: Option<ReleaseStatus>,
    /// The tag.
    pub tag_id: Patch<ReleaseTagId>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Description, as the document of Plane's editor.
    pub description_json: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the release in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is the latest one.
    pub is_latest: Option<bool>,
    /// Whether it is one before a release.
    pub is_prerelease: Option<bool>,
    /// Who leads the release.
    pub lead_id: Patch<UserId>,
    /// Name of the release, 255 characters at most.
    pub name: Option<String>,
    /// Day of the release.
    pub release_date: Patch<Date>,
    /// How far it is.
    pub status: Option<ReleaseStatus>,
    /// The tag.
    pub tag_id: Patch<ReleaseTagId>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ReleaseExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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

/// Gets the changelog of a release. The first request creates it. Needs the scope `releases:read`.
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
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Patch<Value>,
}

/// Adds labels to a release, and removes others. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Managed<ReleaseLabelId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<ReleaseLabelId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<ReleaseLabelId>>,
}

/// Adds work items to a release, and removes others. Needs the scope `releases:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
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
    /// How far it is.
    pub status: Option<ReleaseStatus>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Id of the description.
    pub description_id: Option<String>,
    /// Day of the release.
    #[serde(default, deserialize_with = "coerce")]
    pub release_date: Option<Date>,
    /// When it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Whether it is the latest one.
    pub is_latest: Option<bool>,
    /// Whether it is one before a release.
    pub is_prerelease: Option<bool>,
    /// Who leads the release.
    pub lead_id: Option<UserId>,
    /// The tag.
    pub tag_id: Option<ReleaseTagId>,
    /// Its labels.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<ReleaseLabelId>>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who leads the release, as JSON, if it was expanded.
    pub lead: Option<Value>,
    /// The tag, as JSON, if it was expanded.
    pub tag: Option<Value>,
}

/// The changelog of a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseChangelog {
    /// Id of the changelog.
    pub id: ReleaseChangelogId,
    /// The release.
    pub release_id: Option<ReleaseId>,
    /// Id of the changelog's text.
    pub changelog_id: Option<ReleaseChangelogId>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
}

open_enum! {
    /// What a list of releases is sorted by, in ascending or descending order.
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
    /// Objects that a [`Release`] can have beside their ids.
    pub enum ReleaseExpand {
        Lead = "lead",
        Tag = "tag",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Release`].
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
    /// How far a release is.
    pub enum ReleaseStatus {
        Unreleased = "unreleased",
        Released = "released",
        Cancelled = "cancelled",
    }
}
