//! Work items: what there is to do in a project. Plane's older name for them is issues.
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     work_items::{CreateWorkItem, ListWorkItems, Priority},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! CreateWorkItem::new("my-workspace", project, "Fuel the rocket")
//!     .priority(Priority::High)
//!     .send(&client)
//!     .await?;
//!
//! let mut work_items = ListWorkItems::new("my-workspace", project).expand(["state"]).items(&client);
//! while let Some(work_item) = work_items.next().await {
//!     let work_item = work_item?;
//!     let state = work_item.state.as_ref().and_then(|state| state.as_object());
//!     println!("{:?}: {:?}", work_item.name, state);
//! }
//! # Ok(())
//! # }
//! ```

pub mod activities;
pub mod attachments;
pub mod comments;
pub mod custom_relations;
pub mod dependencies;
pub mod links;
pub mod pages;
pub mod property_values;
pub mod relation_definitions;
pub mod relations;
pub mod work_logs;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use serde::Deserialize;
use serde::Deserializer;
use serde::de::Error as _;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, WorkspaceId, expanded},
    endpoint,
    estimates::{EstimatePoint, EstimatePointId},
    labels::{Label, LabelId},
    open_enum,
    projects::{Project, ProjectId},
    states::{State, StateId},
    users::{User, UserId},
    work_item_types::{WorkItemType, WorkItemTypeId},
};

/// Lists the work items of a project, the newest first. Needs the scope `projects.work_items:read`.
///
/// Other filters than these are ignored by the Community Edition, which then answers everything.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`. One that does not exist is
    /// answered with 500.
    pub order_by: Option<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Filter in Plane's query language. The Community Edition ignores it, and answers everything.
    pub pql: Option<String>,
    /// Filter, as the text of a JSON object of nested `and`, `or` and `not`. The Community Edition ignores it,
    /// malformed or not, and answers everything.
    pub filters: Option<String>,
}

/// Creates a work item. Needs the scope `projects.work_items:write`.
///
/// One with the `external_id` and `external_source` of another is refused with 409:
/// [`Error::existing_id`](crate::Error::existing_id) is that other one.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, 255 characters at most.
    pub name: String,
    /// Description, as HTML. The server removes what could run, and wraps what is plain text.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Its state; the project's default if unset.
    pub state: Option<StateId>,
    /// Who works on it. Who is no member of the project is left out without a word.
    pub assignees: Option<Vec<UserId>>,
    /// Its labels.
    pub labels: Option<Vec<LabelId>>,
    /// The work item that it is a part of.
    pub parent: Option<WorkItemId>,
    /// Its type.
    pub r#type: Option<WorkItemTypeId>,
    /// Its type, under another name.
    pub type_id: Option<WorkItemTypeId>,
    /// The day when work on it begins.
    pub start_date: Option<Date>,
    /// The day when it has to be done.
    pub target_date: Option<Date>,
    /// When it was completed. The server sets it where the state says so.
    pub completed_at: Option<Timestamp>,
    /// Its estimate.
    pub estimate_point: Option<EstimatePointId>,
    /// Its estimate, as a number.
    pub point: Option<i64>,
    /// Place among the work items; behind all others if unset.
    pub sort_order: Option<f64>,
    /// When something last happened to it.
    pub last_activity_at: Option<Timestamp>,
    /// When it was created, for imports. Only the source of the Community Edition knows of it.
    pub created_at: Option<Timestamp>,
    /// Who is named as its creator.
    pub created_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
}

/// Gets a work item. Needs the scope `projects.work_items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids, such as `state`, `labels` and `assignees`. A field that is no
    /// id is answered as null.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Documented; one work item has no order.
    pub order_by: Option<String>,
    /// Documented; the id in the path is what counts.
    pub external_source: Option<String>,
    /// Documented; the id in the path is what counts.
    pub external_id: Option<String>,
}

/// Updates a work item. Needs the scope `projects.work_items:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Who works on it.
    pub assignees: Option<Vec<UserId>>,
    /// Its labels.
    pub labels: Option<Vec<LabelId>>,
    /// The type of its work items.
    pub type_id: Patch<WorkItemTypeId>,
    /// The work item that it stands below.
    pub parent: Patch<WorkItemId>,
    /// Its estimate, as a number.
    pub point: Patch<i64>,
    /// Name of the work item. 255 characters at most.
    pub name: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// How urgent it is. 30 characters at most.
    pub priority: Option<Priority>,
    /// When it begins.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// When it was completed.
    pub completed_at: Patch<Timestamp>,
    /// When something last happened to it.
    pub last_activity_at: Option<Timestamp>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item in another system. 255 characters at most.
    pub external_id: Patch<String>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Its state.
    pub state: Patch<StateId>,
    /// Its estimate.
    pub estimate_point: Patch<EstimatePointId>,
    /// ~ Type.
    pub r#type: Patch<WorkItemTypeId>,
}

