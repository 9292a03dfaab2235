//! Intake work items of a project: reported work items that wait to be accepted or rejected.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::intake_work_items::ListIntakeWorkItems;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListIntakeWorkItems>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/?paginate=cursor" -> CursorPage<IntakeWorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListIntakeWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only intake work items with this id in another system.
    pub external_id: Option<String>,
    /// Returns only intake work items whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only intake work items that match this search text.
    pub search: Option<String>,
    /// Returns only intake work items with this source.
    pub source: Option<String>,
    /// Returns only intake work items with this status.
    pub status: Option<IntakeStatus>,
    /// Returns only intake work items with one of these statuses.
    #[query(comma)]
    #[serde(rename = "status__in")]
    pub status_in: Vec<IntakeStatus>,
    /// Returns only the intake work item with this `work_item_id`.
    pub work_item_id: Option<WorkItemId>,
    /// Sort order.
    pub order_by: Option<IntakeWorkItemOrder>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an intake work item. Needs the scope `projects.intakes:write`.
///
/// If `status` is unset, the status is [`IntakeStatus::Pending`].
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
    /// Work item of which this intake work item is a duplicate.
    pub duplicate_to_id: Patch<WorkItemId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the intake work item in another system.
    pub external_id: Patch<String>,
    /// Priority of the intake work item.
    pub priority: Option<Priority>,
    /// Time until which the intake work item is snoozed.
    pub snoozed_till: Patch<Timestamp>,
    /// Source of the report. Plane does not document the values.
    pub source: Option<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Patch<String>,
    /// Status of the intake work item.
    pub status: Option<IntakeStatus>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Gets an intake work item. Needs the scope `projects.intakes:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> IntakeWorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Updates an intake work item. Unset fields are left unchanged. Needs the scope `projects.intakes:write`.
///
/// To accept or reject the work item, set `status`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> IntakeWorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Work item of which this intake work item is a duplicate.
    pub duplicate_to_id: Patch<WorkItemId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the intake work item in another system.
    pub external_id: Patch<String>,
    /// Name of the work item.
    pub name: Option<String>,
    /// Priority of the intake work item.
    pub priority: Option<Priority>,
    /// Time until which the intake work item is snoozed.
    pub snoozed_till: Patch<Timestamp>,
    /// Source of the report. Plane does not document the values.
    pub source: Option<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Patch<String>,
    /// Status of the intake work item.
    pub status: Option<IntakeStatus>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<IntakeWorkItemField>,
}

/// Deletes an intake work item. Needs the scope `projects.intakes:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<intake_work_item_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub intake_work_item_id: IntakeWorkItemId,
}

/// An intake work item: a work item that was reported, and its status in the intake.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct IntakeWorkItem {
    /// Id of the intake work item. It differs from `work_item_id`.
    pub id: IntakeWorkItemId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Priority of the intake work item.
    pub priority: Option<String>,
    /// Status of the intake work item.
    pub status: Option<IntakeStatus>,
    /// Time until which the intake work item is snoozed.
    #[serde(default, deserialize_with = "coerce")]
    pub snoozed_till: Option<Timestamp>,
    /// Work item of which this intake work item is a duplicate.
    pub duplicate_to_id: Option<WorkItemId>,
    /// Source of the report. Plane does not document the values.
    pub source: Option<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Option<String>,
    /// State of the work item.
    pub state_id: Option<StateId>,
    /// Id of the reported work item.
    pub work_item_id: Option<WorkItemId>,
    /// Intake that contains the intake work item.
    pub intake_id: Option<IntakeId>,
    /// Id of the intake work item in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the intake work item.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of intake work items, ascending or descending.
    pub enum IntakeWorkItemOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`IntakeWorkItem`] that a response can include.
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
    /// Status of an intake work item.
    pub enum IntakeStatus {
        /// Neither accepted nor rejected yet.
        Pending = -2,
        /// Rejected.
        Rejected = -1,
        /// Snoozed until [`IntakeWorkItem::snoozed_till`].
        Snoozed = 0,
        /// Accepted.
        Accepted = 1,
        /// A duplicate of [`IntakeWorkItem::duplicate_to_id`].
        Duplicate = 2,
    }
}
