//! Workspace workflow states: the states that a workflow of a workspace uses.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
//! If the workspace does not manage states and workflows itself, the server responds with 400 and the code
//! `workspace_not_managed` ([`Error::code`](crate::Error::code)). In this case, use
//! [`workflows`](crate::v1::workflows).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workspaces::workflow_states::RemoveWorkspaceWorkflowState;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<RemoveWorkspaceWorkflowState>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let workflow = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let (blocked, todo) = ("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "6ba7b812-9dad-11d1-80b4-00c04fd430c8");
//! RemoveWorkspaceWorkflowState::new("my-workspace", workflow, blocked)
//!     .state_mapping([(blocked.into(), todo.into())])
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{StateId, WorkflowId},
        v1::workflows::states::WorkflowStateKind,
    },
};

/// Adds states of the workspace to the end of a workflow.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/" -> Vec<WorkspaceWorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddWorkspaceWorkflowStates {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    /// States to add.
    pub state_ids: Vec<StateId>,
}

/// Updates a state within a workflow. Unset fields are left unchanged.
///
/// Changing `type` **deletes** all transitions out of the state.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> WorkspaceWorkflowState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// Type of the state.
    pub r#type: Patch<WorkflowStateKind>,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Patch<bool>,
    /// `true` if the state is the default for new work items.
    pub is_default: Patch<bool>,
}

/// Removes a state from a workflow; the workspace keeps the state. Delete the transitions of the state first.
///
/// If the state has work items and `state_mapping` does not map the state, the server responds with 409 and lists the
/// work items ([`Error::body`](crate::Error::body)).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// New default state for new work items; required if the removed state is the default.
    pub new_default_state_id: Option<StateId>,
    /// Maps the removed state to the state to which its work items move.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Makes a state the default for new work items. Work items can then be created in this state.
///
/// If the server sends an empty response, the result is `None`.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/mark-default/" -> Option<WorkspaceWorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetDefaultWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
}

/// A state within a workflow of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceWorkflowState {
    // According to the Python SDK, which also documents that the server does not send `state_id`.
    /// Id of the state. In a project, the `id` of a [`WorkflowState`](crate::v1::workflows::states::WorkflowState) is
    /// another id, and its `state_id` is the id of the state.
    pub id: StateId,
    /// The same id as `id`. Only some servers send this field.
    pub state_id: Option<StateId>,
    /// Type of the state.
    pub r#type: Option<WorkflowStateKind>,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// `true` if the state is the default for new work items.
    pub is_default: Option<bool>,
    /// Position among the states of the workflow: the lowest value comes first.
    pub sequence: Option<f64>,
    /// Transitions out of the state, in an undocumented format. Only responses that contain a whole workflow contain
    /// this field.
    pub transitions: Option<Vec<Value>>,
}
