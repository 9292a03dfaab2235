//! Work item properties: custom fields for the work items of a project.
//!
//! Properties are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! A property only takes effect once it is attached to a type: see
//! [`AttachWorkItemTypeProperties`](crate::v1::work_item_types::AttachWorkItemTypeProperties).
//! [`work_item_types::properties`](crate::v1::work_item_types::properties) creates properties directly on a type. Only
//! Plane's Python SDK defines the requests of this module.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::PropertyType, work_item_properties::CreateWorkItemProperty, work_item_types::AttachWorkItemTypeProperties},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemProperty>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "display_name": "text", "property_type": "TEXT"}));
//! # mock.expect_any::<AttachWorkItemTypeProperties>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let cost =
//!     CreateWorkItemProperty::new("my-workspace", project, "Cost", PropertyType::Decimal)
//!         .send(&client)
//!         .await?;
//! AttachWorkItemTypeProperties::new("my-workspace", project, bug, [cost.id]).send(&client).await?;
//! # Ok(())
//! # }
//! ```

pub mod options;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::{
        ids::{
            ProjectId, RichTextValueDetailId, UserId, WorkItemPropertyId, WorkItemPropertyOptionId,
            WorkItemTypeId, WorkspaceId,
        },
        v1::{
            common::{LogoProps, PropertyRelationType, PropertyType, lenient},
            work_item_properties::options::WorkItemPropertyOption,
        },
    },
};

/// Lists all properties of a project, whatever work item type they are attached to.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a property in a project, not attached to any type.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Type of the objects that the property's values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Display name, at most 255 characters. Plane derives `name` from it.
    pub display_name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the property's values.
    pub property_type: PropertyType,
    /// `true` if every work item must have a value.
    pub is_required: Option<bool>,
    /// Default values: always a list of strings, even for a single number.
    pub default_value: Option<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat). Required for text and date properties.
    pub settings: Option<Value>,
    /// `true` if work items can have values for this property.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// Validation rules for the property's values, in an undocumented format that depends on the property type.
    pub validation_rules: Option<Value>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// Selectable values, for [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
}

/// Gets a property of a project.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a project. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Type of the objects that the property's values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Display name, at most 255 characters. Plane derives `name` from it.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// `true` if every work item must have a value. Existing work items are checked at their next change.
    pub is_required: Patch<bool>,
    /// Default values: always a list of strings, even for a single number.
    pub default_value: Patch<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Patch<Value>,
    /// `true` if work items can have values for this property.
    pub is_active: Patch<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Patch<bool>,
    /// Validation rules for the property's values, in an undocumented format that depends on the property type.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the property in another system.
    pub external_id: Patch<String>,
}

/// Deletes a property of a project. To keep the values of work items, set [`UpdateWorkItemProperty::is_active`] to
/// `false` instead.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// A custom field of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemProperty {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Type of the objects that the property's values refer to, for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Name, derived by Plane from `display_name`.
    pub name: Option<String>,
    /// Display name.
    pub display_name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Icon of the property.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Position among the properties: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Type of the property's values.
    pub property_type: PropertyType,
    /// `true` if every work item must have a value.
    pub is_required: Option<bool>,
    // The Python SDK has strings, the Node SDK any value.
    /// Default values: always a list of strings, even for a single number.
    #[serde(default, deserialize_with = "lenient")]
    pub default_value: Option<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Option<Value>,
    /// `true` if work items can have values for this property.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// Validation rules for the property's values, in an undocumented format that depends on the property type.
    pub validation_rules: Option<Value>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// User who created the property.
    pub created_by: Option<UserId>,
    /// User who last changed the property.
    pub updated_by: Option<UserId>,
    /// Workspace that the property belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Project that the property belongs to; unset if the workspace manages the property.
    pub project: Option<ProjectId>,
    /// Type that the property belongs to; unset if the property was not created for a type.
    pub issue_type: Option<WorkItemTypeId>,
    /// Selectable values, for [`PropertyType::Option`].
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemPropertyOption>>,
}

/// A selectable value, sent together with its property.
// Of the fields that only the Node SDK has, `id` is included because updates need it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyOptionInput {
    /// Name of the option; required for a new option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if the option can be selected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// `true` if the option is the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_source: Option<String>,
    /// Id of the option in another system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Parent option, for [`PropertyType::Cascading`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<WorkItemPropertyOptionId>,
    /// Id of the option, if it already exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkItemPropertyOptionId>,
}

/// Formatted text as the value of a property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct RichTextValueDetail {
    /// Id of the text; unset if no text was saved yet.
    pub id: Option<RichTextValueDetailId>,
    /// The text, as HTML.
    pub description_html: Option<String>,
    /// Text without formatting.
    pub description_stripped: Option<String>,
}
