//! ~ Work item properties.

use serde_json::Value;

use crate::{
    Patch,
    common::{PropertyRelationType, PropertyType},
    endpoint,
    work_item_properties::{WorkItemProperty, WorkItemPropertyId, WorkItemPropertyOptionInput},
};

/// Lists workspace work item properties.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemProperties {
    pub workspace_slug: String,
}

/// Creates a workspace work item property.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    /// What it relates to.
    pub relation_type: Option<PropertyRelationType>,
    /// The name that Plane shows.
    pub display_name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// What kind of value it holds.
    pub property_type: PropertyType,
    /// Whether it has to be filled in.
    pub is_required: Option<bool>,
    /// What it holds unless it is filled in.
    pub default_value: Option<Vec<String>>,
    /// How it is shown.
    pub settings: Option<Value>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it takes several values.
    pub is_multi: Option<bool>,
    /// What its values have to obey.
    pub validation_rules: Option<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item property in another system.
    pub external_id: Option<String>,
    /// The values to choose from.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
}

/// Gets a workspace work item property.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}

/// Updates a workspace work item property.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// What it relates to.
    pub relation_type: Patch<PropertyRelationType>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// What kind of value it holds.
    pub property_type: Option<PropertyType>,
    /// Whether it has to be filled in.
    pub is_required: Patch<bool>,
    /// What it holds unless it is filled in.
    pub default_value: Patch<Vec<String>>,
    /// How it is shown.
    pub settings: Patch<Value>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// Whether it takes several values.
    pub is_multi: Patch<bool>,
    /// What its values have to obey.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system.
    pub external_id: Patch<String>,
}

/// Deletes a workspace work item property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}
