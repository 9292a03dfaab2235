//! Modules: parts of a project that work items are grouped by, apart from time. A work item may be in several.
//!
//! ```no_run
//! use plane_api::{Client, v1::modules::{AddModuleWorkItems, CreateModule, ModuleStatus}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists the modules of a project, the newest first, without the archived ones. Needs the scope
/// `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields of the response; all if unset. `id` is requested as well.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order. The Community Edition ignores it.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a module. Needs the scope `projects.modules:write`.
///
/// A name that another module of the project has is refused with 400; the `external_id` and `external_source` of
/// another, with 409. Of either, [`Error::existing_id`](crate::Error::existing_id) is that other one.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The day when it begins.
    pub start_date: Option<Date>,
    /// The day when it is due; not before `start_date`.
    pub target_date: Option<Date>,
    /// How far it is; planned if unset.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// Its members. The server silently drops users who are not members of the project.
    pub members: Option<Vec<UserId>>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the module in another system, 255 characters at most.
    pub external_id: Option<String>,
}

/// Lists the modules of a project without counting their work items.
///
/// Only Plane's Python SDK knows of it, and the Community Edition has no such route.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules-lite/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModulesLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 1,000 at most.
    pub per_page: Option<u32>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Gets a module. Needs the scope `projects.modules:read`. An archived one is not found.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Fields of the response; all if unset. `id` is requested as well.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a module. Fields that are not set stay as they are. Needs the scope `projects.modules:write`.
///
/// The Community Edition answers eight fields only, and no `id`. An archived module is refused with 400.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
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
    /// The day when it begins.
    pub start_date: Patch<Date>,
    /// The day when it is due; not before `start_date`.
    pub target_date: Patch<Date>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Patch<UserId>,
    /// Who works on it: the whole list, which replaces the old one. Who is no member of the project is left out
    /// without a word.
    pub members: Option<Vec<UserId>>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the module in another system, 255 characters at most.
    pub external_id: Patch<String>,
}

/// Deletes a module; its work items stay. Needs the scope `projects.modules:write`, and its creator or an admin of
/// the project.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Archives a module. Needs the scope `projects.modules:write`. One that is neither completed nor cancelled is
/// refused with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists the archived modules of a project, the newest first. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids, such as `members`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields of the response; all if unset. `id` is requested as well.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order. The Community Edition ignores it.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Takes a module out of the archive. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/<module_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists the work items of a module, the oldest first. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields of the response; all if unset. `id` is requested as well.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`; `created_at` if unset.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Id of the work item in another system. Only Plane's Python SDK knows of it; the Community Edition ignores
    /// it.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to. Only Plane's Python SDK knows of it; the Community Edition ignores
    /// it.
    pub external_source: Option<String>,
    /// Filter in Plane's query language. The Community Edition ignores it, and answers everything.
    pub pql: Option<String>,
    /// Filter, as the text of a JSON object of nested `and`, `or` and `not`, such as `{"priority__in": ["high"]}`.
    /// The Community Edition ignores it, malformed or not, and answers everything.
    pub filters: Option<String>,
}

/// Puts work items into a module. Needs the scope `projects.modules:write`.
///
/// The response has everything that is in the module, not only what was added. Unknown work items are silently left out;
/// [`AddCycleWorkItems`](crate::v1::cycles::AddCycleWorkItems) rejects them with 400.
// Plane's SDKs do not read the answer.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Vec<ModuleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// The work items. None at all is refused with 400.
    pub issues: Vec<WorkItemId>,
}

/// Takes a work item out of a module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveModuleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    pub work_item_id: WorkItemId,
}

/// A part of a project that work items are grouped by.
///
/// Answers to [`CreateModule`] and [`UpdateModule`] lack the counts of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Module {
    /// Who works on it.
    #[serde(default, deserialize_with = "coerce")]
    pub members: Option<Vec<Ref<User>>>,
    /// Work items in it, neither archived nor drafts.
    #[serde(default, deserialize_with = "coerce")]
    pub total_issues: Option<i64>,
    /// Work items given up.
    #[serde(default, deserialize_with = "coerce")]
    pub cancelled_issues: Option<i64>,
    /// Work items done.
    #[serde(default, deserialize_with = "coerce")]
    pub completed_issues: Option<i64>,
    /// Work items being worked on.
    #[serde(default, deserialize_with = "coerce")]
    pub started_issues: Option<i64>,
    /// Work items planned, and not begun.
    #[serde(default, deserialize_with = "coerce")]
    pub unstarted_issues: Option<i64>,
    /// Work items not planned yet.
    #[serde(default, deserialize_with = "coerce")]
    pub backlog_issues: Option<i64>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// When it was deleted.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the module. Only the answer to [`UpdateModule`] lacks it.
    pub id: Option<ModuleId>,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the module.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_text: Option<Value>,
    /// Description, as HTML or a document of it.
    pub description_html: Option<Value>,
    /// The day when it begins.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// The day when it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// How far it is.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    #[serde(default, deserialize_with = "coerce")]
    pub lead: Option<Ref<User>>,
    /// How it is shown, in the terms of Plane's web app.
    pub view_props: Option<Value>,
    /// Position among the modules of its project, in ascending order; new ones come first.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon; an empty object if it has none.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
}

/// That a work item is in a module.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ModuleWorkItem {
    /// Number of work items that are a part of it.
    #[serde(deserialize_with = "coerce")]
    pub sub_issues_count: i64,
    /// When the two were brought together.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// When it was last changed.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of this tie, not of the work item.
    pub id: ModuleWorkItemId,
    /// The project of both.
    pub project: Option<ProjectId>,
    /// The workspace of both.
    pub workspace: Option<WorkspaceId>,
    /// The module.
    pub module: ModuleId,
    /// The work item.
    // Its id from the server; the Python SDK expects it whole.
    #[serde(deserialize_with = "coerce")]
    pub issue: Ref<WorkItem>,
}

open_enum! {
    /// How far a module is.
    pub enum ModuleStatus {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned, and not begun.
        Planned = "planned",
        /// Being worked on.
        InProgress = "in-progress",
        /// Begun, and laid aside.
        Paused = "paused",
        /// Done.
        Completed = "completed",
        /// Given up.
        Cancelled = "cancelled",
    }
}
