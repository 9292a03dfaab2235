//! The [work items](crate::v2::work_items) of a workspace, whatever their project.
//!
//! ```no_run
//! use plane_api::{Client, v2::{common::StateGroup, workspaces::work_items::ListWorkspaceWorkItems}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let request = ListWorkspaceWorkItems::new("my-workspace").state_group(StateGroup::Started);
//! for item in request.items(&client).collect(1000).await? {
//!     println!("{:?}", item.name);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::{CycleId, LabelId, ModuleId, ProjectId, StateId, UserId, WorkItemId, WorkItemTypeId},
        v2::{
            common::{Priority, StateGroup},
            lists::CursorPage,
            work_items::{WorkItem, WorkItemExpand, WorkItemField, WorkItemOrder},
        },
    },
};

/// Lists the work items of a workspace, whatever their project. Needs the scope `projects.work_items:read`.
///
/// Archived work items are not listed.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Only those with this assignee.
    pub assignee_id: Option<UserId>,
    /// Only those with one of these assignees.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` for those without an assignee, `false` for those with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Only those whose creation is this or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Only those whose creation is this or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Only those with this cycle.
    pub cycle_id: Option<CycleId>,
    /// Only those with one of these cycles.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` for those without a cycle, `false` for those with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only drafts, or only those that are none.
    pub is_draft: Option<bool>,
    /// Only those with this label.
    pub label_id: Option<LabelId>,
    /// Only those with one of these labels.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` for those without a label, `false` for those with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Only those with this module.
    pub module_id: Option<ModuleId>,
    /// Only those with one of these modules.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` for those without a module, `false` for those with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Only those with this parent.
    pub parent_id: Option<WorkItemId>,
    /// Only those with one of these parents.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` for those without a parent, `false` for those with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Only those with this priority.
    pub priority: Option<Priority>,
    /// Only those with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Only those with this project.
    pub project_id: Option<ProjectId>,
    /// Only those with one of these projects.
    #[query(comma)]
    #[serde(rename = "project_id__in")]
    pub project_id_in: Vec<ProjectId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this number in their project.
    pub sequence_id: Option<i64>,
    /// Only those whose start is this or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Only those whose start is this or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Only those with this group of states.
    pub state_group: Option<StateGroup>,
    /// Only those with one of these groups of states.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Only those with this state.
    pub state_id: Option<StateId>,
    /// Only those with one of these states.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Only those whose due date is this or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Only those whose due date is this or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Only those with this type.
    pub type_id: Option<WorkItemTypeId>,
    /// Only those with one of these types.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// Only those whose last change is this or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Only those whose last change is this or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// What the list is sorted by.
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
