//! ~ Work items.

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

/// Lists workspace work item templates.
#[endpoint(GET, "/workspaces/<workspace_slug>/workitems/templates/" -> Vec<WorkItemTemplate>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTemplates {
    pub workspace_slug: String,
}

/// Creates a workspace work item template.
#[endpoint(POST, "/workspaces/<workspace_slug>/workitems/templates/" -> WorkItemTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    /// Name of the work item template.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the work item template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a workspace work item template.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workitems/templates/<template_id>/" -> WorkItemTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    pub template_id: WorkItemTemplateId,
    /// Name of the work item template.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// What is made from it.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the work item template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a workspace work item template.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workitems/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    pub template_id: WorkItemTemplateId,
}

/// Lists project work item templates.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workitems/templates/" -> Vec<WorkItemTemplate>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectWorkItemTemplates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a project work item template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workitems/templates/" -> WorkItemTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the project work item template.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the project work item template.
    pub logo_props: Option<LogoProps>,
}

/// Updates a project work item template.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workitems/templates/<template_id>/" -> WorkItemTemplate)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
    /// Name of the project work item template.
    pub name: Patch<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// What is made from it.
    pub template_data: Patch<Value>,
    /// Emoji or icon of the project work item template.
    pub logo_props: Patch<LogoProps>,
}

/// Deletes a project work item template.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workitems/templates/<template_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
}

/// Id of a [`WorkItemTemplate`].
pub type WorkItemTemplateId = Id<WorkItemTemplate>;

/// ~ work item template.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTemplate {
    /// Id of the work item template.
    pub id: WorkItemTemplateId,
    /// Name of the work item template.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// What is made from it.
    pub template_data: Option<Value>,
    /// Emoji or icon of the work item template.
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
    /// Id of the work item template in another system.
    pub external_id: Option<String>,
    /// ~ Short description.
    pub short_description: Option<String>,
    /// ~ Template type.
    pub template_type: Option<String>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
}
