//! Milestones: days by which work items of a project are to be done.
//!
//! ```no_run
//! use plane_api::{Client, v2::milestones::ListMilestones};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
///
/// The filter `name` is for the field `title`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> OffsetPage<Milestone>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListMilestones {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this due date.
    pub target_date: Option<Date>,
    /// Only those whose due date is this or later.
    #[serde(rename = "target_date__gte")]
    pub target_date_gte: Option<Date>,
    /// Only those whose due date is this or earlier.
    #[serde(rename = "target_date__lte")]
    pub target_date_lte: Option<Date>,
    /// What the list is sorted by.
    pub order_by: Option<MilestoneOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
    /// Number of entries in front of the page, 10000 at most; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// Whether the response has the number of all entries; `true` if unset.
    pub count: Option<bool>,
}

/// Creates a milestone. Needs the scope `projects.milestones:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone, 255 characters at most.
    pub title: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Gets a milestone. Needs the scope `projects.milestones:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Updates a milestone. Unset fields are left unchanged. Needs the scope `projects.milestones:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> Milestone, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the milestone in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Title of the milestone, 255 characters at most.
    pub title: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Deletes a milestone. Needs the scope `projects.milestones:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
}

/// Updates the milestone that has this external id, or creates it. Needs the scope `projects.milestones:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/upsert/" -> Upserted<Milestone>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertMilestone {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Title of the milestone, 255 characters at most.
    pub title: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the milestone in another system, 255 characters at most.
    pub external_id: String,
    /// When it is due.
    pub target_date: Patch<Date>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MilestoneField>,
}

/// Adds work items to a milestone, and removes others. Needs the scope `projects.milestones:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/milestones/<milestone_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageMilestoneWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub milestone_id: MilestoneId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
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
    /// When it is due.
    #[serde(default, deserialize_with = "coerce")]
    pub target_date: Option<Date>,
    /// Id of the milestone in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of milestones is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Milestone`].
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