/// Deletes a work item. Needs the scope `projects.work_items:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Lists workspace work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which ones to answer, in Plane's query language.
    pub pql: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<String>,
}

/// Counts workspace work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/count/" -> WorkItemCount)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CountWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Which ones to answer, in Plane's query language.
    pub pql: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<String>,
    /// ~ Group by.
    pub group_by: Option<WorkItemCountGroupBy>,
    /// ~ Sub group by.
    pub sub_group_by: Option<WorkItemCountGroupBy>,
}

/// Searches work items. Needs the scope `projects.work_items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/search/" -> WorkItemSearchResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchWorkItems {
    pub workspace_slug: String,
    /// How many to answer at most.
    pub limit: Option<i64>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Words that are looked for.
    pub search: String,
    /// ~ Workspace search.
    pub workspace_search: Option<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Searches work items advanced.
// NOTE: docs sample is a doubly nested array
#[endpoint(POST, "/workspaces/<workspace_slug>/work-items/advanced-search/" -> Vec<AdvancedSearchResult>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchWorkItemsAdvanced {
    pub workspace_slug: String,
    /// ~ Query.
    pub query: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<Value>,
    /// How many to answer at most.
    pub limit: Option<i64>,
    /// ~ Workspace search.
    pub workspace_search: Option<bool>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
}

/// Gets a work item by identifier. Needs the scope `projects.work_items:read`.
// NOTE: two params in one path segment
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/<project_identifier>-<issue_identifier>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByIdentifier {
    pub workspace_slug: String,
    pub project_identifier: String,
    pub issue_identifier: i64,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
}

/// Lists archived work items.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which ones to answer, in Plane's query language.
    pub pql: Option<String>,
    /// Which ones to answer: nested groups `and`, `or` and `not` of lookups such as `priority__in`.
    pub filters: Option<String>,
}

/// Archives a work item.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Unarchives a work item.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Submits a work item approval.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/workflow-approval/" -> WorkItemApproval)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubmitWorkItemApproval {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Type.
    pub r#type: ApprovalDecision,
}

/// Gets the work item that another system knows by an id of its own. Needs the scope `projects.work_items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByExternalId {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The system that `external_id` belongs to.
    pub external_source: String,
    /// Id of the work item in that system.
    pub external_id: String,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Id of a [`WorkItem`].
pub type WorkItemId = Id<WorkItem>;

/// Something to do in a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the work item.
    pub name: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// Description, as the document of Plane's editor, or as text.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, as the editor's own bytes in Base64.
    pub description_binary: Option<String>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Its state.
    #[serde(default, deserialize_with = "expanded")]
    pub state: Option<Ref<State>>,
    /// Who works on it.
    pub assignees: Option<Vec<Ref<User>>>,
    /// Its labels.
    pub labels: Option<Vec<Ref<Label>>>,
    /// The work item that it is a part of.
    #[serde(default, deserialize_with = "expanded")]
    pub parent: Option<Ref<Self>>,
    /// Its type.
    #[serde(default, deserialize_with = "expanded")]
    pub r#type: Option<Ref<WorkItemType>>,
    /// Its type, never expanded.
    pub type_id: Option<WorkItemTypeId>,
    /// The module that it belongs to: an id, or the module where it is expanded.
    pub module: Option<Value>,
    /// The day when work on it begins.
    pub start_date: Option<Date>,
    /// The day when it has to be done.
    pub target_date: Option<Date>,
    /// When it was completed.
    pub completed_at: Option<Timestamp>,
    /// The day when it was archived. Where a server sends a time, its day in UTC.
    #[serde(default, deserialize_with = "day")]
    pub archived_at: Option<Date>,
    /// Its estimate.
    #[serde(default, deserialize_with = "expanded")]
    pub estimate_point: Option<Ref<EstimatePoint>>,
    /// Its estimate, as a number.
    pub point: Option<i64>,
    /// Place among the work items.
    pub sort_order: Option<f64>,
    /// Whether it is a draft.
    pub is_draft: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
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
    /// The project that it belongs to, where it is a part of another answer.
    pub project_id: Option<ProjectId>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
}

