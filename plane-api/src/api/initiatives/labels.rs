//! ~ Labels.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, users::UserId};

/// Lists initiative labels. Needs the scope `initiatives.labels:read`.
// NOTE: static segment sits where {initiative_id} would
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/" -> Page<InitiativeLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListInitiativeLabels {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/initiatives/labels/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateInitiativeLabel {
    pub workspace_slug: String,
    /// Name of the initiative label.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
}

/// Gets an initiative label. Needs the scope `initiatives.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
}

/// Updates an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> InitiativeLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
    /// Name of the initiative label.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
}

/// Deletes an initiative label. Needs the scope `initiatives.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/initiatives/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteInitiativeLabel {
    pub workspace_slug: String,
    pub label_id: InitiativeLabelId,
}

/// Id of a [`InitiativeLabel`].
pub type InitiativeLabelId = Id<InitiativeLabel>;

/// ~ initiative label.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct InitiativeLabel {
    /// Id of the initiative label.
    pub id: InitiativeLabelId,
    /// Name of the initiative label.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
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
    /// Id of the initiative label in another system.
    pub external_id: Option<String>,
}
