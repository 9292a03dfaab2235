//! Milestones of a project: dates on which certain work items are due.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::milestones::ListMilestones;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListMilestones>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "title": "Login"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
//! let mut entries = ListMilestones::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::{Timestamp, civil::Date};
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{MilestoneId, ProjectId, UserId, WorkItemId},
        v2::{
            common::Managed,
            lists::OffsetPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the milestones of a project. Needs the scope `projects.milestones:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> OffsetPage<Milestone>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only milestones with this id in another system.
    pub external_id: Option<String>,
    /// Returns only milestones whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only milestones with this title.
    pub name: Option<String>,
    /// Returns only milestones that match this search text.
    pub search: Option<String>,
    /// Returns only milestones that are due on this date.
    pub target_date: Option<Date>,
    /// Returns only milestones that are due on this date or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Returns only milestones that are due on this date or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// Sort order.
    pub order_by: Option<MilestoneOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a milestone. Needs the scope `projects.milestones:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone, at most 255 characters.
    pub title: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Gets a milestone. Needs the scope `projects.milestones:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Updates a milestone. Unset fields are left unchanged. Needs the scope `projects.milestones:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Title of the milestone, at most 255 characters.
    pub title: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Deletes a milestone. Needs the scope `projects.milestones:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Updates the milestone with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.milestones:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/upsert/" -> Upserted<Milestone>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone, at most 255 characters.
    pub title: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the milestone in another system, at most 255 characters.
    pub external_id: String,
    /// Due date.
    pub target_date: Patch<Date>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Adds work items to a milestone, and removes others. Needs the scope `projects.milestones:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
    pub remove: Option<Vec<WorkItemId>>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Milestone {
    /// Id of the milestone.
    pub id: MilestoneId,
    /// Title of the milestone.
    pub title: Option<String>,
    /// Due date.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Time at which the milestone was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the milestone.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of milestones, ascending or descending.
    pub enum MilestoneOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        TargetDate = "target_date",
        TargetDateDesc = "-target_date",
    }
}

open_enum! {
    /// Fields of [`Milestone`] that a response can include.
    pub enum MilestoneField {
        All = "all",
        ArchivedAt = "archived_at",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        TargetDate = "target_date",
        Title = "title",
    }
}
