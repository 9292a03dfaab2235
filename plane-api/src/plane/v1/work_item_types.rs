//! Work item types: the kinds of work items that a project has, such as bug or task, each with properties of its own.
//!
//! Types are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
//! A workspace keeps its types either in each project, where the requests of this page change them, or once for all
//! projects: those are changed by [`workspaces::work_item_types`](crate::v1::workspaces::work_item_types), and
//! [`ImportWorkItemTypes`] brings them into a project. Reading works either way.
//!
//! ```no_run
//! use plane_api::{Client, v1::work_item_types::CreateWorkItemType};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Whether work items of this type are epics.
    pub is_epic: Option<bool>,
    /// Whether new work items can have this type.
    pub is_active: Option<bool>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the type in another system.
    pub external_id: Option<String>,
    /// Projects that use it. Only Plane's Python SDK defines it.
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

/// Updates a type of a project. Unset fields stay unchanged. Needs the scope
/// `projects.work_item_types:write`.
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
    /// Whether work items of this type are epics.
    pub is_epic: Patch<bool>,
    /// Whether new work items can have this type.
    pub is_active: Patch<bool>,
    /// System that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the type in another system.
    pub external_id: Patch<String>,
    /// Projects that use it. Only Plane's Python SDK defines it.
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

/// Gets what a work item of a type can hold: its fields and the properties of its type, with the values to choose from.
/// Needs the scope `projects.work_item_types:read`.
///
/// States, priorities and, where the project has them, estimates are always there to choose from.
// `schema` is where other paths have the id of a type.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/schema/" -> WorkItemTypeSchema)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeSchema {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Further values to choose from.
    #[query(comma)]
    pub include: Vec<WorkItemTypeSchemaPart>,
    /// The type; the project's default if unset, or none, and no properties, if there is no default.
    pub type_id: Option<WorkItemTypeId>,
}

/// Brings types of the workspace into a project, so that its work items can have them.
// The Python SDK is followed. The Node SDK sends `work_item_type_ids`, and to another path.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/import-work-item-types/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The types of the workspace.
    pub work_item_types: Vec<WorkItemTypeId>,
}

/// Gives a type properties that the project has: see
/// [`CreateWorkItemProperty`](crate::v1::work_item_properties::CreateWorkItemProperty). Only Plane's Python SDK knows of
/// it.
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

/// Takes a property from a type; the project keeps it. Only Plane's Python SDK defines it.
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
    /// Whether work items of this type are epics.
    pub is_epic: Option<bool>,
    /// Whether it is the default for new work items.
    pub is_default: Option<bool>,
    /// Whether new work items can have this type.
    pub is_active: Option<bool>,
    /// Level in the type hierarchy.
    pub level: Option<f64>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// Workspace it belongs to.
    pub workspace: Option<WorkspaceId>,
    // The documentation has both names, the Python SDK only `project_ids`, the Node SDK only `project`.
    /// The project that it was asked for in, from servers that send no `project_ids`.
    pub project: Option<ProjectId>,
    /// The projects that use it.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
}

/// What a work item of a type can hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchema {
    /// The type, unless there is none.
    pub type_id: Option<WorkItemTypeId>,
    /// Name of the type.
    pub type_name: Option<String>,
    /// Description of the type, as plain text.
    pub type_description: Option<String>,
    /// Emoji or icon of the type.
    #[serde(default, deserialize_with = "lenient")]
    pub type_logo_props: Option<LogoProps>,
    /// The fields that all work items have, by the name that they have in a request, such as `state_id`.
    pub fields: Option<BTreeMap<String, WorkItemTypeSchemaField>>,
    /// The properties of the type, by their name.
    pub custom_fields: Option<BTreeMap<String, WorkItemTypeSchemaCustomField>>,
}

/// The properties that a type was given.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypePropertyLinks {
    /// Ids of the properties.
    #[serde(default, deserialize_with = "coerce")]
    pub properties: Option<Vec<WorkItemPropertyId>>,
}

/// What a field of a work item can hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaField {
    /// Kind of its values, in the server's own words, such as `string`, `option` or `uuid`.
    pub r#type: Option<String>,
    /// Whether it is required to create a work item.
    pub required: Option<bool>,
    /// Length of the longest text that it can hold, in characters.
    #[serde(default, deserialize_with = "coerce")]
    pub max_length: Option<i64>,
    /// Selectable values.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemTypeSchemaOption>>,
}

/// What a property of a work item can hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaCustomField {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// Type of its values.
    pub r#type: Option<PropertyType>,
    /// Name of the property, which Plane derives from `display_name`.
    pub name: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
    /// Whether it is required to create a work item.
    pub required: Option<bool>,
    /// Whether it accepts several values.
    pub is_multi: Option<bool>,
    /// Selectable values.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<WorkItemTypeSchemaOption>>,
}

/// A value to choose: by its `value` where it is a word, else by its `id`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchemaOption {
    /// The word, such as `urgent`.
    pub value: Option<String>,
    /// What Plane shows for the word.
    pub label: Option<String>,
    /// Id of the state, label, user or option.
    pub id: Option<String>,
    /// Name of the object, unless it is a user.
    pub name: Option<String>,
    /// The name that Plane shows, if it is a user.
    pub display_name: Option<String>,
    /// What it means, if it is a state.
    pub group: Option<StateGroup>,
}

open_enum! {
    /// What [`GetWorkItemTypeSchema`] adds if it is asked to, because there may be many.
    pub enum WorkItemTypeSchemaPart {
        /// The members of the project, as those that work items can be assigned to.
        Members = "members",
        /// The labels of the project.
        Labels = "labels",
    }
}
