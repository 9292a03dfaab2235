//! Epics: large work items that contain other work items.
//!
//! Epics are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::epics::CreateEpic;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateEpic>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Reach the moon"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let epic = CreateEpic::new("my-workspace", project, "Reach the moon").send(&client).await?;
//! println!("{}", epic.id);
//! # Ok(())
//! # }
//! ```

use jiff::civil::Date;
use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{EstimatePointId, LabelId, ProjectId, StateId, UserId, WorkItemId},
        v1::work_items::{Priority, WorkItem},
    },
};

/// Lists the epics of a project. Needs the scope `projects.epics:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/epics/" -> Page<Epic>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEpics {
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
    /// Fields to return as objects instead of ids, such as `state`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Returns only epics whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Returns only the epic with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
}

/// Creates an epic. Needs the scope `projects.epics:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/epics/" -> Epic)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the epic, at most 255 characters.
    pub name: String,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Priority of the epic.
    pub priority: Option<Priority>,
    /// State of the epic; the project's default state if unset.
    pub state_id: Option<StateId>,
    /// Parent epic.
    pub parent_id: Option<EpicId>,
    /// Users who are assigned to the epic.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Labels of the epic.
    pub label_ids: Option<Vec<LabelId>>,
    /// Start date.
    pub start_date: Option<Date>,
    /// Due date.
    pub target_date: Option<Date>,
    /// Estimate, as a [point](crate::v1::estimates) of the project's scale.
    pub estimate_point: Option<EstimatePointId>,
    /// Name of the system that `external_id` comes from.
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
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `state`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Plane's Python SDK defines this field, but it has no effect: a single epic has no order.
    pub order_by: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_source: Option<String>,
    /// Plane's Python SDK defines this field, but it has no effect: the path contains the id.
    pub external_id: Option<String>,
}

/// Updates an epic. Unset fields are left unchanged. Needs the scope `projects.epics:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/" -> Epic)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateEpic {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
    /// Name of the epic, at most 255 characters.
    pub name: Option<String>,
    // Fields that Plane does not allow clearing on a work item are assumed to behave the same on an epic.
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Priority of the epic.
    pub priority: Option<Priority>,
    /// State of the epic.
    pub state_id: Option<StateId>,
    /// Parent epic.
    pub parent_id: Patch<EpicId>,
    /// Replaces all assignees: anyone omitted is unassigned.
    pub assignee_ids: Option<Vec<UserId>>,
    /// Replaces all labels: omitted labels are removed.
    pub label_ids: Option<Vec<LabelId>>,
    /// Start date.
    pub start_date: Patch<Date>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Estimate, as a [point](crate::v1::estimates) of the project's scale.
    pub estimate_point: Patch<EstimatePointId>,
    /// Name of the system that `external_id` comes from.
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

/// Lists the work items of an epic. Needs the scope `projects.epics:read` or `projects.work_items:read`.
// This endpoint's documentation says `projects.work-items:read`, which the list of scopes lacks.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/issues/" -> Page<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListEpicWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
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
    /// Fields to return as objects instead of ids, such as `state`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Returns only work items whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Returns only the work item with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
}

/// Adds work items to an epic. Needs the scope `projects.epics:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/epics/<epic_id>/issues/" -> Vec<WorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddEpicWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub epic_id: EpicId,
    /// Work items to add. The server removes them from their previous parents.
    pub work_item_ids: Vec<WorkItemId>,
}

/// Id of an [`Epic`]. An epic is a work item, so the id is also the id of a work item.
pub type EpicId = WorkItemId;

/// An epic: a work item with an epic type.
pub type Epic = WorkItem;
