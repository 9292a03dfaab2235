//! ~ States.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, open_enum, projects::ProjectId,
    users::UserId,
};

/// Lists states. Needs the scope `projects.states:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> Page<State>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a state. Needs the scope `projects.states:write`.
// NOTE: created with 200, not 201
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/states/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the state. 255 characters at most.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: String,
    /// Place among its kind, in ascending order.
    pub sequence: Option<f64>,
    /// What the state means. 20 characters at most.
    pub group: Option<StateGroup>,
    /// Whether it is the state of what waits in the intake.
    pub is_triage: Option<bool>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the state in another system. 255 characters at most.
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
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a state. Needs the scope `projects.states:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> State)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
    /// Name of the state. 255 characters at most.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Colour, such as `#60646c`. 255 characters at most.
    pub color: Option<String>,
    /// Place among its kind, in ascending order.
    pub sequence: Option<f64>,
    /// What the state means. 20 characters at most.
    pub group: Option<StateGroup>,
    /// Whether it is the state of what waits in the intake.
    pub is_triage: Option<bool>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the state in another system. 255 characters at most.
    pub external_id: Patch<String>,
}

/// Deletes a state. Needs the scope `projects.states:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub state_id: StateId,
}

/// Id of a [`State`].
pub type StateId = Id<State>;

/// A state that work items of a project can be in.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct State {
    /// Id of the state.
    pub id: StateId,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Name of the state.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Colour, such as `#60646C`.
    pub color: Option<String>,
    /// Name as part of a URL.
    pub slug: Option<String>,
    /// Place among the project's states.
    pub sequence: Option<f64>,
    /// What the state means.
    pub group: Option<StateGroup>,
    /// Whether it is the state of what waits in the intake.
    pub is_triage: Option<bool>,
    /// Whether new work items get it.
    pub default: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
}

/// Id of a [`StateLite`].
pub type StateLiteId = Id<StateLite>;

/// ~ state lite.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct StateLite {
    /// Id of the state lite.
    pub id: StateLiteId,
    /// Name of the state lite.
    pub name: Option<String>,
    /// Colour, such as `#60646c`.
    pub color: Option<String>,
    /// What the state means.
    pub group: Option<StateGroup>,
}

open_enum! {
    /// What a state means.
    pub enum StateGroup {
        /// Not planned yet.
        Backlog = "backlog",
        /// Planned, and not begun.
        Unstarted = "unstarted",
        /// Being worked on.
        Started = "started",
        /// Done.
        Completed = "completed",
        /// Given up.
        Cancelled = "cancelled",
        /// In the intake, and not accepted yet.
        Triage = "triage",
    }
}
