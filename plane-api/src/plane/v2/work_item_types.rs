//! Work item types of a project. For types of a workspace, see
//! [`workspaces::work_item_types`](crate::v2::workspaces::work_item_types).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_types::ListWorkItemTypes;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemTypes>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemTypes::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod properties;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, WorkItemTypeId},
        v2::lists::CursorPage,
    },
};

/// Lists the work item types of a project. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/?paginate=cursor" -> CursorPage<WorkItemType>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only types with this id in another system.
    pub external_id: Option<String>,
    /// Returns only types whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only types with this name.
    pub name: Option<String>,
    /// Returns only types that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemTypeOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item type. Needs the scope `projects.work_item_types:write`.
///
/// Responses contain neither `external_source` nor `external_id`. If another type of the project has the same pair, the
/// server responds with 409.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item type, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the type is active.
    pub is_active: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Gets a work item type. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Updates a work item type. Unset fields are left unchanged. Needs the scope `projects.work_item_types:write`.
///
/// The default type cannot be deactivated.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Name of the work item type, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the type is active.
    pub is_active: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Deletes a work item type. Needs the scope `projects.work_item_types:write`.
///
/// The server responds with 409 if the type is the default type, or if work items have the type.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Enables work item types for a project. Needs the scope `projects.work_item_types:write`.
///
/// The response is the default type of the project. The server also creates a type for epics. The request is
/// idempotent.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/enable/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EnableWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Imports types of the workspace into a project. Needs the scope `projects.work_item_types:write`.
///
/// The request is idempotent.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/import/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the types to import.
    pub work_item_types: Vec<WorkItemTypeId>,
}

/// Makes a type the default type for new work items of the project. Needs the scope `projects.work_item_types:write`.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/mark-default/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Gets the fields of a work item type. Needs the scope `projects.work_item_types:read`.
///
/// The response maps the name of each field to a description of the field. To also get the members or labels that can be selected, set `include`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/schema/" -> WorkItemTypeSchema, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeSchema {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Parts to add to the response.
    #[query(comma)]
    pub include: Vec<SchemaInclude>,
}

/// A type of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemType {
    /// Id of the type.
    pub id: WorkItemTypeId,
    /// Name of the type.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the type is active.
    pub is_active: Option<bool>,
    /// `true` if the type is the default type for new work items.
    pub is_default: Option<bool>,
    /// `true` if work items of this type are epics.
    pub is_epic: Option<bool>,
    /// Level of the type in the hierarchy of work item types.
    pub level: Option<f64>,
    /// Emoji or icon of the type, as JSON.
    pub logo_props: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

/// The fields that work items of a type have.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchema {
    /// Id of the type.
    pub type_id: Option<WorkItemTypeId>,
    /// Name of the type.
    pub type_name: Option<String>,
    /// Description of the type.
    pub type_description: Option<String>,
    /// Emoji or icon of the type, as JSON.
    pub type_logo_props: Option<Value>,
    /// Descriptions of the standard fields, by name of the field.
    pub fields: Option<BTreeMap<String, Value>>,
    /// Descriptions of the custom properties, by name of the property.
    pub custom_fields: Option<BTreeMap<String, Value>>,
}

open_enum! {
    /// Sort order of a list of types, ascending or descending.
    pub enum WorkItemTypeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Level = "level",
        LevelDesc = "-level",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Fields of [`WorkItemType`] that a response can include.
    pub enum WorkItemTypeField {
        All = "all",
        CreatedAt = "created_at",
        Description = "description",
        Id = "id",
        IsActive = "is_active",
        IsDefault = "is_default",
        IsEpic = "is_epic",
        Level = "level",
        LogoProps = "logo_props",
        Name = "name",
    }
}

open_enum! {
    /// Part of the schema that `include` adds to the response.
    pub enum SchemaInclude {
        Members = "members",
        Labels = "labels",
    }
}
