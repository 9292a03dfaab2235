//! Work items: the tasks of a project. Plane used to call them issues.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::{CreateWorkItem, ListWorkItems, Priority};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItem>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<ListWorkItems>().reply(plane_api::testing::Reply::page([serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"})], None));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! CreateWorkItem::new("my-workspace", project, "Fuel the rocket")
//!     .priority(Priority::High)
//!     .send(&client)
//!     .await?;
//!
//! let request = ListWorkItems::new("my-workspace", project).expand(["state"]);
//! let mut work_items = request.items(&client);
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
mod edit;
pub mod links;
pub mod pages;
pub mod property_values;
pub mod relation_definitions;
pub mod relations;
pub mod work_logs;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::Deserialize;
use serde_json::Value;

pub use self::edit::EditWorkItem;
use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{
            CycleId, EstimatePointId, LabelId, ProjectId, StateId, UserId, WorkItemId,
            WorkItemTypeId, WorkspaceId,
        },
        reference::Ref,
        v1::{
            common::{Flat, Workspace},
            cycles::Cycle,
            estimates::EstimatePoint,
            labels::Label,
            modules::Module,
            projects::Project,
            states::State,
            users::User,
            work_item_types::WorkItemType,
        },
    },
};

/// Lists the work items of a project, newest first. Needs the scope `projects.work_items:read`.
///
/// The Community Edition cannot filter this list: it ignores `pql`, `filters` and undocumented query parameters such as
/// `state`, and returns every work item.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`. Besides fields, the server
    /// accepts `state__group`, `state__name` (which also sorts by group), `labels__name` and `assignees__first_name`.
    /// `priority` sorts by urgency. If the field is unknown, the server responds with 500.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Filter in Plane's query language. The Community Edition ignores this field and returns all items.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`. The Community Edition ignores this field, even if it is malformed, and returns all items.
    pub filters: Option<String>,
}

/// Creates a work item. Needs the scope `projects.work_items:write`.
///
/// If another work item already has the same `external_id` and `external_source`, the server responds with 409;
/// [`Error::existing_id`](crate::Error::existing_id) is the id of the other work item.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, at most 255 characters.
    pub name: String,
    /// Description, as HTML. An empty string is rejected with 400 `Invalid HTML passed`. The server wraps plain text in
    /// a `<span>`, and wraps HTML from which it removed a script in a `<div>`.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// State of the work item; the project's default state if unset.
    pub state: Option<StateId>,
    /// Users who are assigned to the work item. The server silently drops users who are not active members of the
    /// project.
    pub assignees: Option<Vec<UserId>>,
    /// Labels of the work item. The server silently drops labels of other projects.
    pub labels: Option<Vec<LabelId>>,
    /// Parent work item.
    pub parent: Option<WorkItemId>,
    /// Type of the work item.
    pub r#type: Option<WorkItemTypeId>,
    /// Alias of `type`.
    pub type_id: Option<WorkItemTypeId>,
    /// Start date.
    pub start_date: Option<Date>,
    /// Due date.
    pub target_date: Option<Date>,
    /// Completion time. If the work item is created in a completed state, the server ignores this field and uses the
    /// current time.
    pub completed_at: Option<Timestamp>,
    /// Estimate, as a [point](crate::v1::estimates) of the project's scale.
    pub estimate_point: Option<EstimatePointId>,
    /// Estimate, as a number from 0 to 12.
    pub point: Option<i64>,
    /// Position among the work items: the lowest value comes first. If the field is unset, the new work item comes
    /// last.
    pub sort_order: Option<f64>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// Creation time, for imports. The server stores this time, but the response to this request contains the current
    /// time.
    pub created_at: Option<Timestamp>,
    /// User recorded as the creator. The server stores this user, but the response to this request contains the
    /// authenticated user.
    pub created_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
}

/// Gets a work item. Needs the scope `projects.work_items:read`.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`. If a field that is not an
    /// id is listed here, it becomes null in the response.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane documents this field, but it has no effect: a single work item has no order.
    pub order_by: Option<String>,
    /// Plane documents this field, but it has no effect: the path contains the id.
    pub external_source: Option<String>,
    /// Plane documents this field, but it has no effect: the path contains the id.
    pub external_id: Option<String>,
}

