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
/// Archived work items are excluded.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-items/?paginate=cursor" -> CursorPage<WorkItem>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItems {
    pub workspace_slug: String,
    /// Filters by assignee.
    pub assignee_id: Option<UserId>,
    /// Filters by assignee: any of these.
    #[query(comma)]
    #[serde(rename = "assignee_id__in")]
    pub assignee_id_in: Vec<UserId>,
    /// `true` returns only work items without an assignee, `false` only work items with one.
    #[serde(rename = "assignee_id__isnull")]
    pub assignee_id_isnull: Option<bool>,
    /// Filters by creation time: this time or later.
    #[serde(rename = "created_at__gte")]
    pub created_at_gte: Option<Timestamp>,
    /// Filters by creation time: this time or earlier.
    #[serde(rename = "created_at__lte")]
    pub created_at_lte: Option<Timestamp>,
    /// Filters by cycle.
    pub cycle_id: Option<CycleId>,
    /// Filters by cycle: any of these.
    #[query(comma)]
    #[serde(rename = "cycle_id__in")]
    pub cycle_id_in: Vec<CycleId>,
    /// `true` returns only work items without a cycle, `false` only work items with one.
    #[serde(rename = "cycle_id__isnull")]
    pub cycle_id_isnull: Option<bool>,
    /// Filters by the id in another system.
    pub external_id: Option<String>,
    /// Filters by the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` returns only drafts, `false` only other work items.
    pub is_draft: Option<bool>,
    /// Filters by label.
    pub label_id: Option<LabelId>,
    /// Filters by label: any of these.
    #[query(comma)]
    #[serde(rename = "label_id__in")]
    pub label_id_in: Vec<LabelId>,
    /// `true` returns only work items without a label, `false` only work items with one.
    #[serde(rename = "label_id__isnull")]
    pub label_id_isnull: Option<bool>,
    /// Filters by module.
    pub module_id: Option<ModuleId>,
    /// Filters by module: any of these.
    #[query(comma)]
    #[serde(rename = "module_id__in")]
    pub module_id_in: Vec<ModuleId>,
    /// `true` returns only work items without a module, `false` only work items with one.
    #[serde(rename = "module_id__isnull")]
    pub module_id_isnull: Option<bool>,
    /// Filters by parent.
    pub parent_id: Option<WorkItemId>,
    /// Filters by parent: any of these.
    #[query(comma)]
    #[serde(rename = "parent_id__in")]
    pub parent_id_in: Vec<WorkItemId>,
    /// `true` returns only work items without a parent, `false` only work items with one.
    #[serde(rename = "parent_id__isnull")]
    pub parent_id_isnull: Option<bool>,
    /// Filters by priority.
    pub priority: Option<Priority>,
    /// Filters by priority: any of these.
    #[query(comma)]
    #[serde(rename = "priority__in")]
    pub priority_in: Vec<Priority>,
    /// Filters by project.
    pub project_id: Option<ProjectId>,
    /// Filters by project: any of these.
    #[query(comma)]
    #[serde(rename = "project_id__in")]
    pub project_id_in: Vec<ProjectId>,
    /// Text to search for.
    pub search: Option<String>,
    /// Filters by the number in the project.
    pub sequence_id: Option<i64>,
    /// Filters by start date: this date or later.
    #[serde(rename = "start_date__gte")]
    pub start_date_gte: Option<Date>,
    /// Filters by start date: this date or earlier.
    #[serde(rename = "start_date__lte")]
    pub start_date_lte: Option<Date>,
    /// Filters by group of states.
    pub state_group: Option<StateGroup>,
    /// Filters by group of states: any of these.
    #[query(comma)]
    #[serde(rename = "state_group__in")]
    pub state_group_in: Vec<StateGroup>,
    /// Filters by state.
    pub state_id: Option<StateId>,
    /// Filters by state: any of these.
    #[query(comma)]
    #[serde(rename = "state_id__in")]
    pub state_id_in: Vec<StateId>,
    /// Filters by due date: this date or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Filters by due date: this date or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Filters by type.
    pub type_id: Option<WorkItemTypeId>,
    /// Filters by type: any of these.
    #[query(comma)]
    #[serde(rename = "type_id__in")]
    pub type_id_in: Vec<WorkItemTypeId>,
    /// Filters by the time of the last change: this time or later.
    #[serde(rename = "updated_at__gte")]
    pub updated_at_gte: Option<Timestamp>,
    /// Filters by the time of the last change: this time or earlier.
    #[serde(rename = "updated_at__lte")]
    pub updated_at_lte: Option<Timestamp>,
    /// Sort order.
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
