//! ~ Work item types.

use crate::{
    Patch,
    common::LogoProps,
    endpoint,
    projects::ProjectId,
    work_item_properties::WorkItemPropertyId,
    work_item_types::{WorkItemType, WorkItemTypeId, WorkItemTypePropertyLinks},
};

/// Lists workspace work item types.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/" -> Vec<WorkItemType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypes {
    pub workspace_slug: String,
}

/// Creates a workspace work item type.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemType {
    pub workspace_slug: String,
    /// The projects that it belongs to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Name of the work item type.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the work item type.
    pub logo_props: Option<LogoProps>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Level in the hierarchy.
    pub level: Option<i64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item type in another system.
    pub external_id: Option<String>,
}

/// Gets a workspace work item type.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Updates a workspace work item type.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// The projects that it belongs to.
    pub project_ids: Patch<Vec<ProjectId>>,
    /// Name of the work item type.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Emoji or icon of the work item type.
    pub logo_props: Patch<LogoProps>,
    /// Whether work items of it are epics.
    pub is_epic: Patch<bool>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// Level in the hierarchy.
    pub level: Patch<i64>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system.
    pub external_id: Patch<String>,
}

/// Deletes a workspace work item type.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Lists workspace work item type properties.
// NOTE: python SDK: list of ids; node SDK: list of WorkItemProperty
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/" -> Vec<WorkItemPropertyId>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Attaches workspace work item type properties.
// NOTE: python: {properties:[..]}; node: {property_id}
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/" -> WorkItemTypePropertyLinks)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// The properties.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a workspace work item type property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkspaceWorkItemTypeProperty {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
