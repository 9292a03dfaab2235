//! Cycles: stretches of time that work items are planned for. Elsewhere they are called sprints or iterations.
//!
//! A project has cycles once [`UpdateProject::cycle_view`](crate::v1::projects::UpdateProject::cycle_view) is on. A work item
//! is in one cycle at most.
//!
//! ```no_run
//! use jiff::civil::date;
//! use plane_api::{Client, v1::cycles::{AddCycleWorkItems, CreateCycle}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let cycle = CreateCycle::new("my-workspace", project, "Sprint 7")
//!     .start_date(date(2027, 1, 10))
//!     .end_date(date(2027, 1, 20))
//!     .send(&client)
//!     .await?;
//! let work_items = ["414a25b7-cd51-44ae-bf58-20ea3c8e5464"];
//! AddCycleWorkItems::new("my-workspace", project, cycle.id, work_items).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{CycleId, CycleWorkItemId, ProjectId, UserId, WorkItemId, WorkspaceId},
        reference::Ref,
        v1::{
            common::{LogoProps, MessageResult, Workspace, lenient},
            projects::Project,
            users::User,
            work_items::WorkItem,
        },
    },
};

/// Lists the cycles of a project, the newest first, without the archived ones. Needs the scope
/// `projects.cycles:read`.
// With `cycle_view=current` the server answers a bare array, which a page accepts.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Which ones to answer; all if unset. The current ones come at once, without pages.
    pub cycle_view: Option<CycleView>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Field to sort by; a leading `-` sorts in descending order. The Community Edition ignores it.
    pub order_by: Option<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Id of the cycle in another system. Only Plane's Python SDK defines it; the Community Edition ignores it.
    pub external_id: Option<String>,
    /// System that `external_id` comes from. Only Plane's Python SDK defines it; the Community Edition ignores
    /// it.
    pub external_source: Option<String>,
    /// `cycle_view` under another name. Only Plane's Python SDK defines it; the Community Edition ignores it.
    pub status: Option<CycleView>,
}

/// Creates a cycle. Needs the scope `projects.cycles:write`. Cycles may overlap.
///
/// One with the `external_id` and `external_source` of another is rejected with 409:
/// [`Error::existing_id`](crate::Error::existing_id) is that other one.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCycle {
    pub workspace_slug: String,
    /// The project. The server reads it in the body as well.
    #[path(body)]
    pub project_id: ProjectId,
    /// Name of the cycle, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Its first day. Either both days are set or none, which makes it a draft.
    pub start_date: Option<CycleDate>,
    /// End date.
    pub end_date: Option<CycleDate>,
    /// Who owns it; the key's user if unset.
    // The SDKs insist on it, the server does not.
    pub owned_by: Option<UserId>,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Option<String>,
    /// Time zone, such as `Europe/Berlin`; `UTC` if unset. The days are those of the project's time zone all the
    /// same.
    pub timezone: Option<String>,
}

/// Lists the cycles of a project without counting their work items.
///
/// Only Plane's Python SDK defines it, and the Community Edition lacks these routes.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles-lite/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCyclesLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 1,000.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Which ones to answer; all if unset.
    pub status: Option<CycleView>,
}

/// Gets a cycle. Needs the scope `projects.cycles:read`. An archived one is not found.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a cycle. Unset fields stay unchanged. Needs the scope `projects.cycles:write`.
///
/// A cycle that is archived or over is rejected with 400.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Name of the cycle, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Its first day. Set or clear both days at once: one alone is kept as it is sent, whole day or not.
    pub start_date: Patch<CycleDate>,
    /// End date.
    pub end_date: Patch<CycleDate>,
    /// Who owns it. Clearing it makes the key's user the owner. The source of the Community Edition does so whenever this is
    /// left out.
    pub owned_by: Patch<UserId>,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Time zone, such as `Europe/Berlin`. The days are those of the project's time zone all the same.
    pub timezone: Option<String>,
}

