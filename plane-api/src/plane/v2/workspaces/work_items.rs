//! The [work items](crate::v2::work_items) of all projects of a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::{common::StateGroup, workspaces::work_items::ListWorkspaceWorkItems};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItems>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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

/// Lists the work items of all projects of a workspace. Needs the scope `projects.work_items:read`.
///
/// The list does not contain archived work items.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Returns only work items that are assigned to this user.
    pub assignee_id: Option<UserId>,
    /// Returns only work items that are assigned to at least one of these users.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` returns only work items without an assignee, `false` only work items with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Returns only work items that were created at this time or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Returns only work items that were created at this time or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Returns only work items in this cycle.
    pub cycle_id: Option<CycleId>,
    /// Returns only work items in one of these cycles.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` returns only work items without a cycle, `false` only work items with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Returns only work items with this id in another system.
    pub external_id: Option<String>,
    /// Returns only work items whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// `true` returns only drafts, `false` only other work items.
    pub is_draft: Option<bool>,
    /// Returns only work items with this label.
    pub label_id: Option<LabelId>,
    /// Returns only work items with at least one of these labels.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` returns only work items without a label, `false` only work items with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Returns only work items in this module.
    pub module_id: Option<ModuleId>,
    /// Returns only work items in at least one of these modules.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` returns only work items without a module, `false` only work items with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Returns only work items whose parent is this work item.
    pub parent_id: Option<WorkItemId>,
    /// Returns only work items whose parent is one of these work items.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` returns only work items without a parent, `false` only work items with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Returns only work items with this priority.
    pub priority: Option<Priority>,
    /// Returns only work items with one of these priorities.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Returns only work items of this project.
    pub project_id: Option<ProjectId>,
    /// Returns only work items of these projects.
    #[query(comma)]
    #[serde(rename = "project_id__in")]
    pub project_id_in: Vec<ProjectId>,
    /// Returns only work items that match this search text.
    pub search: Option<String>,
    /// Returns only work items with this number: 142 in `PROJ-142`.
    pub sequence_id: Option<i64>,
    /// Returns only work items that start on this date or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Returns only work items that start on this date or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Returns only work items in a state of this group.
    pub state_group: Option<StateGroup>,
    /// Returns only work items in a state of one of these groups.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Returns only work items in this state.
    pub state_id: Option<StateId>,
    /// Returns only work items in one of these states.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Returns only work items that are due on this date or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Returns only work items that are due on this date or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Returns only work items of this type.
    pub type_id: Option<WorkItemTypeId>,
    /// Returns only work items of one of these types.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// Returns only work items that were last changed at this time or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Returns only work items that were last changed at this time or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// Sort order.
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
