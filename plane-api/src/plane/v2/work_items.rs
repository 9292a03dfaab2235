//! Work items of a project. Those of all projects are in [`workspaces::work_items`](crate::v2::workspaces::work_items).
//!
//! ```no_run
//! use plane_api::{Client, v2::{common::Priority, work_items::{ListWorkItems, WorkItemExpand}}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Archived work items are not listed. The list can be filtered and sorted by the time of the last change, although
/// responses do not have it.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those with this state.
    pub state_id: Option<StateId>,
    /// Only those with this group of states.
    pub state_group: Option<StateGroup>,
    /// Only those with this priority.
    pub priority: Option<Priority>,
    /// Only those with this assignee.
    pub assignee_id: Option<UserId>,
    /// Only those with this label.
    pub label_id: Option<LabelId>,
    /// Only those with this type.
    pub type_id: Option<WorkItemTypeId>,
    /// Only those with this parent.
    pub parent_id: Option<WorkItemId>,
    /// Only those with this cycle.
    pub cycle_id: Option<CycleId>,
    /// Only those with this module.
    pub module_id: Option<ModuleId>,
    /// Only those with this number in their project.
    pub sequence_id: Option<i64>,
    /// Only drafts, or only those that are none.
    pub is_draft: Option<bool>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those whose creation is this or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Only those whose creation is this or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Only those whose last change is this or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Only those whose last change is this or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// Only those whose start is this or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Only those whose start is this or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Only those whose due date is this or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Only those whose due date is this or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with one of these assignees.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` for those without an assignee, `false` for those with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Only those with one of these cycles.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` for those without a cycle, `false` for those with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Only those with one of these labels.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` for those without a label, `false` for those with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Only those with one of these modules.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` for those without a module, `false` for those with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Only those with one of these parents.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` for those without a parent, `false` for those with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Only those with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Only those with one of these groups of states.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Only those with one of these states.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Only those with one of these types.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// What the list is sorted by; `CreatedAtDesc` if unset.
    pub order_by: Option<WorkItemOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset. `CustomFields` is rejected here.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item. Needs the scope `projects.work_items:write`.
///
/// Six fields can be set by id or by name: set either `state_id` or `state`, and so on. Names that are unknown or
/// ambiguous are rejected, and so is setting both (400). Custom properties are rejected if they are not enabled.
///
/// A workflow of the project may forbid the state: 403 with
/// [`ErrorCode::WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, 255 characters at most.
    pub name: String,
    /// Description, as HTML. No response has it.
    pub description_html: Patch<String>,
    /// How urgent the work item is.
    pub priority: Option<Priority>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// The state, by name. Instead of `state_id`.
    pub state: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// The type, by name. Instead of `type_id`.
    pub r#type: Patch<String>,
    /// What it stands below.
    pub parent_id: Patch<WorkItemId>,
    /// The parent, by its key, such as `PROJ-142`. Instead of `parent_id`.
    pub parent: Patch<String>,
    /// Who works on it. If unset, the default assignee of the project; an empty list is nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Who works on it, by email address. Instead of `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Its labels, by name. Instead of `label_ids`.
    pub labels: Option<Vec<String>>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// The estimate, by its value. Instead of `estimate_point_id`.
    pub estimate: Patch<String>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Values of custom properties, by the name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// The cycle that it is in.
    pub cycle_id: Patch<CycleId>,
    /// The modules that it is in.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Gets a work item. Needs the scope `projects.work_items:read`.
///
/// An archived work item is not found (404) until it is unarchived.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Updates a work item. Unset fields are left unchanged. Needs the scope `projects.work_items:write`.
///
/// Custom properties that are not named keep their values. Six fields can be set by id or by name, as in
/// [`CreateWorkItem`].
///
/// A workflow of the project may forbid the change of state: 403 with
/// [`ErrorCode::WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Name of the work item, 255 characters at most.
    pub name: Option<String>,
    /// Description, as HTML. No response has it.
    pub description_html: Patch<String>,
    /// How urgent the work item is.
    pub priority: Option<Priority>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// The state, by name. Instead of `state_id`.
    pub state: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// The type, by name. Instead of `type_id`.
    pub r#type: Patch<String>,
    /// What it stands below.
    pub parent_id: Patch<WorkItemId>,
    /// The parent, by its key, such as `PROJ-142`. Instead of `parent_id`.
    pub parent: Patch<String>,
    /// Who works on it.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Who works on it, by email address. Instead of `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Its labels, by name. Instead of `label_ids`.
    pub labels: Option<Vec<String>>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// The estimate, by its value. Instead of `estimate_point_id`.
    pub estimate: Patch<String>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Values of custom properties, by the name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// The cycle that it is in.
    pub cycle_id: Patch<CycleId>,
    /// The modules that it is in.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Deletes a work item. Needs the scope `projects.work_items:write`.
