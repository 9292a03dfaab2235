//! ~ Releases.

pub mod comments;
pub mod labels;
pub mod links;
pub mod tags;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    labels::LabelId,
    open_enum,
    projects::ProjectId,
    releases::labels::ReleaseLabel,
    releases::tags::ReleaseTagId,
    users::UserId,
    work_items::WorkItemId,
};

/// Lists releases.
// NOTE: node SDK accepts page or bare list
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/" -> Page<Release>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleases {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
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
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
    /// ~ Status.
    pub status: Option<String>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// When it is released.
    pub release_date: Option<Date>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// Its tag.
    pub tag: Option<ReleaseTagId>,
    /// ~ Is prerelease.
    pub is_prerelease: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// Emoji or icon of the release.
    pub logo_props: Option<LogoProps>,
}

/// Gets a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Updates a release.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/" -> Release)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Name of the release.
    pub name: Patch<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
    /// ~ Status.
    pub status: Patch<String>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// When it is released.
    pub release_date: Patch<Date>,
    /// Who leads it.
    pub lead: Patch<UserId>,
    /// Its tag.
    pub tag: Patch<ReleaseTagId>,
    /// ~ Is prerelease.
    pub is_prerelease: Patch<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the release in another system.
    pub external_id: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// When it begins.
    pub start_date: Patch<Date>,
    /// Emoji or icon of the release.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a release.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Gets a release changelog.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
}

/// Updates a release changelog.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/changelog/" -> ReleaseChangelog)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseChangelog {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
}

/// Lists labels of release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Page<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabelsOfRelease {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds release labels.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> Vec<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Its labels.
    pub label_ids: Vec<LabelId>,
}

/// Removes release labels.
// NOTE: python SDK: DELETE with JSON body; node SDK: DELETE .../labels/{label_id}/
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/labels/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveReleaseLabels {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Its labels.
    pub label_ids: Vec<LabelId>,
}

/// Lists release work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> Page<ReleaseWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Adds release work items.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Removes release work items.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveReleaseWorkItems {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Id of a [`Release`].
pub type ReleaseId = Id<Release>;

/// ~ release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Release {
    /// Id of the release.
    pub id: ReleaseId,
    /// Name of the release.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// ~ Status.
    pub status: Option<String>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// When it is released.
    pub release_date: Option<Date>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// Its tag.
    pub tag: Option<ReleaseTagId>,
    /// ~ Is latest.
    pub is_latest: Option<bool>,
    /// ~ Is prerelease.
    pub is_prerelease: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the release in another system.
    pub external_id: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// Emoji or icon of the release.
    pub logo_props: Option<Value>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

/// Id of a [`ReleaseChangelog`].
pub type ReleaseChangelogId = Id<ReleaseChangelog>;

/// ~ release changelog.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseChangelog {
    /// Id of the release changelog.
    pub id: ReleaseChangelogId,
    /// ~ Changelog.
    pub changelog: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The release that it belongs to.
    pub release: Option<ReleaseId>,
}

/// Id of a [`ReleaseWorkItem`].
pub type ReleaseWorkItemId = Id<ReleaseWorkItem>;

/// ~ release work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseWorkItem {
    /// Id of the release work item.
    pub id: ReleaseWorkItemId,
    /// Name of the release work item.
    pub name: Option<String>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
}

open_enum! {
    /// ~ release status.
    pub enum ReleaseStatus {
        /// ~ Unreleased.
        Unreleased = "unreleased",
        /// ~ Released.
        Released = "released",
        /// ~ Cancelled.
        Cancelled = "cancelled",
    }
}
