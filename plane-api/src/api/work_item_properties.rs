//! ~ Work item properties.

pub mod options;

use jiff::Timestamp;
use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

use crate::{
    Id, Patch,
    common::{LogoProps, PropertyRelationType, PropertyType, WorkspaceId, lenient},
    endpoint,
    projects::ProjectId,
    users::UserId,
    work_item_properties::options::{WorkItemPropertyOption, WorkItemPropertyOptionId},
    work_item_types::WorkItemTypeId,
};

/// Lists work item properties.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a work item property.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Gets a work item property.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a work item property.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Deletes a work item property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Id of a [`WorkItemProperty`].
pub type WorkItemPropertyId = Id<WorkItemProperty>;

/// ~ work item property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemProperty {
    /// Id of the work item property.
    pub id: WorkItemPropertyId,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// What it relates to.
    pub relation_type: Option<PropertyRelationType>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Name of the work item property.
    pub name: Option<String>,
    /// The name that Plane shows.
    pub display_name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the work item property.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
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
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// ~ Issue type.
    pub issue_type: Option<WorkItemTypeId>,
    /// The values to choose from.
    pub options: Option<Vec<WorkItemPropertyOption>>,
}

/// ~ work item property option input as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyOptionInput {
    /// Name of the work item property option input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ~ Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it is in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Whether new ones get it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_source: Option<String>,
    /// Id of the work item property option input in another system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The work item property option input that it stands below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<WorkItemPropertyOptionId>,
    /// The property that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub property: Option<WorkItemPropertyId>,
    /// Place among its kind, in ascending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
    /// The project that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<ProjectId>,
    /// Emoji or icon of the work item property option input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_props: Option<LogoProps>,
    /// Id of the work item property option input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkItemPropertyOptionId>,
    /// When it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<UserId>,
    /// Who changed it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<UserId>,
}

/// Id of a [`RichTextValueDetail`].
pub type RichTextValueDetailId = Id<RichTextValueDetail>;

/// ~ rich text value detail.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct RichTextValueDetail {
    /// Id of the rich text value detail.
    pub id: RichTextValueDetailId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
}