/// Updates a work item. Unset fields are left unchanged. Needs the scope `projects.work_items:write`.
///
/// If another work item already has the same `external_id` and `external_source`, the server responds with 409.
#[doc(alias = "issue")]
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Name of the work item, at most 255 characters.
    pub name: Option<String>,
    /// Description, as HTML. An empty string is rejected with 400 `Invalid HTML passed`. The server wraps plain text in
    /// a `<span>`, and wraps HTML from which it removed a script in a `<div>`.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// Priority of the work item; [`Priority::None`] clears the priority.
    pub priority: Option<Priority>,
    // Plane accepts null but leaves the state unchanged.
    /// State of the work item.
    pub state: Option<StateId>,
    /// Replaces the whole list of assignees: anyone omitted is unassigned. The server silently drops users who are not
    /// active members of the project. If it drops all of them, it **clears the whole list**. It responds with 200 in
    /// every case. [`EditWorkItem`] adds and removes individual assignees and reports dropped ones.
    pub assignees: Option<Vec<UserId>>,
    /// Replaces the whole list of labels: omitted labels are removed. The server silently drops labels of other
    /// projects. If it drops all of them, it **clears the whole list**. It responds with 200 in every case.
    /// [`EditWorkItem`] adds and removes individual labels and reports dropped ones.
    pub labels: Option<Vec<LabelId>>,
    /// Parent work item or epic.
    pub parent: Patch<WorkItemId>,
    /// Type of the work item.
    pub r#type: Patch<WorkItemTypeId>,
    /// Alias of `type`.
    pub type_id: Patch<WorkItemTypeId>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Completion time. If the work item is in a completed state, the server ignores this field: every update sets the
    /// completion time to the current time.
    pub completed_at: Patch<Timestamp>,
    /// Estimate, as a [point](crate::v1::estimates) of the project's scale.
    pub estimate_point: Patch<EstimatePointId>,
    /// Estimate, as a number from 0 to 12.
    pub point: Patch<i64>,
    /// Position among the work items: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Time of the last activity.
    pub last_activity_at: Option<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Patch<UserId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Deletes a work item. Needs the scope `projects.work_items:write`.
#[doc(alias = "issue")]
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Lists the work items of all projects of a workspace. The Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Filter in Plane's query language.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`.
    pub filters: Option<String>,
    /// Returns only work items whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only the work item with this id in another system.
    pub external_id: Option<String>,
}

/// Counts the work items of a workspace, optionally by group. The Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/count/" -> WorkItemCount)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CountWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Filter in Plane's query language.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`.
    pub filters: Option<String>,
    /// Field to group by; if unset, the work items are not grouped.
    pub group_by: Option<WorkItemGroupBy>,
    /// Field to subdivide each group by.
    pub sub_group_by: Option<WorkItemGroupBy>,
}

/// Searches work items by text. Needs the scope `projects.work_items:read`.
///
/// The response has only a few fields of each work item and is not paginated: results beyond `limit` are unavailable.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/search/" -> WorkItemSearchResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchWorkItems {
    pub workspace_slug: String,
    /// Text to search for in names, numbers and project identifiers. An empty text finds nothing.
    pub search: String,
    /// Maximum number of work items in the response.
    pub limit: Option<u32>,
    /// Project to search in; the whole workspace if unset.
    pub project_id: Option<ProjectId>,
    /// `true` searches the whole workspace, even if `project_id` is set.
    pub workspace_search: Option<bool>,
    /// Field to sort by. Only Plane's Python SDK defines this field.
    pub order_by: Option<String>,
    /// Fields to include in the response. `id` is always requested too. Only Plane's Python SDK defines this field.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects. Only Plane's Python SDK defines this field.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Returns only work items whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Returns only the work item with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
}

/// Searches work items by text and filters. The Community Edition lacks this route.
// The documentation wraps the list of results in another list; neither SDK does.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/work-items/advanced-search/" -> Flat<FoundWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SearchWorkItemsAdvanced {
    pub workspace_slug: String,
    /// Text to search for.
    pub query: Option<String>,
    /// Filter, as an object such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and `not`.
    pub filters: Option<Value>,
    /// Maximum number of work items in the response.
    pub limit: Option<u32>,
    /// `true` searches the whole workspace, even if `project_id` is set.
    pub workspace_search: Option<bool>,
    /// Project to search in.
    pub project_id: Option<ProjectId>,
}

