//! Cycles: periods of time for which work items are planned. Other tools call them sprints or iterations.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::cycles::ListCycles;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCycles>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
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
    /// Returns only cycles that this user owns.
    pub owned_by_id: Option<UserId>,
    /// Returns only cycles with this id in another system.
    pub external_id: Option<String>,
    /// Returns only cycles whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only cycles that match this search text.
    pub search: Option<String>,
    /// Returns only cycles with this name.
    pub name: Option<String>,
    /// Sort order.
    pub order_by: Option<CycleOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CycleField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a cycle. Needs the scope `projects.cycles:write`.
///
/// The caller becomes the owner of the cycle. If another cycle has the same name, the server responds with 409.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/" -> Cycle, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the cycle, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// End date.
    pub end_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Position among the cycles: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Name of the cycle, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// End date.
    pub end_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Position among the cycles: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Deletes a cycle. Needs the scope `projects.cycles:write`.
///
/// The work items of the cycle are kept, without a cycle.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
}

/// Updates the cycle with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.cycles:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/upsert/" -> Upserted<Cycle>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertCycle {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the cycle, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the cycle in another system, at most 255 characters.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// End date.
    pub end_date: Patch<Timestamp>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Patch<Value>,
    /// Position among the cycles: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Start date.
    pub start_date: Patch<Timestamp>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<CycleExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CycleField>,
}

/// Moves the incomplete work items of one cycle to another. Needs the scope `projects.cycles:write`.
///
/// The work items leave the cycle `cycle_id`, which must have ended.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/transfer/" -> CycleTransfer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Cycle to which the work items are moved.
    pub new_cycle_id: CycleId,
}

/// Adds work items to a cycle, and removes others. Needs the scope `projects.cycles:write`.
///
/// Added work items leave their previous cycle. The server rejects adding work items to a cycle that has ended.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/cycles/<cycle_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCycleWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub cycle_id: CycleId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
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
    /// Start date.
    #[serde(default, deserialize_with = "coerce")]
    pub start_date: Option<Timestamp>,
    /// End date.
    #[serde(default, deserialize_with = "coerce")]
    pub end_date: Option<Timestamp>,
    /// User who owns the cycle.
    pub owned_by_id: Option<UserId>,
    /// Position among the cycles: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Emoji or icon of the cycle, as JSON.
    pub logo_props: Option<Value>,
    /// Id of the cycle in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the cycle.
    pub created_by_id: Option<UserId>,
    /// User who owns the cycle, as JSON, if `expand` includes `owned_by`.
    pub owned_by: Option<Value>,
}

/// The result of [`TransferCycleWorkItems`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CycleTransfer {
    /// Cycle to which the work items were moved.
    pub new_cycle_id: Option<CycleId>,
}

open_enum! {
    /// Sort order of a list of cycles, ascending or descending.
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
    /// Objects that `expand` can add to [`Cycle`].
    pub enum CycleExpand {
        OwnedBy = "owned_by",
    }
}

open_enum! {
    /// Fields of [`Cycle`] that a response can include.
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
