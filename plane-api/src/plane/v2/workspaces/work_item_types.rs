//! Work item types of a workspace. For types of a project, see [`work_item_types`](crate::v2::work_item_types).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_types::ListWorkspaceWorkItemTypes;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItemTypes>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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

/// Creates a work item type. Needs the scope `workspaces.work_item_types:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemType {
    pub workspace_slug: String,
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

/// Gets a work item type. Needs the scope `workspaces.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}

/// Updates a work item type. Unset fields are left unchanged. Needs the scope `workspaces.work_item_types:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemType {
    pub workspace_slug: String,
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

/// Deletes a work item type. Needs the scope `workspaces.work_item_types:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Makes a type of a workspace the default type for new work items. Needs the scope `workspaces.work_item_types:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/mark-default/" -> WorkItemType, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTypeField>,
}
