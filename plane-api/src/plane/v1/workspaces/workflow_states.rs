//! States of a workflow of a workspace: those that its work items can be in.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only Plane's SDKs define these requests.
//!
//! Only a workspace that keeps states and workflows itself can change them: else the server answers 400 with the code
//! `workspace_not_managed` ([`Error::code`](crate::Error::code)), and [`workflows`](crate::v1::workflows) is the place.
//!
//! ```no_run
//! use plane_api::{Client, v1::workspaces::workflow_states::RemoveWorkspaceWorkflowState};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Adds states of the workspace to a workflow, as its last ones.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/" -> Vec<WorkspaceWorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddWorkspaceWorkflowStates {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    /// The states to add.
    pub state_ids: Vec<StateId>,
}

/// Updates a state within a workflow. Unset fields stay unchanged.
///
/// If `type` changes, the transitions that begin at the state are **deleted**.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> WorkspaceWorkflowState)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// Transitions out of the state.
    pub r#type: Patch<WorkflowStateKind>,
    /// Whether work items can be created in this state.
    pub allow_issue_creation: Patch<bool>,
    /// Whether it is the default for new work items.
    pub is_default: Patch<bool>,
}

/// Takes a state out of a workflow; the workspace keeps it. Its transitions have to be deleted first.
///
/// If work items are in it, the server answers 409 with a list of them ([`Error::body`](crate::Error::body)), unless
/// `state_mapping` says where they go.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/states/<state_id>/" -> (), json)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceWorkflowState {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// The state that new work items get instead; needed if they get the one that is taken out.
    pub new_default_state_id: Option<StateId>,
    /// Where work items go, by the state that they are in.
    pub state_mapping: Option<BTreeMap<StateId, StateId>>,
}

/// Makes a state the one that new work items get, and lets work items be created in it.
///
/// A server may send an empty response, which becomes `None`.
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
    // The Python SDK says so, and that the server does not send `state_id`.
    /// Id of the state itself: unlike [`WorkflowState`](crate::v1::workflows::states::WorkflowState), it has none of its
    /// own.
    pub id: StateId,
    /// Id of the state, from servers that send it twice.
    pub state_id: Option<StateId>,
    /// Transitions out of the state.
    pub r#type: Option<WorkflowStateKind>,
    /// Whether work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// Whether it is the default for new work items.
    pub is_default: Option<bool>,
    /// Position among the states of the workflow, in ascending order.
    pub sequence: Option<f64>,
    /// The transitions that begin at it, where the whole workflow is answered; the form is not documented.
    pub transitions: Option<Vec<Value>>,
}