/// Gets a work item by its visible number, such as `ROC-7`. Needs the scope `projects.work_items:read`.
///
/// If the project is unknown, the server responds with 403 ([`Error::is_forbidden`](crate::Error::is_forbidden)); if
/// only the number is unknown, with 404.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/<project_identifier>-<issue_identifier>/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByIdentifier {
    pub workspace_slug: String,
    /// Identifier of the project, such as `ROC`: the part before the hyphen.
    pub project_identifier: String,
    /// Number of the work item, such as `7`: the part after the hyphen. See [`WorkItem::sequence_id`].
    pub issue_identifier: i64,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane's Python SDK defines this field, but it has no effect: a single work item has no order.
    pub order_by: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the number.
    pub external_source: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the number.
    pub external_id: Option<String>,
}

/// Lists the archived work items of a project. The Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/archived-work-items/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListArchivedWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Filter in Plane's query language.
    pub pql: Option<String>,
    /// Filter, as a JSON string such as `{"priority__in": ["high"]}`. Conditions are combined with `and`, `or` and
    /// `not`.
    pub filters: Option<String>,
    /// Returns only work items whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only the work item with this id in another system.
    pub external_id: Option<String>,
}

/// Archives a work item. The Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/archive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Restores an archived work item. The Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/unarchive/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnarchiveWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Approves or rejects a work item that awaits approval. The server then moves the work item to another state. The
/// Community Edition lacks this route.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/workflow-approval/" -> WorkItemApproval)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubmitWorkItemApproval {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Decision to send: approved or rejected.
    pub r#type: ApprovalDecision,
}

