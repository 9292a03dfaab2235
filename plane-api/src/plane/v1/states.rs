//! States: the stages that the work items of a project pass through, from the backlog to completed.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::states::{CreateState, StateGroup};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateState>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let state = CreateState::new("my-workspace", project, "In review", "#f59e0b")
//!     .group(StateGroup::Started)
//!     .send(&client)
//!     .await?;
//! println!("{:?}", state.sequence);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, StateId},
        reference::Ref,
        v1::{
            common::{Workspace, lenient},
            projects::Project,
            users::User,
        },
    },
};

/// Lists the states of a project, sorted by [`sequence`](State::sequence), without the intake state. Needs
/// the scope `projects.states:read`.
///
/// For an archived project, the list is empty.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> Page<State>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to return as objects instead of ids, such as `project`.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a state. Needs the scope `projects.states:write`.
///
/// If another state of the project already has the same name, or the same `external_id` and `external_source`, the
/// server responds with 409; [`Error::existing_id`](crate::Error::existing_id) is the id of the other state.
// The response is 200, unlike the 201 of other creations.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the state, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`. Any string is accepted, at most 255 characters.
    pub color: String,
    /// Position among the project's states: the lowest value comes first. The Community Edition ignores this field and
    /// puts new states last; use [`UpdateState::sequence`] instead.
    pub sequence: Option<f64>,
    /// State group; [`StateGroup::Backlog`] if unset. [`StateGroup::Triage`] is rejected with 400.
    pub group: Option<StateGroup>,
    /// `true` if pending entries of the [intake](crate::v1::intake) have this state.
    pub is_triage: Option<bool>,
    /// `true` if new work items start in this state. The state then replaces the previous default state.
    pub default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the state in another system, at most 255 characters.
    pub external_id: Option<String>,
}

/// Gets a state. Needs the scope `projects.states:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `project`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a state. Unset fields are left unchanged. Needs the scope `projects.states:write`.
///
/// If another state of the project already has the same name, the server responds with 400.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Name of the state, at most 255 characters.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646c`. Any string is accepted, at most 255 characters.
    pub color: Option<String>,
    /// Position among the project's states: the lowest value comes first.
    pub sequence: Option<f64>,
    /// State group. [`StateGroup::Triage`] is rejected with 400.
    pub group: Option<StateGroup>,
    /// `true` if pending entries of the [intake](crate::v1::intake) have this state.
    pub is_triage: Option<bool>,
    /// `true` if new work items start in this state. The state then replaces the previous default state.
    pub default: Option<bool>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the state in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Deletes a state. Needs the scope `projects.states:write`.
///
/// If the state is the default state or has work items, the server responds with 400.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
}

/// A stage that work items of a project pass through.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct State {
    /// Id of the state.
    pub id: StateId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the state.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646C`.
    pub color: Option<String>,
    /// Name in lower case with hyphens; an empty string for the states that every new project has.
    // The documentation calls it `workspace_slug`.
    pub slug: Option<String>,
    /// Slug of the state. Plane's documentation has this field; the Community Edition sends `slug` instead.
    pub workspace_slug: Option<String>,
    /// Position among the project's states: the lowest value comes first.
    // The documentation has a string, which is treated as absent; the server sends a number.
    #[serde(default, deserialize_with = "lenient")]
    pub sequence: Option<f64>,
    /// State group.
    pub group: Option<StateGroup>,
    /// `true` if pending entries of the [intake](crate::v1::intake) have this state.
    pub is_triage: Option<bool>,
    /// `true` if the state is the default for new work items.
    pub default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the state in another system.
    pub external_id: Option<String>,
    /// User who created the state.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the state.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Project that the state belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Workspace that the state belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
}

open_enum! {
    /// State group: the meaning of a state, independent of its name.
    pub enum StateGroup {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned but not started.
        Unstarted = "unstarted",
        /// In progress.
        Started = "started",
        /// Completed.
        Completed = "completed",
        /// Cancelled.
        Cancelled = "cancelled",
        /// Work items of the intake that are not accepted yet.
        Triage = "triage",
    }
}
