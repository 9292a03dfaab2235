//! Property options: the selectable values of a work item property.
//!
//! Options are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_item_properties::options::CreateWorkItemPropertyOption;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemPropertyOption>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let severity = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//! let option = CreateWorkItemPropertyOption::new("my-workspace", project, severity, "Critical")
//!     .is_default(true)
//!     .send(&client)
//!     .await?;
//! println!("{}", option.id);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemPropertyId, WorkItemPropertyOptionId, WorkspaceId},
        v1::common::{LogoProps, lenient},
    },
};

/// Lists the options of a property. Needs the scope `projects.work_item_property_options:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/" -> Vec<WorkItemPropertyOption>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPropertyOptions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// Creates an option of a property. Needs the scope `projects.work_item_property_options:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Gets an option of a property. Needs the scope `projects.work_item_property_options:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// Updates an option of a property. Unset fields are left unchanged. Needs
/// the scope `projects.work_item_property_options:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> WorkItemPropertyOption)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
    /// Name of the system that `external_id` comes from. Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub external_source: Patch<String>,
    /// Id of the option in another system. Only Plane's documentation of API v2 says that this field can be cleared.
    pub external_id: Patch<String>,
    /// Parent option, if the property type is
    /// [`PropertyType::Cascading`](crate::v1::common::PropertyType::Cascading).
    pub parent: Patch<WorkItemPropertyOptionId>,
}

/// Deletes an option of a property. Needs the scope `projects.work_item_property_options:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/options/<option_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyOption {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    pub option_id: WorkItemPropertyOptionId,
}

/// A selectable value of a property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyOption {
    /// Id of the option.
    pub id: WorkItemPropertyOptionId,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Name of the option.
    pub name: Option<String>,
    /// Position among the options: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the option.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// `true` if the option can be selected.
    pub is_active: Option<bool>,
    /// `true` if the option is the default.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the option in another system.
    pub external_id: Option<String>,
    /// User who created the option.
    pub created_by: Option<UserId>,
    /// User who last changed the option.
    pub updated_by: Option<UserId>,
    /// Workspace that the option belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Project that the option belongs to; unset if the workspace manages the option's property.
    pub project: Option<ProjectId>,
    /// Property that the option belongs to.
    pub property: Option<WorkItemPropertyId>,
    /// Parent option, if the property type is
    /// [`PropertyType::Cascading`](crate::v1::common::PropertyType::Cascading).
    pub parent: Option<WorkItemPropertyOptionId>,
}
