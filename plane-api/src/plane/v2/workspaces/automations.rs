//! Automations of a workspace. For automations of a project, see [`automations`](crate::v2::automations).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::automations::ListWorkspaceAutomations;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceAutomations>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceAutomations::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod activities;
pub mod edges;
pub mod nodes;

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::{AutomationId, ProjectId},
        v2::{
            automations::{
                Automation, AutomationField, AutomationOrder, AutomationScope, AutomationStatus,
            },
            lists::CursorPage,
        },
    },
};

/// Lists the automations of a workspace. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/?paginate=cursor" -> CursorPage<Automation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomations {
    pub workspace_slug: String,
    /// `true` returns only enabled automations, `false` only disabled ones.
    pub is_enabled: Option<bool>,
    /// `true` returns only automations that apply to the whole workspace, `false` only the others.
    pub is_global: Option<bool>,
    /// Returns only automations with this name.
    pub name: Option<String>,
    /// Returns only automations that apply to this type of object: see [`AutomationScope`].
    pub scope: Option<String>,
    /// Returns only automations that match this search text.
    pub search: Option<String>,
    /// Returns only automations with this status.
    pub status: Option<AutomationStatus>,
    /// Sort order.
    pub order_by: Option<AutomationOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workspace automation. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAutomation {
    pub workspace_slug: String,
    /// Name of the workspace automation, at most 255 characters.
    pub name: String,
    /// Type of object that the automation applies to, at most 50 characters.
    pub scope: AutomationScope,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Projects that the automation applies to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Gets a workspace automation. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Updates a workspace automation. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the workspace automation, at most 255 characters.
    pub name: Option<String>,
    /// Projects that the automation applies to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Type of object that the automation applies to, at most 50 characters.
    pub scope: Option<AutomationScope>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Deletes a workspace automation. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
}

/// Enables or disables a workspace automation. Needs the scope `automations:write`.
///
/// An automation can only be enabled if it has a trigger and an action: see
/// [`nodes`](crate::v2::workspaces::automations::nodes).
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/status/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetWorkspaceAutomationStatus {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// `true` enables the automation, `false` disables it.
    pub is_enabled: bool,
}
