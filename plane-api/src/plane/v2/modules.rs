//! Modules: parts of a project that group its work items.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::modules::ListModules;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListModules>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
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
    /// Returns only modules with this status.
    pub status: Option<ModuleStatus>,
    /// Returns only modules that this user leads.
    pub lead_id: Option<UserId>,
    /// Returns only modules with this id in another system.
    pub external_id: Option<String>,
    /// Returns only modules whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only modules that match this search text.
    pub search: Option<String>,
    /// Returns only modules with this name.
    pub name: Option<String>,
    /// Returns only modules with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<ModuleStatus>,
    /// Sort order; [`ModuleOrder::SortOrder`] if unset.
    pub order_by: Option<ModuleOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a module. Needs the scope `projects.modules:write`.
///
/// If another module has the same name, the server responds with 409. If the project already has modules, the server
/// ignores `sort_order` and chooses the position.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Module, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// User who leads the module.
    pub lead_id: Patch<UserId>,
    /// Position among the modules: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the module in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Name of the module, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// User who leads the module.
    pub lead_id: Patch<UserId>,
    /// Position among the modules: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the module in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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

/// Updates the module with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.modules:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/upsert/" -> Upserted<Module>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the module in another system, at most 255 characters.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// User who leads the module.
    pub lead_id: Patch<UserId>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Patch<Value>,
    /// Position among the modules: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<ModuleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ModuleField>,
}

/// Adds work items to a module, and removes others. Needs the scope `projects.modules:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
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
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    pub lead_id: Option<UserId>,
    /// Members of the module.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Position among the modules: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the module, as JSON.
    pub logo_props: Option<Value>,
    /// Id of the module in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Time at which the module was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the module.
    pub created_by_id: Option<UserId>,
    /// User who leads the module, as JSON, if `expand` includes `lead`.
    pub lead: Option<Value>,
    /// Members of the module, as JSON, if `expand` includes `members`.
    #[serde(default, deserialize_with = "coerce")]
    pub members: Option<Vec<Value>>,
}

open_enum! {
    /// Sort order of a list of modules, ascending or descending.
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
    /// Objects that `expand` can add to [`Module`].
    pub enum ModuleExpand {
        Lead = "lead",
        Members = "members",
    }
}

open_enum! {
    /// Fields of [`Module`] that a response can include.
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
    /// Status of a module.
    pub enum ModuleStatus {
        Backlog = "backlog",
        Planned = "planned",
        InProgress = "in-progress",
        Paused = "paused",
        Completed = "completed",
        Cancelled = "cancelled",
    }
}