/// Deletes a cycle; its work items stay. Needs the scope `projects.cycles:write`, and its owner or an admin of the
/// project.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Archives a cycle. Needs the scope `projects.cycles:write`. One that is not over is rejected with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists the archived cycles of a project, the newest first. Needs the scope `projects.cycles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-cycles/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Takes a cycle out of the archive. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-cycles/<cycle_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists the work items of a cycle, the oldest first. Needs the scope `projects.cycles:read`.
// The documentation has entries such as `CycleWorkItem`; the server and the SDKs have work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Id of the work item in another system. Only Plane's Python SDK defines it; the Community Edition ignores
    /// it.
    pub external_id: Option<String>,
    /// System that `external_id` comes from. Only Plane's Python SDK defines it; the Community Edition ignores
    /// it.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`. `created_at` if unset.
    pub order_by: Option<String>,
    /// Filter in Plane's query language. The Community Edition ignores it and returns all items.
    pub pql: Option<String>,
    /// Filter, as a JSON string with nested `and`, `or` and `not`, such as `{"priority__in": ["high"]}`.
    /// The Community Edition ignores it, even if it is malformed, and returns all items.
    pub filters: Option<String>,
}

/// Puts work items into a cycle, out of any other that they are in. Needs the scope `projects.cycles:write`.
///
/// The answer has everything that is in the cycle, not only what was added. A cycle that is over is rejected with
/// 400.
// Plane's SDKs do not read the answer.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/" -> Vec<CycleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// The work items. An empty list is rejected with 400.
    pub issues: Vec<WorkItemId>,
}

/// Takes a work item out of a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCycleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    pub work_item_id: WorkItemId,
}

/// Moves what was not completed from a cycle that is over into another. Needs the scope `projects.cycles:write`.
///
/// Refused with 400 while the cycle is not over, and where the other one is.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/transfer-issues/" -> MessageResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// The cycle that they are moved into.
    pub new_cycle_id: CycleId,
}

/// A stretch of time that work items are planned for.
///
/// Answers to [`CreateCycle`] and [`UpdateCycle`] lack the counts of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Cycle {
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
    /// Sum of the estimates in it, where they are points.
    pub total_estimates: Option<f64>,
    /// Sum of the estimates of what is done.
    pub completed_estimates: Option<f64>,
    /// Sum of the estimates of what is being worked on.
    pub started_estimates: Option<f64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created it.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed it.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the cycle.
    pub id: CycleId,
    /// Project it belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace it belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the cycle.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it begins: a second after the midnight of its first day in the project's time zone; when it was created, if that
    /// day is today. A draft has none.
    // A day in the documentation; the server sends a time.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// When it ends: a minute before the midnight after its last day in the project's time zone.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// User who owns it.
    #[serde(default, deserialize_with = "coerce")]
    pub owned_by: Option<Ref<User>>,
    /// Display settings, as Plane's web app defines them.
    pub view_props: Option<Value>,
    /// Position among the cycles of its project, in ascending order; new ones come first.
    pub sort_order: Option<f64>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// How far it had come when its work items were moved to another cycle: counts and charts; an empty object
    /// before.
    pub progress_snapshot: Option<Value>,
    /// Time of archiving.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon; an empty object if unset.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Time zone, such as `Europe/Berlin`. Its days are those of the project's time zone all the same.
    pub timezone: Option<String>,
    /// Version of what Plane keeps of it; 1 in every known answer.
    #[serde(default, deserialize_with = "coerce")]
    pub version: Option<i64>,
    /// Where it stands in time, as the documentation has it. The Community Edition does not send it.
    pub status: Option<CycleView>,
}

/// The first or last day of a cycle, as a request says it.
///
/// The server keeps whole days: of a time, only the day that it falls on counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CycleDate {
    /// Any time of the day.
    Time(Timestamp),
    /// The in the project's time zone.
    Day(Date),
}

impl From<Date> for CycleDate {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Timestamp> for CycleDate {
    fn from(time: Timestamp) -> Self {
        Self::Time(time)
    }
}

/// That a work item is in a cycle.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleWorkItem {
    /// Number of sub-work-items.
    #[serde(deserialize_with = "coerce")]
    pub sub_issues_count: i64,
    /// Time at which the two were linked.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the link, not of the work item.
    pub id: CycleWorkItemId,
    /// Project of both work items.
    pub project: Option<ProjectId>,
    /// Workspace of both work items.
    pub workspace: Option<WorkspaceId>,
    /// The work item.
    pub issue: WorkItemId,
    /// The cycle.
    pub cycle: CycleId,
}

open_enum! {
    /// Cycles by where they stand in time.
    pub enum CycleView {
        /// Those that have begun and are not over.
        Current = "current",
        /// Those that have not begun.
        Upcoming = "upcoming",
        /// Those that are over.
        Completed = "completed",
        /// Those without days.
        Draft = "draft",
        /// Those that are not over, drafts among them.
        Incomplete = "incomplete",
        /// All but the archived ones.
        All = "all",
    }
}
