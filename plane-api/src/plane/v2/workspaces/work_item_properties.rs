//! Work item properties of a workspace: custom fields of work items. For properties of a project, see
//! [`work_item_properties`](crate::v2::work_item_properties).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_properties::ListWorkspaceWorkItemProperties;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItemProperties>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceWorkItemProperties::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod contexts;
pub mod options;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::WorkItemPropertyId,
        v2::{
            lists::CursorPage,
            work_item_properties::{
                PropertyRelationType, PropertyType, WorkItemProperty, WorkItemPropertyField,
                WorkItemPropertyOptionInput, WorkItemPropertyOrder,
            },
        },
    },
};

/// Lists the work item properties of a workspace. Needs the scope `workspaces.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/?paginate=cursor" -> CursorPage<WorkItemProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemProperties {
    pub workspace_slug: String,
    /// Returns only properties with this display name.
    pub display_name: Option<String>,
    /// Returns only properties with this id in another system.
    pub external_id: Option<String>,
    /// Returns only properties whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only properties with this name.
    pub name: Option<String>,
    /// Returns only properties that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemPropertyOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item property. Needs the scope `workspaces.work_item_properties:write`.
///
/// A work item has the property only if a context of the property covers the project and the type of the work item: see
/// [`contexts`](crate::v2::workspaces::work_item_properties::contexts).
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    /// Display name of the property, at most 255 characters.
    pub display_name: String,
    /// Type of the property's values.
    pub property_type: PropertyType,
    /// Type of the objects that the values refer to, if the property is of the type [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Options that can be selected, if the property is of the type [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Gets a work item property. Needs the scope `workspaces.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Updates a work item property. Unset fields are left unchanged. Needs
/// the scope `workspaces.work_item_properties:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Display name of the property, at most 255 characters.
    pub display_name: Option<String>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// Type of the objects that the values refer to, if the property is of the type [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Options that can be selected, if the property is of the type [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Deletes a work item property. Needs the scope `workspaces.work_item_properties:write`.
///
/// The contexts and the options of the property are deleted too.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}
