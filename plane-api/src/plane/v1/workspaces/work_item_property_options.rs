//! Workspace property options: the selectable values of a workspace's work item property.
//!
//! Options are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Plane's documentation does not
//! contain the requests of this module; they come from Plane's SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::workspaces::work_item_property_options::CreateWorkspaceWorkItemPropertyOption,
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkItemPropertyOption>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let severity = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let option = CreateWorkspaceWorkItemPropertyOption::new("my-workspace", severity, "Critical")
//!     .is_default(true)
//!     .send(&client)
//!     .await?;
//! println!("{}", option.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{WorkItemPropertyId, WorkItemPropertyOptionId},
        v1::work_item_properties::options::WorkItemPropertyOption,
    },
};

/// Lists the options of a property.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/" -> Vec<WorkItemPropertyOption>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
}

/// Creates an option of a property.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Name of the option.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the option can be selected.
    pub is_active: Option<bool>,
    /// `true` if the option is the default.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the option in another system.
    pub external_id: Option<String>,
    /// Parent option, if the property type is
    /// [`PropertyType::Cascading`](crate::v1::common::PropertyType::Cascading).
    pub parent: Option<WorkItemPropertyOptionId>,
}

/// Gets an option of a property.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates an option of a property. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
    /// Name of the option.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// `true` if the option can be selected.
    pub is_active: Patch<bool>,
    /// `true` if the option is the default.
    pub is_default: Patch<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the option in another system.
    pub external_id: Patch<String>,
    /// Parent option, if the property type is
    /// [`PropertyType::Cascading`](crate::v1::common::PropertyType::Cascading).
    pub parent: Patch<WorkItemPropertyOptionId>,
}

/// Deletes an option of a property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/options/<option_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemPropertyOption {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}
