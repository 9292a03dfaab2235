//! Intake: work items that await acceptance into a project.
//!
//! An intake entry has an id of its own, but requests identify the entry by the id of its work item,
//! [`IntakeWorkItem::issue`].
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::intake::{CreateIntakeWorkItem, IntakeStatus, IntakeWorkItemInput, UpdateIntakeWorkItem},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateIntakeWorkItem>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "issue": "7"}));
//! # mock.expect_any::<UpdateIntakeWorkItem>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = IntakeWorkItemInput { name: Some("Too loud".to_owned()), ..Default::default() };
//! let entry = CreateIntakeWorkItem::new("my-workspace", project, work_item).send(&client).await?;
//!
//! if let Some(work_item) = entry.issue.as_ref().map(|issue| issue.id()) {
//!     UpdateIntakeWorkItem::new("my-workspace", project, work_item)
//!         .status(IntakeStatus::Accepted)
//!         .send(&client)
//!         .await?;
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_int_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{IntakeId, IntakeWorkItemId, ProjectId, WorkItemId},
        reference::Ref,
        v1::{
            common::Workspace,
            projects::Project,
            users::User,
            work_items::{Priority, WorkItem},
        },
    },
};

/// Lists the intake entries of a project. Needs the scope `projects.intakes:read`.
///
/// For a project without an intake, the list is empty; this is not an error.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/" -> Page<IntakeWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListIntakeWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`. Only Plane's Python SDK defines
    /// this field.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `issue`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Returns only entries whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Returns only the entry with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
}

/// Creates a work item in the intake of a project, with the status [`Pending`](IntakeStatus::Pending). Needs
/// the scope `projects.intakes:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The work item; its name is required.
    pub issue: IntakeWorkItemInput,
}

/// Gets an intake entry. Needs the scope `projects.intakes:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `issue`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane's Python SDK defines this field, but it has no effect: a single entry has no order.
    pub order_by: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_source: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_id: Option<String>,
}

/// Accepts, rejects or snoozes an intake entry, or updates its work item. Unset fields are left unchanged. Needs
/// the scope `projects.intakes:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// New status of the entry.
    pub status: Option<IntakeStatus>,
    /// End of the snooze, for [`Snoozed`](IntakeStatus::Snoozed). After that time, [`ListIntakeWorkItems`] omits the
    /// entry and [`GetIntakeWorkItem`] responds with 404, but the entry can still be updated.
    pub snoozed_till: Patch<Timestamp>,
    /// The original work item, for [`Duplicate`](IntakeStatus::Duplicate).
    pub duplicate_to: Patch<WorkItemId>,
    /// Origin of the entry, at most 255 characters.
    pub source: Patch<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Patch<String>,
    /// New values for the fields of the work item.
    pub issue: Option<IntakeWorkItemInput>,
}

/// Deletes an intake entry. The work item is also deleted, unless the entry was accepted. Needs
/// the scope `projects.intakes:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Accepts, rejects or snoozes an intake entry. The Community Edition lacks this route; use [`UpdateIntakeWorkItem`]
/// instead.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/status/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItemStatus {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// New status of the entry.
    pub status: Option<IntakeStatus>,
    /// End of the snooze, for [`Snoozed`](IntakeStatus::Snoozed). After that time, [`ListIntakeWorkItems`] omits the
    /// entry and [`GetIntakeWorkItem`] responds with 404, but the entry can still be updated.
    pub snoozed_till: Patch<Timestamp>,
    /// The original work item, for [`Duplicate`](IntakeStatus::Duplicate).
    pub duplicate_to: Patch<WorkItemId>,
    /// Origin of the entry.
    pub source: Patch<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Patch<String>,
    /// New values for the fields of the work item.
    pub issue: Option<IntakeWorkItemInput>,
}

/// An intake entry: a work item that awaits acceptance.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct IntakeWorkItem {
    /// Id of the entry.
    pub id: IntakeWorkItemId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Status of the entry.
    pub status: Option<IntakeStatus>,
    /// End of the snooze.
    #[serde(default, deserialize_with = "coerce")]
    pub snoozed_till: Option<Timestamp>,
    /// The original work item, if the entry is a duplicate.
    pub duplicate_to: Option<WorkItemId>,
    /// Origin of the entry, such as `IN_APP`. Plane's documentation has `in_app` in lower case.
    pub source: Option<String>,
    /// Email address of the person who reported the work item.
    pub source_email: Option<String>,
    /// Additional data, in an undocumented format.
    pub extra: Option<Value>,
    /// The work item. Its id identifies the entry in requests.
    #[serde(default, deserialize_with = "coerce")]
    pub issue: Option<Ref<WorkItem>>,
    /// Details of the work item, including its state.
    pub issue_detail: Option<WorkItem>,
    /// Intake of the project.
    pub intake: Option<IntakeId>,
    /// Intake of the project, under its former name `inbox`.
    pub inbox: Option<IntakeId>,
    /// Project that the entry belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the entry belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// User who created the entry.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the entry.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the entry in another system.
    pub external_id: Option<String>,
}

/// Fields of the work item of an intake entry.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IntakeWorkItemInput {
    /// Name of the work item, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as a Plane editor document. Only Plane's Python SDK defines this field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Value>,
    /// Description, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// Priority of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
}

open_int_enum! {
    /// Status of an intake entry.
    pub enum IntakeStatus {
        /// Awaiting a decision.
        Pending = -2,
        /// Rejected.
        Rejected = -1,
        /// Snoozed until [`IntakeWorkItem::snoozed_till`].
        Snoozed = 0,
        /// Accepted as an ordinary work item.
        Accepted = 1,
        /// A duplicate of another work item.
        Duplicate = 2,
    }
}
