//! ~ Projects.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    users::UserId,
};

/// Lists workspace project templates.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/templates/" -> Vec<ProjectTemplate>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceProjectTemplates {
    pub workspace_slug: String,
}

/// Creates a workspace project template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/templates/" -> ProjectTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceProjectTemplate {
    pub workspace_slug: String,
    /// Name of the workspace project template.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the workspace project template.
    pub logo_props: Option<LogoProps>,
    /// What is made from it.
    pub template_data: Option<Value>,
}

/// Updates a workspace project template.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/templates/<template_id>/" -> ProjectTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceProjectTemplate {
    pub workspace_slug: String,
    pub template_id: ProjectTemplateId,
    /// Name of the workspace project template.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Emoji or icon of the workspace project template.
    pub logo_props: Patch<LogoProps>,
    /// What is made from it.
    pub template_data: Patch<Value>,
}

/// Deletes a workspace project template.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceProjectTemplate {
    pub workspace_slug: String,
    pub template_id: ProjectTemplateId,
}

/// Id of a [`ProjectTemplate`].
pub type ProjectTemplateId = Id<ProjectTemplate>;

/// ~ project template.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectTemplate {
    /// Id of the project template.
    pub id: ProjectTemplateId,
    /// Name of the project template.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the project template.
    pub logo_props: Option<Value>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the project template in another system.
    pub external_id: Option<String>,
}
