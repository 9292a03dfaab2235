//! Modules: parts of a project that work items belong to.
//!
//! ```no_run
//! use plane_api::{Client, v2::modules::ListModules};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListModules::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{ModuleId, ProjectId, UserId, WorkItemId},
        v2::{
            common::Managed,
            lists::OffsetPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the modules of a project. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> OffsetPage<Module>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those with this status.
    pub status: Option<ModuleStatus>,
    /// Only those with this lead.
    pub lead_id: Option<UserId>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<ModuleStatus>,
    /// What the list is sorted by; `SortOrder` if unset.
    pub order_by: Option<ModuleOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
    /// Number of entries in front of the page, 10000 at most; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// Whether the response has the number of all entries; `true` if unset.
    pub count: Option<bool>,
}

/// Creates a module. Needs the scope `projects.modules:write`.
///
/// A name that another module has is rejected with 409. In a project that has modules, the server chooses the position.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Module, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Who leads the module.
    pub lead_id: Patch<UserId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the module in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
}

/// Gets a module. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
}

/// Updates a module. Unset fields are left unchanged. Needs the scope `projects.modules:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Name of the module, 255 characters at most.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Who leads the module.
    pub lead_id: Patch<UserId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the module in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
}

/// Deletes a module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Updates the module that has this external id, or creates it. Needs the scope `projects.modules:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/upsert/" -> Upserted<Module>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the module in another system, 255 characters at most.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Who leads the module.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
}

/// Adds work items to a module, and removes others. Needs the scope `projects.modules:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<WorkItemId>>,
}

/// A module.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Module {
    /// Id of the module.
    pub id: ModuleId,
    /// Name of the module.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// When it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// Who leads the module.
    pub lead_id: Option<UserId>,
    /// Its members.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Option<Value>,
    /// Id of the module in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who leads the module, as JSON, if it was expanded.
    pub lead: Option<Value>,
    /// Its members, as JSON, if it was expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub members: Option<Vec<Value>>,
}

open_enum! {
    /// What a list of modules is sorted by, in ascending or descending order.
    pub enum ModuleOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Objects that a [`Module`] can have beside their ids.
    pub enum ModuleExpand {
        Lead = "lead",
        Members = "members",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Module`].
    pub enum ModuleField {
        All = "all",
        ArchivedAt = "archived_at",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        LeadId = "lead_id",
        LogoProps = "logo_props",
        MemberIds = "member_ids",
        Name = "name",
        SortOrder = "sort_order",
        StartDate = "start_date",
        Status = "status",
        TargetDate = "target_date",
    }
}

open_enum! {
    /// How far a module is.
    pub enum ModuleStatus {
        Backlog = "backlog",
        Planned = "planned",
        InProgress = "in-progress",
        Paused = "paused",
        Completed = "completed",
        Cancelled = "cancelled",
    }
}
