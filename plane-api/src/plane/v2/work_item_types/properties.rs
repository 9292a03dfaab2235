//! Properties of a [work item type](crate::v2::work_item_types).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_types::properties::ListWorkItemTypeProperties;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemTypeProperties>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemTypeProperties::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, page::Cursor},
    plane::{
        ids::{ProjectId, WorkItemPropertyId, WorkItemTypeId},
        v2::{
            lists::CursorPage,
            work_item_properties::{
                WorkItemProperty, WorkItemPropertyField, WorkItemPropertyOrder,
            },
        },
    },
};

/// Lists the properties of a work item type. Needs the scope `projects.work_item_types:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/?paginate=cursor" -> CursorPage<WorkItemProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Sort order; [`WorkItemPropertyOrder::SortOrder`] if unset.
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

/// Gets a property of a work item type. Needs the scope `projects.work_item_types:read`.
///
/// For a property that is not attached to the type, the server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Attaches properties to a work item type. Needs the scope `projects.work_item_types:write`.
///
/// The server attaches either all properties or none. The request is idempotent.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/" -> AttachedProperties, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkItemTypeProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    /// Ids of the properties to attach.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a property from a work item type. Needs the scope `projects.work_item_types:write`.
///
/// The server deletes the values of the property from all work items of the type. Detaching the property again is an
/// error: 404.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-types/<type_id>/properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkItemTypeProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}

/// Properties that are attached to a work item type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AttachedProperties {
    /// Ids of all properties that are attached to the type after the request.
    #[serde(default, deserialize_with = "coerce")]
    pub properties: Option<Vec<WorkItemPropertyId>>,
}
