//! Cycles: periods of time for which work items are planned. Other tools call them sprints or iterations.
//!
//! A project has cycles if [`UpdateProject::cycle_view`](crate::v1::projects::UpdateProject::cycle_view) is enabled. A
//! work item belongs to at most one cycle.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use jiff::civil::date;
//! use plane_api::v1::cycles::{AddCycleWorkItems, CreateCycle};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateCycle>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<AddCycleWorkItems>().reply(serde_json::json!([{"sub_issues_count": 1, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "issue": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "cycle": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
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

/// Lists the cycles of a project, newest first, excluding archived ones. Needs the scope `projects.cycles:read`.
// With `cycle_view=current` the server sends a bare array, which `Page` accepts.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Page<Cycle>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Status of the cycles to return; all if unset. [`Current`](CycleView::Current) cycles are returned without
    /// pagination.
    pub cycle_view: Option<CycleView>,
    /// Fields to return as objects instead of ids, such as `owned_by`.
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
    /// Returns only the cycle with this id in another system. Only Plane's Python SDK defines this field, and the
    /// Community Edition ignores it.
    pub external_id: Option<String>,
    /// Returns only cycles whose `external_id` comes from this system. Only Plane's Python SDK defines this field, and
    /// the Community Edition ignores it.
    pub external_source: Option<String>,
    /// Alias of `cycle_view`. Only Plane's Python SDK defines this field, and the Community Edition ignores it.
    pub status: Option<CycleView>,
}

/// Creates a cycle. Needs the scope `projects.cycles:write`. Cycles may overlap.
///
/// If another cycle already has the same `external_id` and `external_source`, the server responds with 409;
/// [`Error::existing_id`](crate::Error::existing_id) is the id of the other cycle.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Cycle)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCycle {
    pub workspace_slug: String,
    /// The project. It is sent in the path and in the body, because the server requires both.
    #[path(body)]
    pub project_id: ProjectId,
    /// Name of the cycle, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Start date. Set both dates, or neither to create a draft.
    pub start_date: Option<CycleDate>,
    /// End date.
    pub end_date: Option<CycleDate>,
    /// User who owns the cycle; the authenticated user if unset.
    // Required by the SDKs, optional on the server.
    pub owned_by: Option<UserId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Option<String>,
    /// Time zone, such as `Europe/Berlin`; `UTC` if unset. The dates of the cycle use the project's time zone
    /// nevertheless.
    pub timezone: Option<String>,
}

/// Lists the cycles of a project without counting their work items.
///
/// Only Plane's Python SDK defines this request, and the Community Edition lacks the route.
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
    /// Status of the cycles to return; all if unset.
    pub status: Option<CycleView>,
}

/// Gets a cycle. Needs the scope `projects.cycles:read`. If the cycle is archived, the server responds with 404.
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

/// Updates a cycle. Unset fields are left unchanged. Needs the scope `projects.cycles:write`.
///
/// Updates of an archived or completed cycle are rejected with 400.
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
    /// Start date. Set or clear both dates together: if only one is set, the server stores the time that was sent
    /// instead of the whole day.
    pub start_date: Patch<CycleDate>,
    /// End date.
    pub end_date: Patch<CycleDate>,
    /// User who owns the cycle. If the field is cleared, the authenticated user becomes the owner. According to the
    /// source of the Community Edition, the same happens if the field is unset.
    pub owned_by: Patch<UserId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Time zone, such as `Europe/Berlin`. The dates of the cycle use the project's time zone nevertheless.
    pub timezone: Option<String>,
}

/// Deletes a cycle; its work items are kept. Needs the scope `projects.cycles:write`. Only the owner of the cycle and
/// project admins may delete the cycle.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Archives a cycle. Needs the scope `projects.cycles:write`. If the cycle has not ended, the server responds with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists the archived cycles of a project, newest first. Needs the scope `projects.cycles:read`.
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

