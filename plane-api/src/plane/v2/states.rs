//! States of the work items of a project, such as *In progress*.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::{common::StateGroup, states::ListStates};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListStates>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "In progress"}], "next": null, "pagination": {"style": "offset"}}));
//! # let client = mock.client();
//! let request = ListStates::new("my-workspace", "ENG").group(StateGroup::Started);
//! for state in request.items(&client).collect(1000).await? {
//!     println!("{:?}", state.name);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::{
        ids::{ProjectId, StateId, UserId},
        v2::{
            common::StateGroup,
            lists::OffsetPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the states of a project. Needs the scope `projects.states:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> OffsetPage<State>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only states of this group.
    pub group: Option<StateGroup>,
    /// `true` returns only the default state, `false` only the others.
    pub is_default: Option<bool>,
    /// Returns only states with this id in another system.
    pub external_id: Option<String>,
    /// Returns only states whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only states that match this search text.
    pub search: Option<String>,
    /// Returns only states of one of these groups.
    #[query(comma)]
    #[serde(rename = "group__in")]
    pub group_in: Vec<StateGroup>,
    /// Returns only states with this name.
    pub name: Option<String>,
    /// Sort order.
    pub order_by: Option<StateOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StateField>,
    /// Number of items to skip, at most 10,000; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// `false` omits the total number of items from the response. If unset, the response contains the number.
    pub count: Option<bool>,
}

/// Creates a state. Needs the scope `projects.states:write`.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> State, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the state, at most 255 characters.
    pub name: String,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: String,
    /// Group of the state.
    pub group: Option<StateGroup>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// `true` if new work items start in this state.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the state in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// Gets a state. Needs the scope `projects.states:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// Updates a state. Unset fields are left unchanged. Needs the scope `projects.states:write`.
///
/// If you set `is_default` to `true`, the previous default state is no longer the default.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Name of the state, at most 255 characters.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Group of the state.
    pub group: Option<StateGroup>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// `true` if new work items start in this state.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the state in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// Deletes a state. Needs the scope `projects.states:write`.
///
/// The server responds with 409 if the state is the default state, or if work items are in the state.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
}

/// Updates the state with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `projects.states:write`.
///
/// The server rejects this request with 409 if the workspace manages the states of its projects: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/upsert/" -> Upserted<State>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Colour, such as `#3f76ff`; at most 255 characters.
    pub color: String,
    /// Name of the state, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the state in another system, at most 255 characters.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Group of the state.
    pub group: Option<StateGroup>,
    /// `true` if new work items start in this state.
    pub is_default: Option<bool>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// A state of the work items of a project, such as *In progress*.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct State {
    /// Id of the state.
    pub id: StateId,
    /// Name of the state.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Group of the state.
    pub group: Option<StateGroup>,
    /// `true` if new work items start in this state.
    pub is_default: Option<bool>,
    /// `true` if pending [intake work items](crate::v2::intake_work_items) have this state.
    pub is_triage: Option<bool>,
    /// Position among the states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// Id of the state in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the state.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of states, ascending or descending.
    pub enum StateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Sequence = "sequence",
        SequenceDesc = "-sequence",
    }
}

open_enum! {
    /// Fields of [`State`] that a response can include.
    pub enum StateField {
        All = "all",
        Color = "color",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Group = "group",
        Id = "id",
        IsDefault = "is_default",
        IsTriage = "is_triage",
        Name = "name",
        Sequence = "sequence",
    }
}
