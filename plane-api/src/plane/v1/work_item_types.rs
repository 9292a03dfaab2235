//! Work item types, such as bug or task, each with its own properties.
//!
//! Types are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! Types are managed either by each project or by the workspace. If the projects manage them, use this module. If the
//! workspace manages them, use [`workspaces::work_item_types`](crate::v1::workspaces::work_item_types), and
//! [`ImportWorkItemTypes`] to make them available in a project; the requests of this module that list and get types
//! still work.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_item_types::CreateWorkItemType;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemType>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let bug = CreateWorkItemType::new("my-workspace", project, "Bug")
//!     .description("Something is broken and has to be mended.")
//!     .send(&client)
//!     .await?;
//! println!("{}", bug.id);
//! # Ok(())
//! # }
//! ```

pub mod governance;
pub mod properties;

use std::collections::BTreeMap;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemPropertyId, WorkItemTypeId, WorkspaceId},
        v1::{
            common::{LogoProps, PropertyType, lenient},
            states::StateGroup,
        },
    },
};

/// Lists the types of a project. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> Vec<WorkItemType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Creates a type in a project. Needs the scope `projects.work_item_types:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name, such as `Bug`; at most 255 characters.
    pub name: String,
    /// Description of the type, as plain text.
    pub description: Option<String>,
    /// `true` if work items of this type are epics.
    pub is_epic: Option<bool>,
    /// `true` if new work items can have this type.
    pub is_active: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the type in another system.
    pub external_id: Option<String>,
    /// Projects that use the type. Only Plane's Python SDK defines this field.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Emoji or icon of the type.
    pub logo_props: Option<LogoProps>,
    /// Level in the type hierarchy.
    pub level: Option<i64>,
}

/// Gets a type of a project. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Updates a type of a project. Unset fields are left unchanged. Needs the scope `projects.work_item_types:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Name, such as `Bug`; at most 255 characters.
    pub name: Option<String>,
    /// Description of the type, as plain text.
    pub description: Patch<String>,
    /// `true` if work items of this type are epics.
    pub is_epic: Patch<bool>,
    /// `true` if new work items can have this type.
    pub is_active: Patch<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the type in another system.
    pub external_id: Patch<String>,
    /// Projects that use the type. Only Plane's Python SDK defines this field.
    pub project_ids: Patch<Vec<ProjectId>>,
    /// Emoji or icon of the type.
    pub logo_props: Patch<LogoProps>,
    /// Level in the type hierarchy.
    pub level: Patch<i64>,
}

/// Deletes a type of a project. Needs the scope `projects.work_item_types:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Gets the schema of a work item type: its fields and properties, with their selectable values. Needs
/// the scope `projects.work_item_types:read`.
///
/// The schema always contains states and priorities, and also estimates if the project uses estimates.
// `schema` takes the place of a type id in other paths.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/schema/" -> WorkItemTypeSchema)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeSchema {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Additional selectable values to include.
    #[query(comma)]
    pub include: Vec<WorkItemTypeSchemaPart>,
    /// Id of the type; the default type of the project if unset. If the project has no default type, the schema has no
    /// type and no properties.
    pub type_id: Option<WorkItemTypeId>,
}

/// Makes types of the workspace available in a project.
// This follows the Python SDK. The Node SDK sends `work_item_type_ids` to another path.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/import-work-item-types/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of types of the workspace.
    pub work_item_types: Vec<WorkItemTypeId>,
}

/// Attaches existing properties of the project to a type. To create properties, use
/// [`CreateWorkItemProperty`](crate::v1::work_item_properties::CreateWorkItemProperty). Only Plane's Python SDK defines
/// this request.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/" -> WorkItemTypePropertyLinks)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Properties to add.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a property from a type; the project keeps the property. Only Plane's Python SDK defines this request.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// A type of work items, such as bug or task.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemType {
    /// Id of the type.
    pub id: WorkItemTypeId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name, such as `Bug`; at most 255 characters.
    pub name: Option<String>,
    /// Description of the type, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the type.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// `true` if work items of this type are epics.
    pub is_epic: Option<bool>,
    /// `true` if the type is the default for new work items.
    pub is_default: Option<bool>,
    /// `true` if new work items can have this type.
    pub is_active: Option<bool>,
    /// Level in the type hierarchy.
    pub level: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the type in another system.
    pub external_id: Option<String>,
    /// User who created the type.
    pub created_by: Option<UserId>,
    /// User who last changed the type.
    pub updated_by: Option<UserId>,
    /// Workspace that the type belongs to.
    pub workspace: Option<WorkspaceId>,
    // The documentation has both names, the Python SDK only `project_ids`, the Node SDK only `project`.
    /// Project that uses the type. Servers that do not send `project_ids` send this field.
    pub project: Option<ProjectId>,
    /// Projects that use the type.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
}

/// Schema of a work item type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchema {
    /// Id of the type; unset if the project has no default type.
    pub type_id: Option<WorkItemTypeId>,
    /// Name of the type.
    pub type_name: Option<String>,
    /// Description of the type, as plain text.
    pub type_description: Option<String>,
    /// Emoji or icon of the type.
    #[serde(default, deserialize_with = "lenient")]
    pub type_logo_props: Option<LogoProps>,
    /// Fields of all work items, by their name in requests, such as `state_id`.
    pub fields: Option<BTreeMap<String, WorkItemTypeSchemaField>>,
    /// Properties of the type, by name.
    pub custom_fields: Option<BTreeMap<String, WorkItemTypeSchemaCustomField>>,
}

/// Properties that are attached to a type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypePropertyLinks {
    /// Ids of the properties.
    #[serde(default, deserialize_with = "coerce")]
    pub properties: Option<Vec<WorkItemPropertyId>>,
}

/// A field of the schema.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaField {
    /// Type of the field's values, as an undocumented string, such as `string`, `option` or `uuid`.
    pub r#type: Option<String>,
    /// `true` if the field is required to create a work item.
    pub required: Option<bool>,
    /// Maximum length of a text, in characters.
    #[serde(default, deserialize_with = "coerce")]
    pub max_length: Option<i64>,
    /// Selectable values.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemTypeSchemaOption>>,
}

/// A property of the schema.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaCustomField {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// Type of the property's values.
    pub r#type: Option<PropertyType>,
    /// Name of the property, derived by Plane from `display_name`.
    pub name: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
    /// `true` if the property is required to create a work item.
    pub required: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// Selectable values.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemTypeSchemaOption>>,
}

/// A selectable value. In requests, use its `value`, or its `id` if `value` is unset.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaOption {
    /// Enum value, such as `urgent`.
    pub value: Option<String>,
    /// Displayed name of the enum value.
    pub label: Option<String>,
    /// Id of the state, label, user or option.
    pub id: Option<String>,
    /// Name of the object; unset for users.
    pub name: Option<String>,
    /// Display name, for users.
    pub display_name: Option<String>,
    /// State group, for states.
    pub group: Option<StateGroup>,
}

open_enum! {
    /// Part of a schema that [`GetWorkItemTypeSchema`] returns only on request, because it can be large.
    pub enum WorkItemTypeSchemaPart {
        /// Project members, as possible assignees.
        Members = "members",
        /// Labels of the project.
        Labels = "labels",
    }
}
