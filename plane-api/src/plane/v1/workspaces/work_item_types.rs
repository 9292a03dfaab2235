//! Workspace types: work item types that the projects of a workspace share.
//!
//! Types are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Plane's documentation does not
//! contain the requests of this module; they come from Plane's SDKs.
//!
//! Types are managed either by the workspace or by each project. This module can change only types that the workspace
//! manages, and [`work_item_types`](crate::v1::work_item_types) only types that projects manage.
//! [`ImportWorkItemTypes`](crate::v1::work_item_types::ImportWorkItemTypes) makes a workspace type available in a
//! project.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{work_item_types::ImportWorkItemTypes, workspaces::work_item_types::CreateWorkspaceWorkItemType},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkItemType>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<ImportWorkItemTypes>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let bug = CreateWorkspaceWorkItemType::new("my-workspace", "Bug").send(&client).await?;
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! ImportWorkItemTypes::new("my-workspace", project, [bug.id]).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ProjectId, WorkItemPropertyId, WorkItemTypeId},
        v1::{
            common::LogoProps,
            work_item_types::{WorkItemType, WorkItemTypePropertyLinks},
        },
    },
};

/// Lists the types of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/" -> Vec<WorkItemType>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypes {
    pub workspace_slug: String,
}

/// Creates a type in a workspace.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemType {
    pub workspace_slug: String,
    /// Projects that use the type. Only Plane's Python SDK defines this field.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Name, such as `Bug`; at most 255 characters.
    pub name: String,
    /// Description of the type, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the type.
    pub logo_props: Option<LogoProps>,
    /// `true` if work items of this type are epics.
    pub is_epic: Option<bool>,
    /// `true` if new work items can have this type.
    pub is_active: Option<bool>,
    /// Level in the type hierarchy.
    pub level: Option<i64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the type in another system.
    pub external_id: Option<String>,
}

/// Gets a type of a workspace.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Updates a type of a workspace. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> WorkItemType)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Projects that use the type. Only Plane's Python SDK defines this field.
    pub project_ids: Patch<Vec<ProjectId>>,
    /// Name, such as `Bug`; at most 255 characters.
    pub name: Option<String>,
    /// Description of the type, as plain text.
    pub description: Patch<String>,
    /// Emoji or icon of the type.
    pub logo_props: Patch<LogoProps>,
    /// `true` if work items of this type are epics.
    pub is_epic: Patch<bool>,
    /// `true` if new work items can have this type.
    pub is_active: Patch<bool>,
    /// Level in the type hierarchy.
    pub level: Patch<i64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the type in another system.
    pub external_id: Patch<String>,
}

/// Deletes a type of a workspace.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemType {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Lists the ids of a type's properties. To get the properties themselves, use
/// [`GetWorkspaceWorkItemProperty`](crate::v1::workspaces::work_item_properties::GetWorkspaceWorkItemProperty).
// The Python SDK states that the list contains only ids; the Node SDK expects whole properties.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/" -> Vec<WorkItemPropertyId>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
}

/// Attaches properties of the workspace to a type.
// This follows the Python SDK. The Node SDK sends a single `property_id`.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/" -> WorkItemTypePropertyLinks)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkspaceWorkItemTypeProperties {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    /// Properties to add.
    pub properties: Vec<WorkItemPropertyId>,
}

/// Detaches a property from a type; the workspace keeps the property.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-types/<type_id>/properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkspaceWorkItemTypeProperty {
    pub workspace_slug: String,
    pub type_id: WorkItemTypeId,
    pub property_id: WorkItemPropertyId,
}
