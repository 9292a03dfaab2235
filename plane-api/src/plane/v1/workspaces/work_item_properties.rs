//! Workspace properties: custom work item fields that the projects of a workspace share.
//!
//! Properties are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Plane's documentation does not
//! contain the requests of this module; they come from Plane's SDKs.
//!
//! Properties are managed either by the workspace or by each project. This module can change only properties that the
//! workspace manages, and [`work_item_properties`](crate::v1::work_item_properties) only properties that projects
//! manage. A property only takes effect once it is attached to a type: see
//! [`AttachWorkspaceWorkItemTypeProperties`](super::work_item_types::AttachWorkspaceWorkItemTypeProperties).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::PropertyType, workspaces::{work_item_properties::CreateWorkspaceWorkItemProperty, work_item_types::AttachWorkspaceWorkItemTypeProperties}},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkItemProperty>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "display_name": "text", "property_type": "TEXT"}));
//! # mock.expect_any::<AttachWorkspaceWorkItemTypeProperties>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let bug = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let cost =
//!     CreateWorkspaceWorkItemProperty::new("my-workspace", "Cost", PropertyType::Decimal)
//!         .send(&client)
//!         .await?;
//! AttachWorkspaceWorkItemTypeProperties::new("my-workspace", bug, [cost.id]).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::WorkItemPropertyId,
        v1::{
            common::{PropertyRelationType, PropertyType},
            work_item_properties::{WorkItemProperty, WorkItemPropertyOptionInput},
        },
    },
};

/// Lists the properties of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/" -> Vec<WorkItemProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemProperties {
    pub workspace_slug: String,
}

/// Creates a property in a workspace, not attached to any type.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
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

/// Gets a property of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}

/// Updates a property of a workspace. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Type of the objects that the property's values refer to; required for [`PropertyType::Relation`]. Only Plane's
    /// documentation of API v2 says that this field can be cleared.
    pub relation_type: Patch<PropertyRelationType>,
    /// Display name, at most 255 characters. Plane derives `name` from it.
    pub display_name: Option<String>,
    /// Description, as plain text. Only Plane's documentation of API v2 says that this field can be cleared.
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

/// Deletes a property of a workspace. To keep the values of work items, set
/// [`UpdateWorkspaceWorkItemProperty::is_active`] to `false` instead.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}
