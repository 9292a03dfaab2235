//! Work items of a project: its tasks. Work items of all projects are in
//! [`workspaces::work_items`](crate::v2::workspaces::work_items).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::{common::Priority, work_items::{ListWorkItems, WorkItemExpand}};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItems>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "identifier": "ENG-142", "state": {"id": "6ba7b812-9dad-11d1-80b4-00c04fd430c8", "name": "Started"}}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut items = ListWorkItems::new("my-workspace", "ENG")
//!     .priority_in([Priority::Urgent, Priority::High])
//!     .expand([WorkItemExpand::State])
//!     .items(&client);
//! while let Some(item) = items.next().await {
//!     let item = item?;
//!     println!("{:?} is {:?}", item.identifier, item.state.and_then(|state| state.name));
//! }
//! # Ok(())
//! # }
//! ```

pub mod activities;
pub mod archive;
pub mod attachments;
pub mod bulk;
pub mod comments;
pub mod dependencies;
pub mod expanded;
pub mod links;
pub mod relations;
pub mod worklogs;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{
            CycleId, EstimatePointId, LabelId, ModuleId, ProjectId, StateId, UserId, WorkItemId,
            WorkItemPropertyId, WorkItemTypeId,
        },
        v2::{
            common::{Priority, StateGroup, UserLite},
            lists::CursorPage,
            upserts::{Upserted, upserted},
            work_items::expanded::{LabelLite, StateLite, WorkItemLite, WorkItemTypeLite},
        },
    },
};

/// Lists the work items of a project. Needs the scope `projects.work_items:read`.
///
/// Archived work items are excluded. The list can be filtered and sorted by the time of the last change, although
/// responses do not contain it.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Filters by state.
    pub state_id: Option<StateId>,
    /// Filters by group of states.
    pub state_group: Option<StateGroup>,
    /// Filters by priority.
    pub priority: Option<Priority>,
    /// Filters by assignee.
    pub assignee_id: Option<UserId>,
    /// Filters by label.
    pub label_id: Option<LabelId>,
    /// Filters by type.
    pub type_id: Option<WorkItemTypeId>,
    /// Filters by parent.
    pub parent_id: Option<WorkItemId>,
    /// Filters by cycle.
    pub cycle_id: Option<CycleId>,
    /// Filters by module.
    pub module_id: Option<ModuleId>,
    /// Filters by the number in the project.
    pub sequence_id: Option<i64>,
    /// `true` returns only drafts, `false` only other work items.
    pub is_draft: Option<bool>,
    /// Filters by the id in another system.
    pub external_id: Option<String>,
    /// Filters by the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Filters by creation time: this time or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Filters by creation time: this time or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Filters by the time of the last change: this time or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Filters by the time of the last change: this time or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// Filters by start date: this date or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Filters by start date: this date or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Filters by due date: this date or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Filters by due date: this date or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Text to search for.
    pub search: Option<String>,
    /// Filters by assignee: any of these.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` returns only work items without an assignee, `false` only work items with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Filters by cycle: any of these.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` returns only work items without a cycle, `false` only work items with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Filters by label: any of these.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` returns only work items without a label, `false` only work items with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Filters by module: any of these.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` returns only work items without a module, `false` only work items with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Filters by parent: any of these.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` returns only work items without a parent, `false` only work items with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Filters by priority: any of these.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Filters by group of states: any of these.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Filters by state: any of these.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Filters by type: any of these.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// Sort order; `CreatedAtDesc` if unset.
    pub order_by: Option<WorkItemOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included. The server rejects `CustomFields`
    /// here.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item. Needs the scope `projects.work_items:write`.
///
/// Six fields can be set by id or by name: set either `state_id` or `state`, and so on; setting both is rejected with
/// 400. Unknown or ambiguous names are rejected too, and so are custom properties if they are not enabled.
///
/// A workflow of the project may forbid the state: 403 with
/// [`ErrorCode::WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, at most 255 characters.
    pub name: String,
    /// Description, as HTML. Not included in responses.
    pub description_html: Patch<String>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// State.
    pub state_id: Patch<StateId>,
    /// State, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// Type, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// Parent.
    pub parent_id: Patch<WorkItemId>,
    /// Parent, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Assignees. If unset, the default assignee of the project; an empty list assigns nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Assignees, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Labels of the work item.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Estimate, by value. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Values of custom properties, by name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle.
    pub cycle_id: Patch<CycleId>,
    /// Modules.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Gets a work item. Needs the scope `projects.work_items:read`.
