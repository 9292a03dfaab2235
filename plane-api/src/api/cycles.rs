//! ~ Cycles.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{MessageResult, Workspace, WorkspaceId, expanded},
    endpoint, open_enum,
    projects::{Project, ProjectId},
    users::{User, UserId},
    work_items::{WorkItem, WorkItemId},
};

/// Lists cycles. Needs the scope `projects.cycles:read`.
// NOTE: cycle_view=current (or status=current) answers a bare array instead of a page
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// ~ Cycle view.
    pub cycle_view: Option<CycleView>,
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
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// ~ Status.
    pub status: Option<CycleView>,
}

/// Creates a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the cycle. 255 characters at most.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Option<Timestamp>,
    /// When it ends.
    pub end_date: Option<Timestamp>,
    /// Who owns it.
    pub owned_by: Option<UserId>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the cycle in another system. 255 characters at most.
    pub external_id: Option<String>,
    /// Time zone, such as `Europe/Berlin`. 255 characters at most.
    pub timezone: Option<String>,
}

/// Lists cycles lite.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles-lite/" -> Page<CycleLite>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCyclesLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// ~ Status.
    pub status: Option<CycleView>,
}

/// Gets a cycle. Needs the scope `projects.cycles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Name of the cycle. 255 characters at most.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Patch<Timestamp>,
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Who owns it.
    pub owned_by: Patch<UserId>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system. 255 characters at most.
    pub external_id: Patch<String>,
    /// Time zone, such as `Europe/Berlin`. 255 characters at most.
    pub timezone: Option<String>,
}

/// Deletes a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Archives a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists archived cycles. Needs the scope `projects.cycles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-cycles/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Unarchives a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-cycles/<cycle_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists cycle work items. Needs the scope `projects.cycles:read`.
// NOTE: docs sample rows look like CycleWorkItem; CE serialises WorkItem
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Which ones to answer, in Plane's query language.
    pub pql: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<String>,
}

/// Adds cycle work items. Needs the scope `projects.cycles:write`.
// NOTE: python/node type it void
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/" -> Vec<CycleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// ~ Issues.
    pub issues: Vec<WorkItemId>,
}

/// Removes a cycle work item. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCycleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    pub work_item_id: WorkItemId,
}

/// Transfers cycle work items. Needs the scope `projects.cycles:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/transfer-issues/" -> MessageResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// ~ New cycle id.
    pub new_cycle_id: CycleId,
}

/// Id of a [`Cycle`].
pub type CycleId = Id<Cycle>;

/// ~ cycle.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Cycle {
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
    /// ~ Total estimates.
    pub total_estimates: Option<f64>,
    /// ~ Completed estimates.
    pub completed_estimates: Option<f64>,
    /// ~ Started estimates.
    pub started_estimates: Option<f64>,
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
    /// Id of the cycle.
    pub id: CycleId,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the cycle.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Option<Timestamp>,
    /// When it ends.
    pub end_date: Option<Timestamp>,
    /// Who owns it.
    #[serde(default, deserialize_with = "expanded")]
    pub owned_by: Option<Ref<User>>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// ~ Progress snapshot.
    pub progress_snapshot: Option<Value>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon of the cycle.
    pub logo_props: Option<Value>,
    /// Time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Version of the cycle.
    pub version: Option<i64>,
    /// ~ Status.
    pub status: Option<String>,
}

/// Id of a [`CycleLite`].
pub type CycleLiteId = Id<CycleLite>;

/// ~ cycle lite.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleLite {
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
    /// Id of the cycle lite.
    pub id: CycleLiteId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Name of the cycle lite.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// When it begins.
    pub start_date: Option<Timestamp>,
    /// When it ends.
    pub end_date: Option<Timestamp>,
    /// Who owns it.
    pub owned_by: Option<UserId>,
    /// How it is shown.
    pub view_props: Option<Value>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the cycle lite in another system.
    pub external_id: Option<String>,
    /// ~ Progress snapshot.
    pub progress_snapshot: Option<Value>,
    /// When it was archived.
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon of the cycle lite.
    pub logo_props: Option<Value>,
    /// Time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Version of the cycle lite.
    pub version: Option<i64>,
}

/// Id of a [`CycleWorkItem`].
pub type CycleWorkItemId = Id<CycleWorkItem>;

/// ~ cycle work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleWorkItem {
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
    /// Id of the cycle work item.
    pub id: CycleWorkItemId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The work item that it belongs to.
    pub issue: WorkItemId,
    /// The cycle that it belongs to.
    pub cycle: CycleId,
}

open_enum! {
    /// ~ cycle view.
    pub enum CycleView {
        /// ~ Current.
        Current = "current",
        /// ~ Upcoming.
        Upcoming = "upcoming",
        /// ~ Completed.
        Completed = "completed",
        /// ~ Draft.
        Draft = "draft",
        /// ~ Incomplete.
        Incomplete = "incomplete",
        /// ~ All.
        All = "all",
    }
}
