//! ~ Pages.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch,
    common::{LogoProps, WorkspaceId},
    endpoint,
    projects::ProjectId,
    users::UserId,
};

/// Lists workspace page templates.
#[endpoint(GET, "/workspaces/<workspace_slug>/pages/templates/" -> Vec<PageTemplate>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspacePageTemplates {
    pub workspace_slug: String,
}

/// Creates a workspace page template.
#[endpoint(POST, "/workspaces/<workspace_slug>/pages/templates/" -> PageTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspacePageTemplate {
    pub workspace_slug: String,
    /// Name of the workspace page template.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the workspace page template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a workspace page template.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/pages/templates/<template_id>/" -> PageTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspacePageTemplate {
    pub workspace_slug: String,
    pub template_id: PageTemplateId,
    /// Name of the workspace page template.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// What is made from it.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the workspace page template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a workspace page template.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/pages/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspacePageTemplate {
    pub workspace_slug: String,
    pub template_id: PageTemplateId,
}

/// Lists project page templates.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/" -> Vec<PageTemplate>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectPageTemplates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a project page template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/" -> PageTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the project page template.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the project page template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a project page template.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/<template_id>/" -> PageTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: PageTemplateId,
    /// Name of the project page template.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// What is made from it.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the project page template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a project page template.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/pages/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectPageTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: PageTemplateId,
}

/// Id of a [`PageTemplate`].
pub type PageTemplateId = Id<PageTemplate>;

/// ~ page template.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct PageTemplate {
    /// Id of the page template.
    pub id: PageTemplateId,
    /// Name of the page template.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the page template.
    pub logo_props: Option<Value>,
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
    /// Id of the page template in another system.
    pub external_id: Option<String>,
    /// ~ Short description.
    pub short_description: Option<String>,
    /// ~ Template type.
    pub template_type: Option<String>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
}
