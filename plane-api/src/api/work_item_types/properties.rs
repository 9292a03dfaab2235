//! ~ Properties.

use serde_json::Value;

use crate::{
    Patch,
    common::{PropertyRelationType, PropertyType},
    endpoint,
    projects::ProjectId,
    work_item_properties::{WorkItemProperty, WorkItemPropertyId, WorkItemPropertyOptionInput},
    work_item_types::WorkItemTypeId,
};

/// Lists work item type properties. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Creates a work item type property. Needs the scope `projects.work_item_properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// What it relates to.
    pub relation_type: Option<PropertyRelationType>,
    /// The values to choose from.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
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
    /// Id of the work item type property in another system.
    pub external_id: Option<String>,
    /// ~ Formula config.
    pub formula_config: Option<String>,
}

/// Gets a work item type property. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a work item type property. Needs the scope `projects.work_item_properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
    /// What it relates to.
    pub relation_type: Patch<PropertyRelationType>,
    /// The values to choose from.
    pub options: Patch<Vec<WorkItemPropertyOptionInput>>,
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
    /// Id of the work item type property in another system.
    pub external_id: Patch<String>,
    /// ~ Formula config.
    pub formula_config: Option<String>,
}

/// Deletes a work item type property. Needs the scope `projects.work_item_properties:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
