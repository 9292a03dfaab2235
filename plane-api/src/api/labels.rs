//! ~ Labels.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, projects::ProjectId, users::UserId,
};

/// Lists labels. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Page<Label>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListLabels {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a label. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/labels/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the label. 255 characters at most.
    pub name: String,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the label in another system. 255 characters at most.
    pub external_id: Option<String>,
    /// The label that it stands below.
    pub parent: Option<LabelId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
}

/// Gets a label. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// Updates a label. Needs the scope `projects.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> Label)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
    /// Name of the label. 255 characters at most.
    pub name: Option<String>,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the label in another system. 255 characters at most.
    pub external_id: Patch<String>,
    /// The label that it stands below.
    pub parent: Patch<LabelId>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
}

/// Deletes a label. Needs the scope `projects.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteLabel {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub label_id: LabelId,
}

/// Id of a [`Label`].
pub type LabelId = Id<Label>;

/// A label that work items can carry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Label {
    /// Id of the label.
    pub id: LabelId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the label.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#0000ff`.
    pub color: Option<String>,
    /// Place among the labels.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it belongs to, if it is not the workspace's.
    pub project: Option<ProjectId>,
    /// The label that it stands below.
    pub parent: Option<LabelId>,
}
