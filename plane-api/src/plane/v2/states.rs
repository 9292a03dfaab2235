//! States of the work items of a project, such as *In progress*.
//!
//! ```no_run
//! use plane_api::{Client, v2::{common::StateGroup, states::ListStates}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this group of states.
    pub group: Option<StateGroup>,
    /// Only the default one, or only the others.
    pub is_default: Option<bool>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with one of these groups of states.
    #[query(comma)]
    #[serde(rename = "group__in")]
    pub group_in: Vec<StateGroup>,
    /// Only those with this name.
    pub name: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<StateOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<StateField>,
    /// Number of entries in front of the page, 10000 at most; 0 if unset.
    #[page(offset)]
    pub offset: Option<u32>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
    /// Whether the response has the number of all entries; `true` if unset.
    pub count: Option<bool>,
}

/// Creates a state. Needs the scope `projects.states:write`.
///
/// Rejected with 409 if the workspace manages its states:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> State, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the state, 255 characters at most.
    pub name: String,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: String,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Position among the states, in ascending order.
    pub sequence: Option<f64>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the state in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// Updates a state. Unset fields are left unchanged. Needs the scope `projects.states:write`.
///
/// Making a state the default one takes this from the state that was.
///
/// Rejected with 409 if the workspace manages its states:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Name of the state, 255 characters at most.
    pub name: Option<String>,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Position among the states, in ascending order.
    pub sequence: Option<f64>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the state in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<StateField>,
}

/// Deletes a state. Needs the scope `projects.states:write`.
///
/// The default state, and a state that work items are in, cannot be deleted: 409.
///
/// Rejected with 409 if the workspace manages its states:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
}

/// Updates the state that has this external id, or creates it. Needs the scope `projects.states:write`.
///
/// Rejected with 409 if the workspace manages its states:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/upsert/" -> Upserted<State>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Colour, such as `#3f76ff`, 255 characters at most.
    pub color: String,
    /// Name of the state, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the state in another system, 255 characters at most.
    pub external_id: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Position among the states, in ascending order.
    pub sequence: Option<f64>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it is the state of the intake.
    pub is_triage: Option<bool>,
    /// Position among the states, in ascending order.
    pub sequence: Option<f64>,
    /// Id of the state in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of states is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`State`].
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
