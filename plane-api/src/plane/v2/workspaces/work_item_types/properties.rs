//! Properties of a [work item type](crate::v2::workspaces::work_item_types) of a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_types::properties::ListWorkspaceWorkItemTypeProperties;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItemTypeProperties>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceWorkItemTypeProperties::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::{WorkItemPropertyId, WorkItemTypeId},
        v2::{
            lists::CursorPage,
            work_item_properties::{
                WorkItemProperty, WorkItemPropertyField, WorkItemPropertyOrder,
            },
            work_item_types::properties::AttachedProperties,
        },
    },
};

/// Lists the properties of a work item type. Needs the scope `workspaces.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/?paginate=cursor" -> CursorPage<WorkItemProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
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

/// Gets a property of a work item type of a workspace. Needs the scope `workspaces.work_item_types:read`.
///
/// For a property that is not attached to the type, the server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemTypeProperty {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Attaches properties to a work item type of a workspace. Needs the scope `workspaces.work_item_types:write`.
///
/// The request is idempotent.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/" -> AttachedProperties, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Ids of the properties to attach.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a property from a work item type of a workspace. Needs the scope `workspaces.work_item_types:write`.
///
/// Assume that the server deletes the values of the property: Plane's SDK says so, although Plane's documentation says
/// the opposite.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkspaceWorkItemTypeProperty {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