/// Gets the work item with this id in another system. Needs the scope `projects.work_items:read`.
///
/// If there is no such work item, [`Error::is_not_found`](crate::Error::is_not_found) returns `true`.
// This is the route of the list: if both fields are set, Plane sends an object instead of a page.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByExternalId {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the system that `external_id` comes from.
    pub external_source: String,
    /// Id of the work item in that system.
    pub external_id: String,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`, `labels` and `assignees`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// A task in a project.
#[doc(alias = "issue")]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the work item.
    pub name: Option<String>,
    /// Sequence number in the project, starting at 1.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// Description, as a Plane editor document or a string.
    pub description: Option<Value>,
    /// Description, as a Plane editor document. Only
    /// [`IntakeWorkItem::issue_detail`](crate::v1::intake::IntakeWorkItem::issue_detail) contains this field.
    pub description_json: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// State of the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub state: Option<Ref<State>>,
    /// Users who are assigned to the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub assignees: Option<Vec<Ref<User>>>,
    /// Labels of the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub labels: Option<Vec<Ref<Label>>>,
    /// Parent work item.
    #[serde(default, deserialize_with = "coerce")]
    pub parent: Option<Ref<Self>>,
    /// Type of the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub r#type: Option<Ref<WorkItemType>>,
    /// Id of the work item type, even if `type` is expanded.
    pub type_id: Option<WorkItemTypeId>,
    /// Module that the work item belongs to. The Community Edition omits this field.
    #[serde(default, deserialize_with = "coerce")]
    pub module: Option<Ref<Module>>,
    /// Cycle that the work item belongs to. Only
    /// [`IntakeWorkItem::issue_detail`](crate::v1::intake::IntakeWorkItem::issue_detail) contains this field; the
    /// Community Edition always omits it.
    #[serde(default, deserialize_with = "coerce")]
    pub cycle: Option<Ref<Cycle>>,
    /// Id of the cycle. Plane Cloud sends this field; the Community Edition does not.
    pub cycle_id: Option<CycleId>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Completion time.
    #[serde(default, deserialize_with = "coerce")]
    pub completed_at: Option<Timestamp>,
    /// Date on which the work item was archived. If the server sends a time, this field is the date of that time in
    /// UTC.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Date>,
    /// Estimate, as a [point](crate::v1::estimates) of the project's scale.
    #[serde(default, deserialize_with = "coerce")]
    pub estimate_point: Option<Ref<EstimatePoint>>,
    /// Estimate, as a number from 0 to 12.
    #[serde(default, deserialize_with = "coerce")]
    pub point: Option<i64>,
    /// Time of the last activity.
    #[serde(default, deserialize_with = "coerce")]
    pub last_activity_at: Option<Timestamp>,
    /// Position among the work items: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// `true` if the work item is a draft.
    pub is_draft: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the work item in another system.
    pub external_id: Option<String>,
    /// User who created the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Project that the work item belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Project that the work item belongs to. The server sends this field if the work item is part of another object.
    pub project_id: Option<ProjectId>,
    /// Workspace that the work item belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
}

/// Number of work items, in total and by group.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemCount {
    /// Field that work items are grouped by.
    pub grouped_by: Option<WorkItemGroupBy>,
    /// Field that each group is subdivided by.
    pub sub_grouped_by: Option<WorkItemGroupBy>,
    /// Number of work items in all groups.
    #[serde(default, deserialize_with = "coerce")]
    pub total_count: Option<i64>,
    /// The groups, by the value that the work items of a group share: an id, an enum value or a date.
    pub grouped_counts: Option<BTreeMap<String, WorkItemGroupCount>>,
}

/// Number of work items in a group or subgroup.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemGroupCount {
    /// Number of work items.
    #[serde(default, deserialize_with = "coerce")]
    pub count: Option<i64>,
    /// The subgroups of the group, by the value that the work items of a subgroup share; unset in a subgroup.
    pub sub_grouped_counts: Option<BTreeMap<String, Self>>,
}

/// Results of a search.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemSearchResult {
    /// The work items; empty if none was found.
    #[serde(default, deserialize_with = "coerce")]
    pub issues: Option<Vec<FoundWorkItem>>,
}

/// A work item in the results of a search.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct FoundWorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Sequence number in the project, starting at 1.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// Prefix of the work item's number, such as `ROC` in `ROC-7`.
    #[serde(alias = "project__identifier")]
    pub project_identifier: Option<String>,
    /// Project that the work item belongs to.
    pub project_id: Option<ProjectId>,
    /// Slug of the work item's workspace. Only [`SearchWorkItems`] returns this field.
    #[serde(alias = "workspace__slug")]
    pub workspace_slug: Option<String>,
    /// Workspace that the work item belongs to. Only [`SearchWorkItemsAdvanced`] returns this field and the following
    /// ones.
    pub workspace_id: Option<WorkspaceId>,
    /// Type of the work item.
    pub type_id: Option<WorkItemTypeId>,
    /// State of the work item.
    pub state_id: Option<StateId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
}

/// State of a work item after it was approved or rejected.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemApproval {
    /// State of the work item after the decision.
    pub state_id: Option<StateId>,
}

open_enum! {
    /// Priority of a work item.
    pub enum Priority {
        /// Urgent.
        Urgent = "urgent",
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
        /// No priority.
        None = "none",
    }
}

open_enum! {
    /// Field that [`CountWorkspaceWorkItems`] groups by.
    pub enum WorkItemGroupBy {
        /// State.
        State = "state_id",
        /// State group: [`StateGroup`](crate::v1::states::StateGroup).
        StateGroup = "state__group",
        /// Priority.
        Priority = "priority",
        /// Project.
        Project = "project_id",
        /// Work item type.
        Type = "type_id",
        /// Label; a work item counts once per label.
        Label = "labels__id",
        /// Assignee; a work item counts once per assignee.
        Assignee = "assignees__id",
        /// Module.
        Module = "issue_module__module_id",
        /// Release.
        Release = "release_work_items__release_id",
        /// Cycle.
        Cycle = "cycle_id",
        /// Milestone.
        Milestone = "milestone_id",
        /// Creator.
        CreatedBy = "created_by",
        /// Due date.
        TargetDate = "target_date",
        /// Start date.
        StartDate = "start_date",
    }
}

open_enum! {
    /// Decision on a work item that awaits approval.
    pub enum ApprovalDecision {
        /// The work item is approved.
        Approve = "approve",
        /// The work item is rejected.
        Reject = "reject",
    }
}
