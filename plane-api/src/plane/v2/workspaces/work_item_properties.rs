//! Properties of the work items of a workspace. Those of a project are in
//! [`work_item_properties`](crate::v2::work_item_properties).
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::work_item_properties::ListWorkspaceWorkItemProperties};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this shown name.
    pub display_name: Option<String>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemPropertyOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item property. Needs the scope `workspaces.work_item_properties:write`.
///
/// No work item has the property until a context says where.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: String,
    /// What its values are.
    pub property_type: PropertyType,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Updates a work item property. Unset fields are left unchanged. Needs the scope
/// `workspaces.work_item_properties:write`.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: Option<String>,
    /// What its values are.
    pub property_type: Option<PropertyType>,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Deletes a work item property. Needs the scope `workspaces.work_item_properties:write`.
///
/// Its contexts and options are lost.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemProperty {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}
