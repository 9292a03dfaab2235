//! ~ Property values.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Patch,
    common::OneOrMany,
    endpoint,
    projects::ProjectId,
    work_item_properties::{RichTextValueDetail, WorkItemPropertyId},
    work_items::WorkItemId,
};

/// Gets a work item property value. Needs the scope `projects.work_item_property_values:read`.
// NOTE: array when the property is_multi
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
}

/// Creates a work item property value. Needs the scope `projects.work_item_property_values:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
    /// The value.
    pub value: Value,
    /// Id of the work item property value in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Updates a work item property value. Needs the scope `projects.work_item_property_values:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> OneOrMany<WorkItemPropertyValue>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
    /// The value.
    pub value: Patch<Value>,
    /// Id of the work item property value in another system.
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
}

/// Deletes a work item property value. Needs the scope `projects.work_item_property_values:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/work-item-properties/<property_id>/values/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyValue {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub property_id: WorkItemPropertyId,
}

/// Id of a [`WorkItemPropertyValue`].
pub type WorkItemPropertyValueId = Id<WorkItemPropertyValue>;

/// ~ work item property value.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyValue {
    /// Id of the work item property value.
    pub id: WorkItemPropertyValueId,
    /// The property.
    pub property_id: Option<WorkItemPropertyId>,
    /// The work item that it belongs to.
    pub issue_id: Option<WorkItemId>,
    /// The value.
    pub value: Option<Value>,
    /// ~ Value type.
    pub value_type: Option<String>,
    /// Id of the work item property value in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// ~ Value detail.
    pub value_detail: Option<RichTextValueDetail>,
}
