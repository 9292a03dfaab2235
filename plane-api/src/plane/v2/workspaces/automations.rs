//! Automations of a workspace. Those of a project are in [`automations`](crate::v2::automations).
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::automations::ListWorkspaceAutomations};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/?paginate=cursor" -> CursorPage<Automation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomations {
    pub workspace_slug: String,
    /// Only those that are turned on, or only the others.
    pub is_enabled: Option<bool>,
    /// Only those for the whole workspace, or only the others.
    pub is_global: Option<bool>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this scope.
    pub scope: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this status.
    pub status: Option<AutomationStatus>,
    /// What the list is sorted by.
    pub order_by: Option<AutomationOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workspace automation. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAutomation {
    pub workspace_slug: String,
    /// Name of the workspace automation, 255 characters at most.
    pub name: String,
    /// What it is about, 50 characters at most.
    pub scope: AutomationScope,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Gets a workspace automation. Needs the scope `automations:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Updates a workspace automation. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the workspace automation, 255 characters at most.
    pub name: Option<String>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// What it is about, 50 characters at most.
    pub scope: Option<AutomationScope>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Deletes a workspace automation. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/automations/<automation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAutomation {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
}

/// Turns a workspace automation on or off. Needs the scope `automations:write`.
///
/// It needs a trigger and an action to be turned on.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/status/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetWorkspaceAutomationStatus {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Whether it is turned on.
    pub is_enabled: bool,
}
