//! Options of a [property](crate::v2::work_item_properties): the values that can be selected.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_properties::options::ListWorkItemPropertyOptions;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemPropertyOptions>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemPropertyOptions::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, WorkItemPropertyId, WorkItemPropertyOptionId},
        v2::lists::CursorPage,
    },
};

/// Lists the options of a property. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/?paginate=cursor" -> CursorPage<WorkItemPropertyOption>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Returns only options with this id in another system.
    pub external_id: Option<String>,
    /// Returns only options whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only options with this name.
    pub name: Option<String>,
    /// Returns only options that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemPropertyOptionOrder>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a property option. Needs the scope `projects.work_item_properties:write`.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Gets a property option. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates a property option. Unset fields are left unchanged. Needs the scope `projects.work_item_properties:write`.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Deletes a property option. Needs the scope `projects.work_item_properties:write`.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// An option of a property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyOption {
    /// Id of the option.
    pub id: WorkItemPropertyOptionId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Id of the option in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the option is the default value of the property.
    pub is_default: Option<bool>,
    /// Name of the option.
    pub name: Option<String>,
    /// Position among the options: the lowest value comes first.
    pub sort_order: Option<f64>,
}

open_enum! {
    /// Sort order of a list of options, ascending or descending.
    pub enum WorkItemPropertyOptionOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}
