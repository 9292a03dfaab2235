//! Properties of a work item type: custom fields of its work items.
//!
//! Properties are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::PropertyType, work_item_properties::WorkItemPropertyOptionInput, work_item_types::properties::CreateWorkItemTypeProperty},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemTypeProperty>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "display_name": "text", "property_type": "TEXT"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let option = |name: &str| WorkItemPropertyOptionInput {
//!     name: Some(name.into()),
//!     ..Default::default()
//! };
//! let severity =
//!     CreateWorkItemTypeProperty::new("my-workspace", project, bug, "Severity", PropertyType::Option)
//!         .options([option("Critical"), option("Minor")])
//!         .send(&client)
//!         .await?;
//! println!("{}", severity.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ProjectId, WorkItemPropertyId, WorkItemTypeId},
        v1::{
            common::{PropertyRelationType, PropertyType},
            work_item_properties::{WorkItemProperty, WorkItemPropertyOptionInput},
        },
    },
};

/// Lists the properties of a type. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Creates a property of a type. Needs the scope `projects.work_item_properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Type of the objects that the property's values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Selectable values, for [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
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
    /// The formula, for [`PropertyType::Formula`]. Only Plane's documentation mentions this field.
    pub formula_config: Option<String>,
}

/// Gets a property of a type. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a type. Unset fields are left unchanged. Needs
/// the scope `projects.work_item_properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
    /// Type of the objects that the property's values refer to; required for [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Selectable values. Values that already exist need their `id`.
    pub options: Patch<Vec<WorkItemPropertyOptionInput>>,
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
    /// The formula, for [`PropertyType::Formula`]. Only Plane's documentation mentions this field.
    pub formula_config: Option<String>,
}

/// Deletes a property of a type. To keep the values of work items, set [`UpdateWorkItemTypeProperty::is_active`] to
/// `false` instead. Needs the scope `projects.work_item_properties:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
