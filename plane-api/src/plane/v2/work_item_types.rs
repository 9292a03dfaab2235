//! Types of the work items of a project. Those of a workspace are in
//! [`workspaces::work_item_types`](crate::v2::workspaces::work_item_types).
//!
//! ```no_run
//! use plane_api::{Client, v2::work_item_types::ListWorkItemTypes};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemTypeOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item type. Needs the scope `projects.work_item_types:write`.
///
/// No response has `external_source` and `external_id`. The pair must be unique in the project: 409.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item type, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Updates a work item type. Unset fields are left unchanged. Needs the scope `projects.work_item_types:write`.
///
/// The default type must be active.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Name of the work item type, 255 characters at most.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item type in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Deletes a work item type. Needs the scope `projects.work_item_types:write`.
///
/// The default type, and a type that work items have, cannot be deleted: 409.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
}

/// Turns on work item types for a project. Needs the scope `projects.work_item_types:write`.
///
/// The response is the default type. A type of epics is created as well. Repeating the request is harmless.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/enable/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EnableWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Makes types of the workspace usable in a project. Needs the scope `projects.work_item_types:write`.
///
/// Although the path names a project, the workspace must manage its types: 409 otherwise. Repeating the request is
/// harmless.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/import/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImportWorkItemTypes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The types, which the workspace manages.
    pub work_item_types: Vec<WorkItemTypeId>,
}

/// Makes a type the default one. Needs the scope `projects.work_item_types:write`.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/mark-default/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkItemType {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Gets which fields the work items of a type have. Needs the scope `projects.work_item_types:read`.
///
/// The maps are from a field to its description. Members and labels to choose from are omitted unless `include` names
/// them.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/schema/" -> WorkItemTypeSchema, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeSchema {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// What the response includes as well.
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
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it is the type of epics.
    pub is_epic: Option<bool>,
    /// Level in the hierarchy.
    pub level: Option<f64>,
    /// Emoji or icon of the type, as JSON.
    pub logo_props: Option<Value>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

/// Which fields the work items of a type have.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTypeSchema {
    /// The type.
    pub type_id: Option<WorkItemTypeId>,
    /// Name of the type.
    pub type_name: Option<String>,
    /// Description of the type.
    pub type_description: Option<String>,
    /// Emoji or icon of the type, as JSON.
    pub type_logo_props: Option<Value>,
    /// The fields, by their names.
    pub fields: Option<BTreeMap<String, Value>>,
    /// The custom properties, by their names.
    pub custom_fields: Option<BTreeMap<String, Value>>,
}

open_enum! {
    /// What a list of types is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`WorkItemType`].
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
    /// What a schema can include.
    pub enum SchemaInclude {
        Members = "members",
        Labels = "labels",
    }
}
