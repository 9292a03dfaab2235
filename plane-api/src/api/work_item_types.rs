//! ~ Work item types.

pub mod governance;
pub mod properties;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    Id, Patch,
    common::{LogoProps, WorkspaceId, lenient},
    endpoint,
    projects::ProjectId,
    users::UserId,
    work_item_properties::WorkItemPropertyId,
};

/// Lists work item types. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> Vec<WorkItemType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a work item type. Needs the scope `projects.work_item_types:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item type.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item type in another system.
    pub external_id: Option<String>,
    /// The projects that it belongs to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Emoji or icon of the work item type.
    pub logo_props: Option<LogoProps>,
    /// Level in the hierarchy.
    pub level: Option<i64>,
}

/// Gets a work item type. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Updates a work item type. Needs the scope `projects.work_item_types:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Name of the work item type.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Whether work items of it are epics.
    pub is_epic: Patch<bool>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system.
    pub external_id: Patch<String>,
    /// The projects that it belongs to.
    pub project_ids: Patch<Vec<ProjectId>>,
    /// Emoji or icon of the work item type.
    pub logo_props: Patch<LogoProps>,
    /// Level in the hierarchy.
    pub level: Patch<i64>,
}

/// Deletes a work item type. Needs the scope `projects.work_item_types:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Gets a work item type schema. Needs the scope `projects.work_item_types:read`.
// NOTE: static segment sits where {type_id} would
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/schema/" -> WorkItemTypeSchema)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeSchema {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// ~ Include.
    #[query(comma)]
    pub include: Vec<String>,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
}

/// Imports work item types.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/import-work-item-types/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// ~ Work item types.
    pub work_item_types: Vec<WorkItemTypeId>,
}

/// Attaches work item type properties.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/" -> WorkItemTypePropertyLinks)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// The properties.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a work item type property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// Id of a [`WorkItemType`].
pub type WorkItemTypeId = Id<WorkItemType>;

/// A type of work items, such as bug or task.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemType {
    /// Id of the type.
    pub id: WorkItemTypeId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the type.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the type.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Whether work items of it are epics.
    pub is_epic: Option<bool>,
    /// Whether new work items get it.
    pub is_default: Option<bool>,
    /// Whether it can be chosen.
    pub is_active: Option<bool>,
    /// Level in the hierarchy of types.
    pub level: Option<f64>,
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
    /// The project that it was asked for in.
    pub project: Option<ProjectId>,
    /// The projects that use it.
    pub project_ids: Option<Vec<ProjectId>>,
}

/// ~ work item type schema.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchema {
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// ~ Type name.
    pub type_name: Option<String>,
    /// ~ Type description.
    pub type_description: Option<String>,
    /// ~ Type logo props.
    pub type_logo_props: Option<Value>,
    /// Fields to answer; all if unset.
    pub fields: Option<BTreeMap<String, WorkItemTypeSchemaField>>,
    /// ~ Custom fields.
    pub custom_fields: Option<BTreeMap<String, WorkItemTypeSchemaCustomField>>,
}

/// ~ work item type property links.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypePropertyLinks {
    /// The properties.
    pub properties: Option<Vec<WorkItemPropertyId>>,
}

/// ~ work item type schema field.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaField {
    /// ~ Type.
    pub r#type: Option<String>,
    /// ~ Required.
    pub required: Option<bool>,
    /// ~ Max length.
    pub max_length: Option<i64>,
    /// The values to choose from.
    pub options: Option<Vec<Value>>,
}

/// Id of a [`WorkItemTypeSchemaCustomField`].
pub type WorkItemTypeSchemaCustomFieldId = Id<WorkItemTypeSchemaCustomField>;

/// ~ work item type schema custom field.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaCustomField {
    /// Id of the work item type schema custom field.
    pub id: WorkItemTypeSchemaCustomFieldId,
    /// ~ Type.
    pub r#type: Option<String>,
    /// Name of the work item type schema custom field.
    pub name: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// ~ Required.
    pub required: Option<bool>,
    /// Whether it takes several values.
    pub is_multi: Option<bool>,
    /// The values to choose from.
    pub options: Option<Vec<Value>>,
}
