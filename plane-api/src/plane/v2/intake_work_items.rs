//! Work items of the intake of a project: what was reported, and waits for a decision.
//!
//! ```no_run
//! use plane_api::{Client, v2::intake_work_items::ListIntakeWorkItems};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListIntakeWorkItems::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::{open_enum, open_int_enum},
        page::Cursor,
        patch::Patch,
    },
    plane::{
        ids::{IntakeId, IntakeWorkItemId, ProjectId, StateId, UserId, WorkItemId},
        v2::{common::Priority, lists::CursorPage},
    },
};

/// Lists the intake work items of a project. Needs the scope `projects.intakes:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/?paginate=cursor" -> CursorPage<IntakeWorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListIntakeWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this source.
    pub source: Option<String>,
    /// Only those with this status.
    pub status: Option<IntakeStatus>,
    /// Only those with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<IntakeStatus>,
    /// Only those with this work item.
    pub work_item_id: Option<WorkItemId>,
    /// What the list is sorted by.
    pub order_by: Option<IntakeWorkItemOrder>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an intake work item. Needs the scope `projects.intakes:write`.
///
/// The new one is [`IntakeStatus::Pending`].
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/" -> IntakeWorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// The work item that it is the same as.
    pub duplicate_to_id: Patch<WorkItemId>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the intake work item in another system.
    pub external_id: Patch<String>,
    /// How urgent the intake work item is.
    pub priority: Option<Priority>,
    /// Until when it is put off.
    pub snoozed_till: Patch<Timestamp>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Email address of who reported it.
    pub source_email: Patch<String>,
    /// What was decided about it.
    pub status: Option<IntakeStatus>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Gets an intake work item. Needs the scope `projects.intakes:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> IntakeWorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Updates an intake work item. Unset fields are left unchanged. Needs the scope `projects.intakes:write`.
///
/// To accept or reject it, set `status`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> IntakeWorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// The work item that it is the same as.
    pub duplicate_to_id: Patch<WorkItemId>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the intake work item in another system.
    pub external_id: Patch<String>,
    /// Name of the work item.
    pub name: Option<String>,
    /// How urgent the intake work item is.
    pub priority: Option<Priority>,
    /// Until when it is put off.
    pub snoozed_till: Patch<Timestamp>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Email address of who reported it.
    pub source_email: Patch<String>,
    /// What was decided about it.
    pub status: Option<IntakeStatus>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Deletes an intake work item. Needs the scope `projects.intakes:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
}

/// A work item of the intake.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct IntakeWorkItem {
    /// Id of the entry of the intake, which is not that of the work item.
    pub id: IntakeWorkItemId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// How urgent the intake work item is.
    pub priority: Option<String>,
    /// What was decided about it.
    pub status: Option<IntakeStatus>,
    /// Until when it is put off.
    #[serde(default, deserialize_with = "coerce")]
    pub snoozed_till: Option<Timestamp>,
    /// The work item that it is the same as.
    pub duplicate_to_id: Option<WorkItemId>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Email address of who reported it.
    pub source_email: Option<String>,
    /// The state that it is in.
    pub state_id: Option<StateId>,
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
    /// The intake.
    pub intake_id: Option<IntakeId>,
    /// Id of the intake work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of intake work items is sorted by, in ascending or descending order.
    pub enum IntakeWorkItemOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`IntakeWorkItem`].
    pub enum IntakeWorkItemField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        DuplicateToId = "duplicate_to_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IntakeId = "intake_id",
        Name = "name",
        Priority = "priority",
        SnoozedTill = "snoozed_till",
        Source = "source",
        SourceEmail = "source_email",
        StateId = "state_id",
        Status = "status",
        WorkItemId = "work_item_id",
    }
}

open_int_enum! {
    /// What was decided about a work item of the intake.
    pub enum IntakeStatus {
        /// Nothing yet.
        Pending = -2,
        /// It is rejected.
        Rejected = -1,
        /// It is put off: see `snoozed_till`.
        Snoozed = 0,
        /// It is accepted.
        Accepted = 1,
        /// It is the same as another: see `duplicate_to_id`.
        Duplicate = 2,
    }
}
