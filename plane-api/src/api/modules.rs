//! ~ Modules.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, WorkspaceId, expanded},
    endpoint, open_enum,
    projects::{Project, ProjectId},
    users::{User, UserId},
    work_items::{WorkItem, WorkItemId},
};

/// Lists modules. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a module. Needs the scope `projects.modules:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the module. 255 characters at most.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// ~ Status. 20 characters at most.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// The members.
    pub members: Option<Vec<UserId>>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the module in another system. 255 characters at most.
    pub external_id: Option<String>,
}

/// Lists modules lite.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules-lite/" -> Page<ModuleLite>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModulesLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Gets a module. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a module. Needs the scope `projects.modules:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> Module)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Name of the module. 255 characters at most.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// ~ Status. 20 characters at most.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Patch<UserId>,
    /// The members.
    pub members: Option<Vec<UserId>>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the module in another system. 255 characters at most.
    pub external_id: Patch<String>,
}

/// Deletes a module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Archives a module. Needs the scope `projects.modules:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists archived modules. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/" -> Page<Module>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedModules {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Unarchives a module. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-modules/<module_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveModule {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
}

/// Lists module work items. Needs the scope `projects.modules:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Id of the module in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Which ones to answer, in Plane's query language.
    pub pql: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<String>,
}

/// Adds module work items. Needs the scope `projects.modules:write`.
// NOTE: python/node type it void
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/" -> Vec<ModuleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddModuleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    /// ~ Issues.
    pub issues: Vec<WorkItemId>,
}

/// Removes a module work item. Needs the scope `projects.modules:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/modules/<module_id>/module-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveModuleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub module_id: ModuleId,
    pub work_item_id: WorkItemId,
}

/// Id of a [`Module`].
pub type ModuleId = Id<Module>;

/// ~ module.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Module {
    /// The members.
    pub members: Option<Vec<Ref<User>>>,
    /// Work items in it.
    pub total_issues: Option<i64>,
    /// Work items given up.
    pub cancelled_issues: Option<i64>,
    /// Work items done.
    pub completed_issues: Option<i64>,
    /// Work items being worked on.
    pub started_issues: Option<i64>,
    /// Work items planned, and not begun.
    pub unstarted_issues: Option<i64>,
    /// Work items not planned yet.
    pub backlog_issues: Option<i64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the module.
    pub id: Option<ModuleId>,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the module.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as plain text.
    pub description_text: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// ~ Status.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the module in another system.
    pub external_id: Option<String>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon of the module.
    pub logo_props: Option<Value>,
}

/// Id of a [`ModuleLite`].
pub type ModuleLiteId = Id<ModuleLite>;

/// ~ module lite.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ModuleLite {
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the module lite.
    pub id: ModuleLiteId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Name of the module lite.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as plain text.
    pub description_text: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<Value>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// ~ Status.
    pub status: Option<ModuleStatus>,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// The members.
    pub members: Option<Vec<UserId>>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the module lite in another system.
    pub external_id: Option<String>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon of the module lite.
    pub logo_props: Option<Value>,
}

/// Id of a [`ModuleWorkItem`].
pub type ModuleWorkItemId = Id<ModuleWorkItem>;

/// ~ module work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ModuleWorkItem {
    /// ~ Sub issues count.
    pub sub_issues_count: i64,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the module work item.
    pub id: ModuleWorkItemId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The module that it belongs to.
    pub module: ModuleId,
    /// The work item that it belongs to.
    pub issue: WorkItemId,
}

open_enum! {
    /// ~ module status.
    pub enum ModuleStatus {
        /// ~ Backlog.
        Backlog = "backlog",
        /// ~ Planned.
        Planned = "planned",
        /// ~ InProgress.
        InProgress = "in-progress",
        /// ~ Paused.
        Paused = "paused",
        /// ~ Completed.
        Completed = "completed",
        /// ~ Cancelled.
        Cancelled = "cancelled",
    }
}