/// ~ work item count.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemCount {
    /// ~ Grouped by.
    pub grouped_by: Option<String>,
    /// ~ Sub grouped by.
    pub sub_grouped_by: Option<String>,
    /// ~ Total count.
    pub total_count: Option<i64>,
    /// ~ Grouped counts.
    pub grouped_counts: Option<BTreeMap<String, WorkItemGroupCountEntry>>,
}

/// ~ work item search result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemSearchResult {
    /// ~ Issues.
    pub issues: Option<Vec<WorkItemSearchItem>>,
}

/// Id of a [`AdvancedSearchResult`].
pub type AdvancedSearchResultId = Id<AdvancedSearchResult>;

/// ~ advanced search result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AdvancedSearchResult {
    /// Id of the advanced search result.
    pub id: AdvancedSearchResultId,
    /// Name of the advanced search result.
    pub name: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// ~ Project identifier.
    pub project_identifier: Option<String>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace_id: Option<WorkspaceId>,
    /// The type of its work items.
    pub type_id: Option<WorkItemTypeId>,
    /// Its state.
    pub state_id: Option<StateId>,
    /// How urgent it is.
    pub priority: Option<String>,
    /// When it is due.
    pub target_date: Option<Date>,
    /// When it begins.
    pub start_date: Option<Date>,
}

/// ~ work item approval.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemApproval {
    /// Its state.
    pub state_id: Option<StateId>,
}

/// ~ work item group count entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemGroupCountEntry {
    /// How many there are.
    pub count: Option<i64>,
    /// ~ Sub grouped counts.
    pub sub_grouped_counts: Option<BTreeMap<String, WorkItemSubGroupCountEntry>>,
}

/// Id of a [`WorkItemSearchItem`].
pub type WorkItemSearchItemId = Id<WorkItemSearchItem>;

/// ~ work item search item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemSearchItem {
    /// Id of the work item search item.
    pub id: WorkItemSearchItemId,
    /// Name of the work item search item.
    pub name: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// ~ Project  identifier.
    #[serde(rename = "project__identifier")]
    pub project_identifier: Option<String>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// ~ Workspace  slug.
    #[serde(rename = "workspace__slug")]
    pub workspace_slug: Option<String>,
}

/// ~ work item sub group count entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemSubGroupCountEntry {
    /// How many there are.
    pub count: Option<i64>,
}

open_enum! {
    /// How urgent a work item is.
    pub enum Priority {
        /// At once.
        Urgent = "urgent",
        /// Soon.
        High = "high",
        /// In its time.
        Medium = "medium",
        /// When there is nothing else to do.
        Low = "low",
        /// It is not said.
        None = "none",
    }
}

open_enum! {
    /// ~ work item count group by.
    pub enum WorkItemCountGroupBy {
        /// ~ StateId.
        StateId = "state_id",
        /// ~ StateGroup.
        StateGroup = "state__group",
        /// ~ Priority.
        Priority = "priority",
        /// ~ ProjectId.
        ProjectId = "project_id",
        /// ~ TypeId.
        TypeId = "type_id",
        /// ~ LabelsId.
        LabelsId = "labels__id",
        /// ~ AssigneesId.
        AssigneesId = "assignees__id",
        /// ~ IssueModuleModuleId.
        IssueModuleModuleId = "issue_module__module_id",
        /// ~ ReleaseWorkItemsReleaseId.
        ReleaseWorkItemsReleaseId = "release_work_items__release_id",
        /// ~ CycleId.
        CycleId = "cycle_id",
        /// ~ MilestoneId.
        MilestoneId = "milestone_id",
        /// ~ CreatedBy.
        CreatedBy = "created_by",
        /// ~ TargetDate.
        TargetDate = "target_date",
        /// ~ StartDate.
        StartDate = "start_date",
    }
}

open_enum! {
    /// ~ approval decision.
    pub enum ApprovalDecision {
        /// ~ Approve.
        Approve = "approve",
        /// ~ Reject.
        Reject = "reject",
    }
}

/// The documentation has a time where the server sends a day.
fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else {
        return Ok(None);
    };
    let in_utc = |time: Timestamp| Offset::UTC.to_datetime(time).date();
    text.parse().map(in_utc).or_else(|_| text.parse()).map(Some).map_err(D::Error::custom)
}
