//! Work items of a project: its tasks. For work items of all projects, see
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
/// The list does not contain archived work items. The list can be filtered and sorted by the time of the last change,
/// although responses do not contain that time.
#[doc(alias = "issue")]
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only work items in this state.
    pub state_id: Option<StateId>,
    /// Returns only work items in a state of this group.
    pub state_group: Option<StateGroup>,
    /// Returns only work items with this priority.
    pub priority: Option<Priority>,
    /// Returns only work items that are assigned to this user.
    pub assignee_id: Option<UserId>,
    /// Returns only work items with this label.
    pub label_id: Option<LabelId>,
    /// Returns only work items of this type.
    pub type_id: Option<WorkItemTypeId>,
    /// Returns only work items whose parent is this work item.
    pub parent_id: Option<WorkItemId>,
    /// Returns only work items in this cycle.
    pub cycle_id: Option<CycleId>,
    /// Returns only work items in this module.
    pub module_id: Option<ModuleId>,
    /// Returns only work items with this number: 142 in `PROJ-142`.
    pub sequence_id: Option<i64>,
    /// `true` returns only drafts, `false` only other work items.
    pub is_draft: Option<bool>,
    /// Returns only work items with this id in another system.
    pub external_id: Option<String>,
    /// Returns only work items whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only work items that were created at this time or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Returns only work items that were created at this time or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Returns only work items that were last changed at this time or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Returns only work items that were last changed at this time or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// Returns only work items that start on this date or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Returns only work items that start on this date or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Returns only work items that are due on this date or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Returns only work items that are due on this date or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Returns only work items that match this search text.
    pub search: Option<String>,
    /// Returns only work items that are assigned to at least one of these users.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` returns only work items without an assignee, `false` only work items with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Returns only work items in one of these cycles.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` returns only work items without a cycle, `false` only work items with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Returns only work items with at least one of these labels.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` returns only work items without a label, `false` only work items with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Returns only work items in at least one of these modules.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` returns only work items without a module, `false` only work items with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Returns only work items whose parent is one of these work items.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` returns only work items without a parent, `false` only work items with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Returns only work items with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Returns only work items in a state of one of these groups.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Returns only work items in one of these states.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Returns only work items of one of these types.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// Sort order; [`WorkItemOrder::CreatedAtDesc`] if unset.
    pub order_by: Option<WorkItemOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included. On lists, the server rejects
    /// [`WorkItemField::CustomFields`].
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
/// Six fields exist twice, once for an id and once for a name, such as `state_id` and `state`. If you set both, the
/// server responds with 400. The server also rejects names that are unknown or ambiguous, and `custom_fields` if custom
/// properties are not enabled.
///
/// If a workflow of the project forbids the state, the server responds with 403 and the code
/// [`WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
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
    /// State of the work item.
    pub state_id: Patch<StateId>,
    /// State of the work item, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// Type of the work item.
    pub type_id: Patch<WorkItemTypeId>,
    /// Type of the work item, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// Parent work item.
    pub parent_id: Patch<WorkItemId>,
    /// Parent work item, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Users to whom the work item is assigned. If unset, a new work item is assigned to the default assignee of the
    /// project; an empty list assigns it to nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Users to whom the work item is assigned, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Labels of the work item.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels of the work item, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// Estimate of the work item: a [point](crate::v2::estimates::points) of the project's estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Estimate of the work item, by the value of the point, such as `8`. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Values of custom properties, by name or id of the property. `null` ([`Patch::Clear`]) instead of a map has no
    /// effect.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle that the work item belongs to.
    pub cycle_id: Patch<CycleId>,
    /// Modules that the work item belongs to.
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
/// If the work item is archived, the server responds with 404.
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
/// Six fields exist twice, once for an id and once for a name: see [`CreateWorkItem`].
///
/// If a workflow of the project forbids the new state, the server responds with 403 and the code
/// [`WorkflowTransitionDenied`](crate::v2::problem::ErrorCode::WorkflowTransitionDenied).
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
    /// State of the work item.
    pub state_id: Patch<StateId>,
    /// State of the work item, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// Type of the work item.
    pub type_id: Patch<WorkItemTypeId>,
    /// Type of the work item, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// Parent work item.
    pub parent_id: Patch<WorkItemId>,
    /// Parent work item, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Users to whom the work item is assigned. The list replaces the current assignees.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Users to whom the work item is assigned, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Labels of the work item. The list replaces the current labels.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels of the work item, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// Estimate of the work item: a [point](crate::v2::estimates::points) of the project's estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Estimate of the work item, by the value of the point, such as `8`. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Values of custom properties, by name or id of the property. Properties that are not in the map keep their
    /// values. `null` ([`Patch::Clear`]) instead of a map changes nothing.
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle that the work item belongs to.
    pub cycle_id: Patch<CycleId>,
    /// Modules that the work item belongs to.
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
/// A deleted work item cannot be restored. Deleting the work item again is an error: 404. The server may allow only
/// admins and the creator of the work item to delete it.
#[doc(alias = "issue")]
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItem {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Updates the work item with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.work_items:write`.
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
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the work item in another system, at most 255 characters.
    pub external_id: String,
    /// Users to whom the work item is assigned. If unset, a new work item is assigned to the default assignee of the
    /// project; an empty list assigns it to nobody.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Users to whom the work item is assigned, by email address. Mutually exclusive with `assignee_ids`.
    pub assignees: Option<Vec<String>>,
    /// Cycle that the work item belongs to.
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. Not included in responses.
    pub description_html: Patch<String>,
    /// Estimate of the work item, by the value of the point, such as `8`. Mutually exclusive with `estimate_point_id`.
    pub estimate: Patch<String>,
    /// Estimate of the work item: a [point](crate::v2::estimates::points) of the project's estimate.
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Labels of the work item.
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels of the work item, by name. Mutually exclusive with `label_ids`.
    pub labels: Option<Vec<String>>,
    /// Modules that the work item belongs to.
    pub module_ids: Option<Vec<ModuleId>>,
    /// Parent work item, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    pub parent: Patch<String>,
    /// Parent work item.
    pub parent_id: Patch<WorkItemId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// State of the work item, by name. Mutually exclusive with `state_id`.
    pub state: Patch<String>,
    /// State of the work item.
    pub state_id: Patch<StateId>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Type of the work item, by name. Mutually exclusive with `type_id`.
    pub r#type: Patch<String>,
    /// Type of the work item.
    pub type_id: Patch<WorkItemTypeId>,
    /// Values of custom properties, by name or id of the property. `null` ([`Patch::Clear`]) instead of a map has no
    /// effect.
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
/// The server responds with 404 for archived work items, for malformed keys, and for keys of other workspaces.
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

/// A work item. Responses contain neither the description nor `external_source` nor `external_id`.
#[doc(alias = "issue")]
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Time at which the work item was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Users to whom the work item is assigned.
    #[serde(default, deserialize_with = "coerce")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the work item.
    pub created_by_id: Option<UserId>,
    /// Values of custom properties, by name of the property. Omitted from lists.
    pub custom_fields: Option<BTreeMap<String, WorkItemCustomField>>,
    /// Cycle that the work item belongs to.
    pub cycle_id: Option<CycleId>,
    /// Key of the work item, such as `PROJ-142`.
    pub identifier: Option<String>,
    /// `true` if the work item is a draft.
    pub is_draft: Option<bool>,
    /// Labels of the work item.
    #[serde(default, deserialize_with = "coerce")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Modules that the work item belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// Name of the work item.
    pub name: Option<String>,
    /// Parent work item.
    pub parent_id: Option<WorkItemId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Project that the work item belongs to.
    pub project_id: Option<ProjectId>,
    /// Number of the work item in the project: 142 in `PROJ-142`.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Date>,
    /// State of the work item.
    pub state_id: Option<StateId>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Type of the work item.
    pub type_id: Option<WorkItemTypeId>,
    /// State of the work item, if `expand` includes `state`.
    pub state: Option<StateLite>,
    /// Type of the work item, if `expand` includes `type`.
    pub r#type: Option<WorkItemTypeLite>,
    /// Parent work item, if `expand` includes `parent`.
    pub parent: Option<WorkItemLite>,
    /// Users to whom the work item is assigned, if `expand` includes `assignees`.
    #[serde(default, deserialize_with = "coerce")]
    pub assignees: Option<Vec<UserLite>>,
    /// Labels of the work item, if `expand` includes `labels`.
    #[serde(default, deserialize_with = "coerce")]
    pub labels: Option<Vec<LabelLite>>,
    /// Cycle of the work item, as JSON, if `expand` includes `cycle`.
    pub cycle: Option<Value>,
    /// Modules of the work item, as JSON, if `expand` includes `modules`.
    #[serde(default, deserialize_with = "coerce")]
    pub modules: Option<Vec<Value>>,
}

/// The value of a custom property of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemCustomField {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// The value: a string, or a list if the property accepts several values.
    pub value: Option<Value>,
    /// The options or objects that the value refers to, as JSON, if the property is of the type
    /// [`Option`](crate::v2::work_item_properties::PropertyType::Option) or
    /// [`Relation`](crate::v2::work_item_properties::PropertyType::Relation).
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
