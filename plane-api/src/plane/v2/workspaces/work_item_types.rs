//! Types of the work items of a workspace. Those of a project are in [`work_item_types`](crate::v2::work_item_types).
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::work_item_types::ListWorkspaceWorkItemTypes};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkspaceWorkItemTypes::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod properties;

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::WorkItemTypeId,
        v2::{
            lists::CursorPage,
            work_item_types::{WorkItemType, WorkItemTypeField, WorkItemTypeOrder},
        },
    },
};

/// Lists the work item types of a workspace. Needs the scope `workspaces.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/?paginate=cursor" -> CursorPage<WorkItemType>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypes {
    pub workspace_slug: String,
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

/// Creates a work item type. Needs the scope `workspaces.work_item_types:write`.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemType {
    pub workspace_slug: String,
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

/// Gets a work item type. Needs the scope `workspaces.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Updates a work item type. Unset fields are left unchanged. Needs the scope `workspaces.work_item_types:write`.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemType {
    pub workspace_slug: String,
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

/// Deletes a work item type. Needs the scope `workspaces.work_item_types:write`.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Makes a type of a workspace the default one. Needs the scope `workspaces.work_item_types:write`.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/mark-default/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}
