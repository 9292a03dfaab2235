//! Automations of a project: what happens by itself when something else does. Those of a workspace are in
//! [`workspaces::automations`](crate::v2::workspaces::automations).
//!
//! ```no_run
//! use plane_api::{Client, v2::automations::ListAutomations};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/?paginate=cursor" -> CursorPage<Automation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomations {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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

/// Creates an automation. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the automation, 255 characters at most.
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

/// Gets an automation. Needs the scope `automations:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Updates an automation. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> Automation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Name of the automation, 255 characters at most.
    pub name: Option<String>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// What it is about, 50 characters at most.
    pub scope: Option<AutomationScope>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationField>,
}

/// Deletes an automation. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomation {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
}

/// Turns an automation on or off. Needs the scope `automations:write`.
///
/// It needs a trigger and an action to be turned on.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/status/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetAutomationStatus {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Whether it is turned on.
    pub is_enabled: bool,
}

/// An automation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Automation {
    /// Id of the automation.
    pub id: AutomationId,
    /// The user in whose name it acts.
    pub bot_user_id: Option<UserId>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// The version in use.
    pub current_version_id: Option<AutomationVersionId>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// Whether it is for the whole workspace.
    pub is_global: Option<bool>,
    /// When it ran last.
    #[serde(default, deserialize_with = "coerce")]
    pub last_run_at: Option<Timestamp>,
    /// Name of the automation.
    pub name: Option<String>,
    /// Its projects.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// How often it has run.
    #[serde(default, deserialize_with = "coerce")]
    pub run_count: Option<i64>,
    /// What it is about.
    pub scope: Option<AutomationScope>,
    /// Whether it is in use.
    pub status: Option<AutomationStatus>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// What a list of automations is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Automation`].
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
    /// Whether an automation is in use.
    pub enum AutomationStatus {
        Draft = "draft",
        Published = "published",
        Disabled = "disabled",
    }
}

open_enum! {
    /// What an automation is about. Any text is allowed; these are known.
    pub enum AutomationScope {
        WorkItem = "work-item",
        WorkItemModel = "WorkItem",
        Cycle = "Cycle",
        Module = "Module",
    }
}
