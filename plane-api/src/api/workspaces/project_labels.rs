//! ~ Project labels.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, expanded},
    endpoint,
    users::User,
};

/// Lists workspace project labels. Needs the scope `projects.labels:read`.
// NOTE: docs: cursor page; python SDK: bare list; node SDK accepts both
#[endpoint(GET, "/workspaces/<workspace_slug>/project-labels/" -> Page<WorkspaceProjectLabel>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectLabels {
    pub workspace_slug: String,
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

/// Creates a workspace project label. Needs the scope `projects.labels:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/project-labels/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectLabel {
    pub workspace_slug: String,
    /// Name of the workspace project label.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
}

/// Gets a workspace project label. Needs the scope `projects.labels:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
}

/// Updates a workspace project label. Needs the scope `projects.labels:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> WorkspaceProjectLabel)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
    /// Name of the workspace project label.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Patch<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
}

/// Deletes a workspace project label. Needs the scope `projects.labels:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/project-labels/<label_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectLabel {
    pub workspace_slug: String,
    pub label_id: WorkspaceProjectLabelId,
}

/// Id of a [`WorkspaceProjectLabel`].
pub type WorkspaceProjectLabelId = Id<WorkspaceProjectLabel>;

/// ~ workspace project label.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceProjectLabel {
    /// Id of the workspace project label.
    pub id: WorkspaceProjectLabelId,
    /// Name of the workspace project label.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// ~ Description.
    pub description: Option<String>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the workspace project label in another system.
    pub external_id: Option<String>,
}
