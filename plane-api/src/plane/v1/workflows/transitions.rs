//! Workflow transitions: the allowed changes from one state to another.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workflows::transitions::CreateWorkflowTransition;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkflowTransition>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let transition = CreateWorkflowTransition::new(
//!     "my-workspace",
//!     "31ed6582-3ce3-46bf-b310-24142499fe21",
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

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::{ProjectId, StateId, UserId, WorkflowId, WorkflowStateId, WorkflowTransitionId},
};

/// Lists the transitions of a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/" -> Vec<WorkflowTransition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowTransitions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// Allows a transition from one state to another.
///
/// If the transition already exists, the server responds with 400, and [`Error::detail`](crate::Error::detail) says so.
/// Plane's own SDKs treat this error as success.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Source state.
    pub state_id: StateId,
    /// Target state.
    pub transition_state_id: StateId,
    /// Transition type, as an undocumented string.
    pub r#type: Option<String>,
    /// Members who may use the transition, or who must approve it; everybody if empty.
    pub member_ids: Option<Vec<UserId>>,
    /// Conditions that are checked before the transition, in an undocumented format.
    pub pre_rules: Option<Vec<Value>>,
    /// Actions that run after the transition, in an undocumented format.
    pub post_rules: Option<Vec<Value>>,
}

/// Gets a transition of a workflow.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Updates the rules of a transition. Unset rules stay unchanged.
///
/// If the server sends an empty response, the result is `None`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> Option<WorkflowTransition>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// Conditions that are checked before the transition, in an undocumented format.
    pub pre_rules: Patch<Vec<Value>>,
    /// Actions that run after the transition, in an undocumented format.
    pub post_rules: Patch<Vec<Value>>,
}

/// Deletes a transition; work items can no longer use it.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// An allowed transition from one state to another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowTransition {
    /// Id of the transition.
    pub id: WorkflowTransitionId,
    /// Source state.
    pub state_id: Option<StateId>,
    /// Target state.
    pub transition_state_id: Option<StateId>,
    /// Transition type, as an undocumented string.
    pub r#type: Option<String>,
    /// Members who may use the transition, or who must approve it; everybody if empty.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Conditions that are checked before the transition, in an undocumented format.
    pub pre_rules: Option<Vec<Value>>,
    /// Actions that run after the transition, in an undocumented format.
    pub post_rules: Option<Vec<Value>>,
    // Workspace workflows have the next four fields instead of the rules.
    /// State to which a work item moves if its transition is rejected.
    pub rejection_state_id: Option<StateId>,
    /// Number of members who must approve; all members if unset.
    #[serde(default, deserialize_with = "coerce")]
    pub required_approvals: Option<i64>,
    /// Hooks that run before the transition, in an undocumented format.
    pub pre_hooks: Option<Vec<Value>>,
    /// Hooks that run after the transition, in an undocumented format.
    pub post_hooks: Option<Vec<Value>>,
    /// State within the workflow at which the transition starts.
    pub workflow_state_id: Option<WorkflowStateId>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// User who created the transition.
    pub created_by: Option<UserId>,
    /// User who last changed the transition.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the transition in another system.
    pub external_id: Option<String>,
}
