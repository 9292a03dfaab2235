//! Workflow states: the project states that a workflow uses.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workflows::states::AttachWorkflowStates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<AttachWorkflowStates>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let (project, workflow) = ("31ed6582-3ce3-46bf-b310-24142499fe21", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
//! AttachWorkflowStates::new("my-workspace", project, workflow, ["dc91cfb5-e93b-4269-affc-7ffb7628215e"])
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::ids::{ProjectId, StateId, WorkflowId, WorkflowStateId},
};

/// Lists the states of a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/" -> Vec<WorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Adds states of the project to a workflow. The response is undocumented and is ignored.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// States to add.
    pub state_ids: Vec<StateId>,
}

/// Updates a state within a workflow. Unset fields are left unchanged.
///
/// If the server sends an empty response, the result is `None`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/" -> Option<WorkflowState>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// Type of the state.
    pub r#type: Patch<WorkflowStateKind>,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Patch<bool>,
    /// `true` if the state is the default for new work items.
    pub is_default: Patch<bool>,
}

/// Removes a state from a workflow, but not from the project. If the state has work items, use [`TransferWorkflowState`], which
/// also moves them.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
}

/// Moves the work items of a workflow state to another state, then removes the emptied state from the workflow. The
/// response is undocumented and is ignored.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<state_id>/transfer/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TransferWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub state_id: StateId,
    /// State to which the work items move.
    pub new_state_id: StateId,
}

/// A state within a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowState {
    /// Id of the state within the workflow; `state_id` is the id of the state itself.
    pub id: WorkflowStateId,
    /// State of the project.
    pub state_id: Option<StateId>,
    /// Workflow that contains the state.
    pub workflow_id: Option<WorkflowId>,
    /// Type of the state.
    pub r#type: Option<WorkflowStateKind>,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// `true` if the state is the default for new work items.
    pub is_default: Option<bool>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// Type of a workflow state: the way in which work items leave it.
    pub enum WorkflowStateKind {
        /// Work items leave the state by an immediate transition.
        Transition = "transition",
        /// Work items leave the state by a transition that members must approve.
        Approval = "approval",
    }
}
