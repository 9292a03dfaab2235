//! Automations of a project: an event triggers an automation, which then runs actions. For automations of a workspace,
//! see [`workspaces::automations`](crate::v2::workspaces::automations).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::automations::ListAutomations;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListAutomations>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListAutomations::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod activities;
pub mod edges;
pub mod nodes;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{AutomationId, AutomationVersionId, ProjectId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the automations of a project. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/?paginate=cursor" -> CursorPage<Automation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Creates an automation. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the automation, at most 255 characters.
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

/// Gets an automation. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Updates an automation. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the automation, at most 255 characters.
    pub name: Option<String>,
    /// Projects that the automation applies to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Type of object that the automation applies to, at most 50 characters.
    pub scope: Option<AutomationScope>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Deletes an automation. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
}

/// Enables or disables an automation. Needs the scope `automations:write`.
///
/// An automation can only be enabled if it has a trigger and an action: see [`nodes`](crate::v2::automations::nodes).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/status/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetAutomationStatus {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// `true` enables the automation, `false` disables it.
    pub is_enabled: bool,
}

/// An automation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Automation {
    /// Id of the automation.
    pub id: AutomationId,
    /// User on whose behalf the automation runs.
    pub bot_user_id: Option<UserId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the automation.
    pub created_by_id: Option<UserId>,
    /// Current version of the automation.
    pub current_version_id: Option<AutomationVersionId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the automation is enabled.
    pub is_enabled: Option<bool>,
    /// `true` if the automation applies to the whole workspace.
    pub is_global: Option<bool>,
    /// Time of the last run.
    #[serde(default, deserialize_with = "coerce")]
    pub last_run_at: Option<Timestamp>,
    /// Name of the automation.
    pub name: Option<String>,
    /// Projects that the automation applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Number of runs of the automation.
    #[serde(default, deserialize_with = "coerce")]
    pub run_count: Option<i64>,
    /// Type of object that the automation applies to.
    pub scope: Option<AutomationScope>,
    /// Status of the automation.
    pub status: Option<AutomationStatus>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// Sort order of a list of automations, ascending or descending.
    pub enum AutomationOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Fields of [`Automation`] that a response can include.
    pub enum AutomationField {
        All = "all",
        BotUserId = "bot_user_id",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        CurrentVersionId = "current_version_id",
        Description = "description",
        Id = "id",
        IsEnabled = "is_enabled",
        IsGlobal = "is_global",
        LastRunAt = "last_run_at",
        Name = "name",
        ProjectIds = "project_ids",
        RunCount = "run_count",
        Scope = "scope",
        Status = "status",
        UpdatedAt = "updated_at",
    }
}

open_enum! {
    /// Status of an automation.
    pub enum AutomationStatus {
        Draft = "draft",
        Published = "published",
        Disabled = "disabled",
    }
}

open_enum! {
    /// Type of object that an automation applies to. Plane publishes no list; these are the known values.
    pub enum AutomationScope {
        WorkItem = "work-item",
        WorkItemModel = "WorkItem",
        Cycle = "Cycle",
        Module = "Module",
    }
}