/// Restores an archived cycle. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/archived-cycles/<cycle_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Lists the work items of a cycle, oldest first. Needs the scope `projects.cycles:read`.
// The documentation shows items like `CycleWorkItem`; the server and the SDKs use work items.
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
    /// Returns only the work item with this id in another system. Only Plane's Python SDK defines this field, and the
    /// Community Edition ignores it.
    pub external_id: Option<String>,
    /// Returns only work items whose `external_id` comes from this system. Only Plane's Python SDK defines this field,
    /// and the Community Edition ignores it.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`. `created_at` if unset.
    pub order_by: Option<String>,
    /// Filter in Plane's query language. The Community Edition ignores this field and returns all items.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`. The Community Edition ignores this field, even if it is malformed, and returns all items.
    pub filters: Option<String>,
}

/// Moves work items into a cycle, removing them from any other cycle. Needs the scope `projects.cycles:write`.
///
/// The response lists every work item in the cycle, not only the new ones. If the cycle has ended, the server responds
/// with 400.
// Plane's SDKs ignore the response.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/" -> Vec<CycleWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Work items to add. An empty list is rejected with 400.
    pub issues: Vec<WorkItemId>,
}

/// Removes a work item from a cycle. Needs the scope `projects.cycles:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/cycle-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveCycleWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    pub work_item_id: WorkItemId,
}

/// Moves incomplete work items from a cycle that has ended to another cycle. Needs the scope `projects.cycles:write`.
///
/// If the source cycle has not ended, or the target cycle has ended, the server responds with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/transfer-issues/" -> MessageResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Target cycle.
    pub new_cycle_id: CycleId,
}

/// A period of time for which work items are planned.
///
/// Responses to [`CreateCycle`] and [`UpdateCycle`] lack the work item counts.
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
    /// Sum of the estimates of all work items, if the project's estimates are numbers.
    pub total_estimates: Option<f64>,
    /// Sum of the estimates of completed work items.
    pub completed_estimates: Option<f64>,
    /// Sum of the estimates of work items in progress.
    pub started_estimates: Option<f64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the cycle.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the cycle.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Id of the cycle.
    pub id: CycleId,
    /// Project that the cycle belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the cycle belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// Name of the cycle.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Start time: one second after midnight on the first day in the project's time zone, or the creation time if that
    /// day is today. Drafts have no start time.
    // A date in the documentation; the server sends a time.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// End time: one minute before the midnight that ends the last day in the project's time zone.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// User who owns the cycle.
    #[serde(default, deserialize_with = "coerce")]
    pub owned_by: Option<Ref<User>>,
    /// Display settings, as Plane's web app defines them.
    pub view_props: Option<Value>,
    /// Position among the cycles of the project: the lowest value comes first. New cycles get the lowest value.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// Progress of the cycle, as counts and charts, at the time when its work items were moved to another cycle; an
    /// empty object before that.
    pub progress_snapshot: Option<Value>,
    /// Time at which the cycle was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Emoji or icon; an empty object if unset.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Time zone, such as `Europe/Berlin`. The dates of the cycle use the project's time zone nevertheless.
    pub timezone: Option<String>,
    /// Version of Plane's storage format; 1 in every known response.
    #[serde(default, deserialize_with = "coerce")]
    pub version: Option<i64>,
    /// Status of the cycle. The Community Edition omits this field.
    pub status: Option<CycleView>,
}

/// First or last day of a cycle in a request.
///
/// The server stores whole days, and ignores the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CycleDate {
    /// A time on that day.
    Time(Timestamp),
    /// The day, in the project's time zone.
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

/// Link between a work item and a cycle.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleWorkItem {
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
    pub id: CycleWorkItemId,
    /// Project that the link belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the link belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The work item.
    pub issue: WorkItemId,
    /// The cycle.
    pub cycle: CycleId,
}

open_enum! {
    /// Status of cycles, also used to filter them.
    pub enum CycleView {
        /// Cycles in progress.
        Current = "current",
        /// Cycles that have not started.
        Upcoming = "upcoming",
        /// Cycles that have ended.
        Completed = "completed",
        /// Cycles without dates.
        Draft = "draft",
        /// Cycles that have not ended, including drafts.
        Incomplete = "incomplete",
        /// All cycles except archived ones.
        All = "all",
    }
}
