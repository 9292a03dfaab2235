//! Modules: groups of work items within a project, independent of time. A work item may be in several modules.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::modules::{AddModuleWorkItems, CreateModule, ModuleStatus};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateModule>().reply(serde_json::json!({"id": "7"}));
//! # mock.expect_any::<AddModuleWorkItems>().reply(serde_json::json!([{"sub_issues_count": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "module": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "issue": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let module = CreateModule::new("my-workspace", project, "Engine")
//!     .status(ModuleStatus::InProgress)
//!     .send(&client)
//!     .await?;
//! if let Some(module) = module.id {
//!     let work_items = ["414a25b7-cd51-44ae-bf58-20ea3c8e5464"];
//!     AddModuleWorkItems::new("my-workspace", project, module, work_items).send(&client).await?;
//! }
//! # Ok(())
//! # }
//! ```

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ModuleId, ModuleWorkItemId, ProjectId, UserId, WorkItemId, WorkspaceId},
        reference::Ref,
        v1::{
            common::{LogoProps, Workspace, lenient},
            projects::Project,
            users::User,
            work_items::WorkItem,
        },
    },
};

/// Lists the modules of a project, newest first, excluding archived ones. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by; a leading `-` sorts in descending order. The Community Edition ignores this field.
    pub order_by: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a module. Needs the scope `projects.modules:write`.
///
/// If another module of the project already has the same name, the server responds with 400. If another module already
/// has the same `external_id` and `external_source`, the server responds with 409. In both cases,
/// [`Error::existing_id`](crate::Error::existing_id) is the id of the other module.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Start date.
    pub start_date: Option<Date>,
    /// Due date; not before `start_date`.
    pub target_date: Option<Date>,
    /// Status of the module; [`Planned`](ModuleStatus::Planned) if unset.
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    pub lead: Option<UserId>,
    /// Members of the module. The server silently drops users who are not members of the project.
    pub members: Option<Vec<UserId>>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the module in another system, at most 255 characters.
    pub external_id: Option<String>,
}

/// Lists the modules of a project without counting their work items.
///
/// Only Plane's Python SDK defines this request, and the Community Edition lacks the route.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules-lite/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModulesLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 1,000.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
}

/// Gets a module. Needs the scope `projects.modules:read`. If the module is archived, the server responds with 404.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a module. Unset fields are left unchanged. Needs the scope `projects.modules:write`.
///
/// The Community Edition returns only eight fields, without `id`. Updates of an archived module are rejected with 400.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
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
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date; not before `start_date`.
    pub target_date: Patch<Date>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    pub lead: Patch<UserId>,
    /// Replaces the whole list of members. The server silently drops users who are not members of the project.
    pub members: Option<Vec<UserId>>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the module in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Deletes a module; its work items are kept. Needs the scope `projects.modules:write`. Only the creator of the module
/// and project admins may delete the module.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Archives a module. Needs the scope `projects.modules:write`. If the module is neither completed nor cancelled, the
/// server responds with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists the archived modules of a project, newest first. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by; a leading `-` sorts in descending order. The Community Edition ignores this field.
    pub order_by: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Restores an archived module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/<module_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists the work items of a module, oldest first. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`. `created_at` if unset.
    pub order_by: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Returns only the work item with this id in another system. Only Plane's Python SDK defines this field, and the
    /// Community Edition ignores it.
    pub external_id: Option<String>,
    /// Returns only work items whose `external_id` comes from this system. Only Plane's Python SDK defines this field,
    /// and the Community Edition ignores it.
    pub external_source: Option<String>,
    /// Filter in Plane's query language. The Community Edition ignores this field and returns all items.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`. The Community Edition ignores this field, even if it is malformed, and returns all items.
    pub filters: Option<String>,
}

/// Adds work items to a module. Needs the scope `projects.modules:write`.
///
/// The response lists every work item in the module, not only the new ones. Unknown work items are silently ignored;
/// [`AddCycleWorkItems`](crate::v1::cycles::AddCycleWorkItems) rejects them with 400.
// Plane's SDKs ignore the response.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Vec<ModuleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Work items to add. An empty list is rejected with 400.
    pub issues: Vec<WorkItemId>,
}

/// Removes a work item from a module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveModuleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    pub work_item_id: WorkItemId,
}

/// A group of work items within a project.
///
/// Responses to [`CreateModule`] and [`UpdateModule`] lack the work item counts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Module {
    /// Members of the module.
    #[serde(default, deserialize_with = "coerce")]
    pub members: Option<Vec<Ref<User>>>,
    /// Number of work items, without archived ones and drafts.
    #[serde(default, deserialize_with = "coerce")]
    pub total_issues: Option<i64>,
    /// Number of cancelled work items.
    #[serde(default, deserialize_with = "coerce")]
    pub cancelled_issues: Option<i64>,
    /// Number of completed work items.
    #[serde(default, deserialize_with = "coerce")]
    pub completed_issues: Option<i64>,
    /// Number of work items in progress.
    #[serde(default, deserialize_with = "coerce")]
    pub started_issues: Option<i64>,
    /// Number of work items planned but not started.
    #[serde(default, deserialize_with = "coerce")]
    pub unstarted_issues: Option<i64>,
    /// Number of work items not planned yet.
    #[serde(default, deserialize_with = "coerce")]
    pub backlog_issues: Option<i64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the module.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the module.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the module. Only the response to [`UpdateModule`] lacks the id.
    pub id: Option<ModuleId>,
    /// Project that the module belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the module belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the module.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as a Plane editor document.
    pub description_text: Option<Value>,
    /// Description, as HTML or an editor document.
    pub description_html: Option<Value>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Status of the module.
    pub status: Option<ModuleStatus>,
    /// User who leads the module.
    #[serde(default, deserialize_with = "coerce")]
    pub lead: Option<Ref<User>>,
    /// Display settings, as Plane's web app defines them.
    pub view_props: Option<Value>,
    /// Position among the modules of the project: the lowest value comes first. New modules get the lowest value.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the module in another system.
    pub external_id: Option<String>,
    /// Time at which the module was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon; an empty object if unset.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
}

/// Link between a work item and a module.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ModuleWorkItem {
    /// Number of sub-work-items of the work item.
    #[serde(deserialize_with = "coerce")]
    pub sub_issues_count: i64,
    /// Creation time of the link.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
    /// User who created the link.
    pub created_by: Option<UserId>,
    /// User who last changed the link.
    pub updated_by: Option<UserId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the link, not of the work item.
    pub id: ModuleWorkItemId,
    /// Project that the link belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the link belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The module.
    pub module: ModuleId,
    /// The work item.
    // The server sends an id; the Python SDK expects the whole object.
    #[serde(deserialize_with = "coerce")]
    pub issue: Ref<WorkItem>,
}

open_enum! {
    /// Status of a module.
    pub enum ModuleStatus {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned but not started.
        Planned = "planned",
        /// In progress.
        InProgress = "in-progress",
        /// Started, then paused.
        Paused = "paused",
        /// Completed.
        Completed = "completed",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}