///
/// An archived work item is not found (404).
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Updates a work item. Unset fields are left unchanged. Needs the scope `projects.work_items:write`.
///
/// Omitted custom properties keep their values. Six fields can be set by id or by name, as in [`CreateWorkItem`].
///
/// A workflow of the project may forbid the transition: 403 with
/// [`ErrorCode::WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
#[doc(alias = "issue")]
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Name of the work item, at most 255 characters.
    pub name: Option<String>,
    /// Description, as HTML. Not included in responses.
    pub description_html: Patch<String>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// State.
    pub state_id: Patch<StateId>,
    /// State, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// Type, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// Parent.
    pub parent_id: Patch<WorkItemId>,
    /// Parent, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Assignees.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Assignees, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Labels of the work item.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Estimate, by value. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Values of custom properties, by name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle.
    pub cycle_id: Patch<CycleId>,
    /// Modules.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Deletes a work item. Needs the scope `projects.work_items:write`.
///
/// It cannot be restored. Deleting it again is an error: 404. The server may only allow admins and its creator to
/// delete it.
#[doc(alias = "issue")]
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Updates the work item with this external id, or creates it. Needs the scope `projects.work_items:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[doc(alias = "issue")]
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/upsert/" -> Upserted<WorkItem>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, at most 255 characters.
    pub name: String,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: String,
    /// Assignees. If unset, the default assignee of the project; an empty list assigns nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Assignees, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Cycle.
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. Not included in responses.
    pub description_html: Patch<String>,
    /// Estimate, by value. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Labels of the work item.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// Modules.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Parent, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Parent.
    pub parent_id: Patch<WorkItemId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// State, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// State.
    pub state_id: Patch<StateId>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Type, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// Values of custom properties, by name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Gets a work item by its key, such as `PROJ-142`. Needs the scope `projects.work_items:read`.
///
/// Archived work items are not found (404), nor are malformed keys and keys of other workspaces.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/<work_item_key>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByIdentifier {
    pub workspace_slug: String,
    /// Key of the work item, such as `PROJ-142`; case is ignored.
    pub work_item_key: String,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// A work item. Responses contain neither its description nor `external_source` nor `external_id`.
#[doc(alias = "issue")]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Archival time.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Assignees.
    #[serde(default, deserialize_with = "coerce")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the work item.
    pub created_by_id: Option<UserId>,
    /// Values of custom properties, by property name. Omitted from lists.
    pub custom_fields: Option<BTreeMap<String, WorkItemCustomField>>,
    /// Cycle.
    pub cycle_id: Option<CycleId>,
    /// Key, such as `PROJ-142`.
    pub identifier: Option<String>,
    /// `true` if the work item is a draft.
    pub is_draft: Option<bool>,
    /// Labels of the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Modules.
    #[serde(default, deserialize_with = "coerce")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// Name of the work item.
    pub name: Option<String>,
    /// Parent.
    pub parent_id: Option<WorkItemId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Project that the work item belongs to.
    pub project_id: Option<ProjectId>,
    /// Number in the project: 142 in `PROJ-142`.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// State.
    pub state_id: Option<StateId>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// The type.
    pub type_id: Option<WorkItemTypeId>,
    /// State, if expanded.
    pub state: Option<StateLite>,
    /// Type, if expanded.
    pub r#type: Option<WorkItemTypeLite>,
    /// Parent, if expanded.
    pub parent: Option<WorkItemLite>,
    /// Assignees, if expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub assignees: Option<Vec<UserLite>>,
    /// Labels, if expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub labels: Option<Vec<LabelLite>>,
    /// Cycle, as JSON, if expanded.
    pub cycle: Option<Value>,
    /// Modules, as JSON, if expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub modules: Option<Vec<Value>>,
}

/// The value of a custom property of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemCustomField {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// The value.
    pub value: Option<Value>,
    /// Options that make up the value, as JSON.
    pub value_detail: Option<Value>,
}

open_enum! {
    /// Sort order of a list of work items, ascending or descending.
    pub enum WorkItemOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Priority = "priority",
        PriorityDesc = "-priority",
        SequenceId = "sequence_id",
        SequenceIdDesc = "-sequence_id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
        StateGroup = "state_group",
        StateGroupDesc = "-state_group",
        UpdatedAt = "updated_at",
        UpdatedAtDesc = "-updated_at",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`WorkItem`].
    pub enum WorkItemExpand {
        Assignees = "assignees",
        Cycle = "cycle",
        Labels = "labels",
        Modules = "modules",
        Parent = "parent",
        State = "state",
        Type = "type",
    }
}

open_enum! {
    /// Fields of [`WorkItem`] that a response can include.
    pub enum WorkItemField {
        All = "all",
        ArchivedAt = "archived_at",
        AssigneeIds = "assignee_ids",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        CustomFields = "custom_fields",
        CycleId = "cycle_id",
        Id = "id",
        Identifier = "identifier",
        IsDraft = "is_draft",
        LabelIds = "label_ids",
        ModuleIds = "module_ids",
        Name = "name",
        ParentId = "parent_id",
        Priority = "priority",
        ProjectId = "project_id",
        SequenceId = "sequence_id",
        StartDate = "start_date",
        StateId = "state_id",
        TargetDate = "target_date",
        TypeId = "type_id",
    }
}
