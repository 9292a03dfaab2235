//! Workspace workflow transitions: the allowed changes from one state to another in a workspace workflow.
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
//! use plane_api::{
//!     v1::workspaces::workflow_transitions::CreateWorkspaceWorkflowTransition,
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkflowTransition>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let transition = CreateWorkspaceWorkflowTransition::new(
//!     "my-workspace",
//!     "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
//!     "dc91cfb5-e93b-4269-affc-7ffb7628215e", // from
//!     "e58f4631-a5eb-438f-92b2-bd79e15c8939", // to
//! )
//! .send(&client)
//! .await?;
//! println!("{}", transition.id);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{StateId, UserId, WorkflowId, WorkflowTransitionId},
        v1::workflows::transitions::WorkflowTransition,
    },
};

/// Lists the transitions of a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/" -> Vec<WorkflowTransition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitions {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
}

/// Allows a transition from one state of a workflow to another.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    /// Source state.
    pub state_id: StateId,
    /// Target state.
    pub transition_state_id: StateId,
    /// State to which a work item moves if its transition is rejected.
    pub rejection_state_id: Option<StateId>,
    /// Number of members who must approve; all members if unset.
    pub required_approvals: Option<i64>,
    /// Required approvers, if the source state is a
    /// [`WorkflowStateKind::Approval`](crate::v1::workflows::states::WorkflowStateKind::Approval).
    pub member_ids: Option<Vec<UserId>>,
}

/// Gets a transition of a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Updates a transition of a workflow. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// Target state.
    pub transition_state_id: Patch<StateId>,
    /// State to which a work item moves if its transition is rejected.
    pub rejection_state_id: Patch<StateId>,
    /// Number of members who must approve; all members if unset.
    pub required_approvals: Patch<i64>,
    /// Required approvers, if the source state is a
    /// [`WorkflowStateKind::Approval`](crate::v1::workflows::states::WorkflowStateKind::Approval).
    pub member_ids: Patch<Vec<UserId>>,
}

/// Deletes a transition; work items can no longer use it.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflowTransition {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}
