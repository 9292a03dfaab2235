//! Options of a [property](crate::v2::workspaces::work_item_properties): the values that can be selected.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_properties::options::ListWorkspaceWorkItemPropertyOptions;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItemPropertyOptions>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceWorkItemPropertyOptions::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::{WorkItemPropertyId, WorkItemPropertyOptionId},
        v2::{
            lists::CursorPage,
            work_item_properties::options::{WorkItemPropertyOption, WorkItemPropertyOptionOrder},
        },
    },
};

/// Lists the options of a property of a workspace. Needs the scope `workspaces.work_item_properties:read`.
///
/// If the property does not exist, the list is empty.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/?paginate=cursor" -> CursorPage<WorkItemPropertyOption>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Returns only options with this id in another system.
    pub external_id: Option<String>,
    /// Returns only options whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only options with this name.
    pub name: Option<String>,
    /// Returns only options that match this search text.
    pub search: Option<String>,
    /// Sort order; [`WorkItemPropertyOptionOrder::SortOrder`] if unset.
    pub order_by: Option<WorkItemPropertyOptionOrder>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a property option. Needs the scope `workspaces.work_item_properties:write`.
///
/// Only a property of the type [`PropertyType::Option`](crate::v2::work_item_properties::PropertyType::Option) can have
/// options, and only one option can be the default value. Otherwise, the server responds with 400.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Name of the property option, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the option is the default value of the property.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the property option in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Gets a property option. Needs the scope `workspaces.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates a property option. Unset fields are left unchanged. Needs the scope `workspaces.work_item_properties:write`.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
    /// Name of the property option, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the option is the default value of the property.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the property option in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Deletes a property option. Needs the scope `workspaces.work_item_properties:write`.
///
/// Later, in the background, the server deletes the values that refer to this option.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}
