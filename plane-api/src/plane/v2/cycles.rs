//! Cycles: periods of time in which a project gets work items done.
//!
//! ```no_run
//! use plane_api::{Client, v2::cycles::ListCycles};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListCycles::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{CycleId, ProjectId, UserId, WorkItemId},
        v2::{
            common::Managed,
            lists::OffsetPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the cycles of a project. Needs the scope `projects.cycles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> OffsetPage<Cycle>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCycles {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those with this owner.
    pub owned_by_id: Option<UserId>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<CycleOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CycleField>,
    /// Number of entries in front of the page, 10000 at most; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// Whether the response has the number of all entries; `true` if unset.
    pub count: Option<bool>,
}

/// Creates a cycle. Needs the scope `projects.cycles:write`.
///
/// The caller becomes the owner. A name that another cycle has is rejected with 409.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Cycle, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the cycle, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Gets a cycle. Needs the scope `projects.cycles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Updates a cycle. Unset fields are left unchanged. Needs the scope `projects.cycles:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> Cycle, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Name of the cycle, 255 characters at most.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Deletes a cycle. Needs the scope `projects.cycles:write`.
///
/// Its work items remain, without a cycle.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Updates the cycle that has this external id, or creates it. Needs the scope `projects.cycles:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/upsert/" -> Upserted<Cycle>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the cycle, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the cycle in another system, 255 characters at most.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it ends.
    pub end_date: Patch<Timestamp>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// When it starts.
    pub start_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Moves the work items that are not done from one cycle to another. Needs the scope `projects.cycles:write`.
///
/// The cycle that they leave must have ended.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/transfer/" -> CycleTransfer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// The cycle to move them to.
    pub new_cycle_id: CycleId,
}

/// Adds work items to a cycle, and removes others. Needs the scope `projects.cycles:write`.
///
/// Work items that are added leave their other cycle. None can be added to a cycle that has ended.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<WorkItemId>>,
}

/// A cycle.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Cycle {
    /// Id of the cycle.
    pub id: CycleId,
    /// Name of the cycle.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// When it starts.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// When it ends.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// Who owns the cycle.
    pub owned_by_id: Option<UserId>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Option<Value>,
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Who owns the cycle, as JSON, if it was expanded.
    pub owned_by: Option<Value>,
}

/// Where work items were moved to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleTransfer {
    /// The cycle to move them to.
    pub new_cycle_id: Option<CycleId>,
}

open_enum! {
    /// What a list of cycles is sorted by, in ascending or descending order.
    pub enum CycleOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Objects that a [`Cycle`] can have beside their ids.
    pub enum CycleExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Cycle`].
    pub enum CycleField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        EndDate = "end_date",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        LogoProps = "logo_props",
        Name = "name",
        OwnedById = "owned_by_id",
        SortOrder = "sort_order",
        StartDate = "start_date",
        Timezone = "timezone",
    }
}
