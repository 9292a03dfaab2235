//! ~ Labels.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, users::UserId};

/// Lists release labels.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/" -> Page<ReleaseLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseLabels {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a release label.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/labels/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseLabel {
    pub workspace_slug: String,
    /// Name of the release label.
    pub name: String,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<i64>,
}

/// Gets a release label.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
}

/// Updates a release label.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ReleaseLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
    /// Name of the release label.
    pub name: Patch<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<i64>,
}

/// Deletes a release label.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseLabel {
    pub workspace_slug: String,
    pub label_id: ReleaseLabelId,
}

/// Id of a [`ReleaseLabel`].
pub type ReleaseLabelId = Id<ReleaseLabel>;

/// ~ release label.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseLabel {
    /// Id of the release label.
    pub id: ReleaseLabelId,
    /// Name of the release label.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the release label in another system.
    pub external_id: Option<String>,
}