///
/// It cannot be restored. Deleting it again is an error: 404. The server may allow it to admins and to its creator
/// only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Updates the work item that has this external id, or creates it. Needs the scope `projects.work_items:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/upsert/" -> Upserted<WorkItem>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the work item, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the work item in another system, 255 characters at most.
    pub external_id: String,
    /// Who works on it. If unset, the default assignee of the project; an empty list is nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Who works on it, by email address. Instead of `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// The cycle that it is in.
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. No response has it.
    pub description_html: Patch<String>,
    /// The estimate, by its value. Instead of `estimate_point_id`.
    pub estimate: Patch<String>,
    /// The estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Its labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Its labels, by name. Instead of `label_ids`.
    pub labels: Option<Vec<String>>,
    /// The modules that it is in.
    pub module_ids: Option<Vec<ModuleId>>,
    /// The parent, by its key, such as `PROJ-142`. Instead of `parent_id`.
    pub parent: Patch<String>,
    /// What it stands below.
    pub parent_id: Patch<WorkItemId>,
    /// How urgent the work item is.
    pub priority: Option<Priority>,
    /// When it starts.
    pub start_date: Patch<Date>,
    /// The state, by name. Instead of `state_id`.
    pub state: Patch<String>,
    /// The state that it is in.
    pub state_id: Patch<StateId>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// The type, by name. Instead of `type_id`.
    pub r#type: Patch<String>,
    /// The type.
    pub type_id: Patch<WorkItemTypeId>,
    /// Values of custom properties, by the name or id of the property. `null` changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// Gets a work item by its key, such as `PROJ-142`. Needs the scope `projects.work_items:read`.
///
/// An archived work item, a malformed key and a key of another workspace are all not found (404).
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/<work_item_key>/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemByIdentifier {
    pub workspace_slug: String,
    /// Key of the work item, such as `PROJ-142`, in whatever case.
    pub work_item_key: String,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// A work item. Its description can be written but not read, and the same goes for `external_source` and `external_id`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Who works on it.
    #[serde(default, deserialize_with = "coerce")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Values of custom properties, by the name of the property. Absent from lists.
    pub custom_fields: Option<BTreeMap<String, WorkItemCustomField>>,
    /// The cycle that it is in.
    pub cycle_id: Option<CycleId>,
    /// Its key, such as `PROJ-142`.
    pub identifier: Option<String>,
    /// Whether it is a draft.
    pub is_draft: Option<bool>,
    /// Its labels.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<LabelId>>,
    /// The modules that it is in.
    #[serde(default, deserialize_with = "coerce")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// Name of the work item.
    pub name: Option<String>,
    /// What it stands below.
    pub parent_id: Option<WorkItemId>,
    /// How urgent the work item is.
    pub priority: Option<Priority>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Its number in the project: 142 in `PROJ-142`.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// When it starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// The state that it is in.
    pub state_id: Option<StateId>,
    /// When it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// The type.
    pub type_id: Option<WorkItemTypeId>,
    /// The state, if it was expanded.
    pub state: Option<StateLite>,
    /// The type, if it was expanded.
    pub r#type: Option<WorkItemTypeLite>,
    /// The parent, if it was expanded.
    pub parent: Option<WorkItemLite>,
    /// Who works on it, if it was expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub assignees: Option<Vec<UserLite>>,
    /// Its labels, if it was expanded.
    #[serde(default, deserialize_with = "coerce")]
    pub labels: Option<Vec<LabelLite>>,
    /// The cycle, as JSON, if it was expanded.
    pub cycle: Option<Value>,
    /// The modules, as JSON, if it was expanded.
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
    /// The options that the value consists of, as JSON.
    pub value_detail: Option<Value>,
}

open_enum! {
    /// What a list of work items is sorted by, in ascending or descending order.
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
    /// Objects that a [`WorkItem`] can have beside their ids.
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
    /// Fields that a response can have of a [`WorkItem`].
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
