//! ~ Options.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Id, Patch,
    common::{LogoProps, WorkspaceId, lenient},
    endpoint,
    projects::ProjectId,
    users::UserId,
    work_item_properties::WorkItemPropertyId,
};

/// Lists work item property options. Needs the scope `projects.work_item_property_options:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/" -> Vec<WorkItemPropertyOption>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Creates a work item property option. Needs the scope `projects.work_item_property_options:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Name of the work item property option.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item property option in another system.
    pub external_id: Option<String>,
    /// The work item property option that it stands below.
    pub parent: Option<WorkItemPropertyOptionId>,
}

/// Gets a work item property option. Needs the scope `projects.work_item_property_options:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates a work item property option. Needs the scope `projects.work_item_property_options:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
    /// Name of the work item property option.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// Whether new ones get it.
    pub is_default: Patch<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the work item property option in another system.
    pub external_id: Patch<String>,
    /// The work item property option that it stands below.
    pub parent: Patch<WorkItemPropertyOptionId>,
}

/// Deletes a work item property option. Needs the scope `projects.work_item_property_options:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Id of a [`WorkItemPropertyOption`].
pub type WorkItemPropertyOptionId = Id<WorkItemPropertyOption>;

/// ~ work item property option.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyOption {
    /// Id of the work item property option.
    pub id: WorkItemPropertyOptionId,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Name of the work item property option.
    pub name: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the work item property option.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item property option in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The property that it belongs to.
    pub property: Option<WorkItemPropertyId>,
    /// The work item property option that it stands below.
    pub parent: Option<WorkItemPropertyOptionId>,
}
