//! Milestones: due dates for groups of work items in a project.
//!
//! Milestones are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use jiff::civil::date;
//! use plane_api::v1::milestones::{AddMilestoneWorkItems, CreateMilestone};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateMilestone>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "title": "text"}));
//! # mock.expect_any::<AddMilestoneWorkItems>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let milestone = CreateMilestone::new("my-workspace", project, "Lift-off")
//!     .target_date(date(2027, 3, 1))
//!     .send(&client)
//!     .await?;
//! let work_items = ["414a25b7-cd51-44ae-bf58-20ea3c8e5464"];
//! AddMilestoneWorkItems::new("my-workspace", project, milestone.id, work_items).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::ids::{MilestoneId, MilestoneWorkItemId, ProjectId, UserId, WorkItemId, WorkspaceId},
};

/// Lists the milestones of a project.
// The documentation shows a bare array, which `Page` accepts; Plane's SDKs paginate.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Page<Milestone>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset. Only Plane's SDKs define this field.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100. Only Plane's SDKs define this field.
    pub per_page: Option<u32>,
}

/// Creates a milestone.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone.
    pub title: String,
    /// Due date of the milestone's work items.
    pub target_date: Option<Date>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
}

/// Gets a milestone.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Updates a milestone. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Title of the milestone.
    pub title: Option<String>,
    /// Due date of the milestone's work items. Only Plane's documentation of API v2 says that this field can be
    /// cleared.
    pub target_date: Patch<Date>,
    /// Id of the milestone in another system. Only Plane's documentation of API v2 says that this field can be cleared.
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from. Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub external_source: Patch<String>,
}

/// Deletes a milestone; its work items are kept.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Lists the ids of the work items of a milestone.
// The documentation shows a bare array, which `Page` accepts; Plane's SDKs paginate.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> Page<MilestoneWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Page to return; the first if unset. Only Plane's SDKs define this field.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100. Only Plane's SDKs define this field.
    pub per_page: Option<u32>,
}

/// Adds work items to a milestone. Only Plane's SDKs define this request.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Work items to add.
    pub issues: Vec<WorkItemId>,
}

/// Removes work items from a milestone. Only Plane's SDKs define this request.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Work items to remove.
    pub issues: Vec<WorkItemId>,
}

/// A due date for a group of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Milestone {
    /// Id of the milestone.
    pub id: MilestoneId,
    /// Title of the milestone.
    pub title: String,
    /// Due date of the milestone's work items.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Project that the milestone belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the milestone belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the milestone.
    pub created_by: Option<UserId>,
    /// User who last changed the milestone.
    pub updated_by: Option<UserId>,
}

/// Link between a work item and a milestone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct MilestoneWorkItem {
    /// Id of the link, not of the work item.
    pub id: MilestoneWorkItemId,
    /// The work item.
    pub issue: Option<WorkItemId>,
    /// The milestone.
    pub milestone: Option<MilestoneId>,
}
