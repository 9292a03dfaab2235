//! ~ Work item property options.

use crate::{
    Patch, endpoint,
    work_item_properties::WorkItemPropertyId,
    work_item_properties::options::{WorkItemPropertyOption, WorkItemPropertyOptionId},
};

/// Lists workspace work item property options.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/" -> Vec<WorkItemPropertyOption>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}

/// Creates a workspace work item property option.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
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

/// Gets a workspace work item property option.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates a workspace work item property option.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
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

/// Deletes a workspace work item property option.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}
