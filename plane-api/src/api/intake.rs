//! ~ Intake.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, WorkspaceId, expanded},
    cycles::CycleLite,
    endpoint,
    estimates::EstimatePointId,
    labels::LabelId,
    modules::ModuleLite,
    open_int_enum,
    projects::{Project, ProjectId},
    states::StateLite,
    users::{User, UserId},
    work_item_types::WorkItemTypeId,
    work_items::{Priority, WorkItem, WorkItemId},
};

/// Lists intake work items. Needs the scope `projects.intakes:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/" -> Page<IntakeWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListIntakeWorkItems {
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
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Id of the intake work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Creates an intake work item. Needs the scope `projects.intakes:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The work item that it belongs to.
    pub issue: IntakeWorkItemInput,
}

/// Gets an intake work item. Needs the scope `projects.intakes:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the intake work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Updates an intake work item. Needs the scope `projects.intakes:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Status.
    pub status: Option<IntakeStatus>,
    /// Until when it sleeps.
    pub snoozed_till: Patch<Timestamp>,
    /// ~ Duplicate to.
    pub duplicate_to: Patch<WorkItemId>,
    /// Where it came from. 255 characters at most.
    pub source: Patch<String>,
    /// Email address that it came from.
    pub source_email: Patch<String>,
    /// The work item that it belongs to.
    pub issue: Option<IntakeWorkItemInput>,
}

/// Deletes an intake work item. Needs the scope `projects.intakes:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteIntakeWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Updates an intake work item status.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/intake-issues/<work_item_id>/status/" -> IntakeWorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateIntakeWorkItemStatus {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Status.
    pub status: Option<i64>,
    /// Until when it sleeps.
    pub snoozed_till: Patch<Timestamp>,
    /// ~ Duplicate to.
    pub duplicate_to: Patch<WorkItemId>,
    /// Where it came from.
    pub source: Patch<String>,
    /// Email address that it came from.
    pub source_email: Patch<String>,
    /// The work item that it belongs to.
    pub issue: Option<IntakeWorkItemInput>,
}

/// Id of a [`IntakeWorkItem`].
pub type IntakeWorkItemId = Id<IntakeWorkItem>;

/// ~ intake work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct IntakeWorkItem {
    /// ~ Issue detail.
    pub issue_detail: Option<WorkItemExpand>,
    /// The intake that it waits in.
    pub inbox: Option<IntakeId>,
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
    /// Id of the intake work item.
    pub id: IntakeWorkItemId,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// The intake that it waits in.
    pub intake: Option<IntakeId>,
    /// The work item that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub issue: Option<Ref<WorkItem>>,
    /// ~ Status.
    pub status: Option<IntakeStatus>,
    /// Until when it sleeps.
    pub snoozed_till: Option<Timestamp>,
    /// ~ Duplicate to.
    pub duplicate_to: Option<WorkItemId>,
    /// Where it came from.
    pub source: Option<String>,
    /// Email address that it came from.
    pub source_email: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the intake work item in another system.
    pub external_id: Option<String>,
    /// ~ Extra.
    pub extra: Option<Value>,
}

/// ~ work item as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct IntakeWorkItemInput {
    /// Name of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ~ Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Value>,
    /// Description, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// How urgent it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
}

/// Id of a [`WorkItemExpand`].
pub type WorkItemExpandId = Id<WorkItemExpand>;

/// ~ work item expand.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemExpand {
    /// The cycle that it belongs to.
    pub cycle: Option<CycleLite>,
    /// The module that it belongs to.
    pub module: Option<ModuleLite>,
    /// Its labels.
    pub labels: Option<Vec<LabelId>>,
    /// Who works on it.
    pub assignees: Option<Vec<UserId>>,
    /// Its state.
    pub state: Option<StateLite>,
    /// ~ Description.
    pub description: Option<Value>,
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
    /// Id of the work item expand.
    pub id: WorkItemExpandId,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The work item expand that it stands below.
    pub parent: Option<WorkItemId>,
    /// Its estimate, as a number.
    pub point: Option<i64>,
    /// Its estimate.
    pub estimate_point: Option<EstimatePointId>,
    /// Name of the work item expand.
    pub name: Option<String>,
    /// Description, as the document of Plane's editor.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// When it was archived.
    pub archived_at: Option<Date>,
    /// Whether it is a draft.
    pub is_draft: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item expand in another system.
    pub external_id: Option<String>,
    /// ~ Type.
    pub r#type: Option<WorkItemTypeId>,
}

open_int_enum! {
    /// ~ intake status.
    pub enum IntakeStatus {
        /// ~ Pending.
        Pending = -2,
        /// ~ Rejected.
        Rejected = -1,
        /// ~ Snoozed.
        Snoozed = 0,
        /// ~ Accepted.
        Accepted = 1,
        /// ~ Duplicate.
        Duplicate = 2,
    }
}

/// The intake of a project, known by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intake {}

/// Id of an [`Intake`].
pub type IntakeId = Id<Intake>;
