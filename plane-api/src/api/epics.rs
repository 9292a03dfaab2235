//! ~ Epics.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, expanded},
    endpoint,
    estimates::{EstimatePoint, EstimatePointId},
    labels::{Label, LabelId},
    projects::{Project, ProjectId},
    states::{State, StateId},
    users::{User, UserId},
    work_item_types::{WorkItemType, WorkItemTypeId},
    work_items::{Priority, WorkItem, WorkItemId},
};

/// Lists epics. Needs the scope `projects.epics:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/epics/" -> Page<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEpics {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
    /// Id of the epic in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Creates an epic. Needs the scope `projects.epics:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/epics/" -> Epic)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the epic.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Its state.
    pub state_id: Option<StateId>,
    /// The epic that it stands below.
    pub parent_id: Option<EpicId>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// When it begins.
    pub start_date: Option<Date>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// Who works on it.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Its estimate.
    pub estimate_point: Option<EstimatePointId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the epic in another system.
    pub external_id: Option<String>,
}

/// Gets an epic. Needs the scope `projects.epics:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/" -> Epic)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Id of the epic in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Updates an epic. Needs the scope `projects.epics:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/" -> Epic)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
    /// Name of the epic.
    pub name: Option<String>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Its state.
    pub state_id: Option<StateId>,
    /// The epic that it stands below.
    pub parent_id: Option<EpicId>,
    /// How urgent it is.
    pub priority: Patch<Priority>,
    /// When it begins.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Who works on it.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Its estimate.
    pub estimate_point: Patch<EstimatePointId>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the epic in another system.
    pub external_id: Patch<String>,
}

/// Deletes an epic. Needs the scope `projects.epics:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
}

/// Lists epic work items. Needs the scope `projects.epics:read` or `projects.work-items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/issues/" -> Page<EpicWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEpicWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
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
    /// Id of the epic in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Adds epic work items. Needs the scope `projects.epics:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/issues/" -> Vec<EpicWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddEpicWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
    /// The work items.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Id of a [`Epic`].
pub type EpicId = Id<Epic>;

/// ~ epic.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Epic {
    /// Id of the epic.
    pub id: EpicId,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Its estimate, as a number.
    pub point: Option<i64>,
    /// Name of the epic.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<Value>,
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
    pub archived_at: Option<Timestamp>,
    /// Whether it is a draft.
    pub is_draft: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the epic in another system.
    pub external_id: Option<String>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// The epic that it stands below.
    pub parent: Option<EpicId>,
    /// Its state.
    #[serde(default, deserialize_with = "expanded")]
    pub state: Option<Ref<State>>,
    /// Its estimate.
    #[serde(default, deserialize_with = "expanded")]
    pub estimate_point: Option<Ref<EstimatePoint>>,
    /// ~ Type.
    #[serde(default, deserialize_with = "expanded")]
    pub r#type: Option<Ref<WorkItemType>>,
    /// Who works on it.
    pub assignees: Option<Vec<Ref<User>>>,
    /// Its labels.
    pub labels: Option<Vec<Ref<Label>>>,
}

/// Id of a [`EpicWorkItem`].
pub type EpicWorkItemId = Id<EpicWorkItem>;

/// ~ epic work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct EpicWorkItem {
    /// Id of the epic work item.
    pub id: EpicWorkItemId,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// The epic work item that it stands below.
    #[serde(default, deserialize_with = "expanded")]
    pub parent: Option<Ref<WorkItem>>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Its estimate, as a number.
    pub point: Option<i64>,
    /// Name of the epic work item.
    pub name: Option<String>,
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
    pub archived_at: Option<Timestamp>,
    /// When something last happened to it.
    pub last_activity_at: Option<Timestamp>,
    /// Whether it is a draft.
    pub is_draft: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the epic work item in another system.
    pub external_id: Option<String>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// Its state.
    #[serde(default, deserialize_with = "expanded")]
    pub state: Option<Ref<State>>,
    /// Its estimate.
    #[serde(default, deserialize_with = "expanded")]
    pub estimate_point: Option<Ref<EstimatePoint>>,
    /// ~ Type.
    #[serde(default, deserialize_with = "expanded")]
    pub r#type: Option<Ref<WorkItemType>>,
    /// Who works on it.
    pub assignees: Option<Vec<Ref<User>>>,
    /// Its labels.
    pub labels: Option<Vec<Ref<Label>>>,
}
