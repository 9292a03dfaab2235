//! Transitions that a [workflow](crate::v2::workflows) allows between states.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workflows::transitions::ListWorkflowTransitions;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkflowTransitions>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkflowTransitions::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, StateId, UserId, WorkflowId, WorkflowStateId, WorkflowTransitionId},
        v2::lists::CursorPage,
    },
};

/// Lists the transitions of a workflow. Needs the scope `projects.workflows:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/?paginate=cursor" -> CursorPage<WorkflowTransition>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowTransitions {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Sort order.
    pub order_by: Option<WorkflowTransitionOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowTransitionField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workflow transition. Needs the scope `projects.workflows:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/" -> WorkflowTransition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// State at which the transition starts.
    pub state_id: StateId,
    /// Members allowed to use the transition, or required to approve it; everybody if empty.
    pub member_ids: Option<Vec<UserId>>,
    /// State to which a work item is moved if the transition is rejected.
    pub rejection_state_id: Patch<StateId>,
    /// Number of required approvals.
    pub required_approvals: Patch<i64>,
    /// State to which the transition leads.
    pub transition_state_id: Patch<StateId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowTransitionField>,
}

/// Gets a workflow transition. Needs the scope `projects.workflows:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowTransitionField>,
}

/// Updates a workflow transition. Unset fields are left unchanged. Needs the scope `projects.workflows:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> WorkflowTransition, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// Members allowed to use the transition, or required to approve it; everybody if empty.
    pub member_ids: Option<Vec<UserId>>,
    /// State to which a work item is moved if the transition is rejected.
    pub rejection_state_id: Patch<StateId>,
    /// Number of required approvals.
    pub required_approvals: Patch<i64>,
    /// State at which the transition starts. The server ignores this field: the state cannot be changed.
    pub state_id: Option<StateId>,
    /// State to which the transition leads.
    pub transition_state_id: Patch<StateId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowTransitionField>,
}

/// Deletes a workflow transition. Needs the scope `projects.workflows:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowTransition {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// A transition from one state to another that a workflow allows.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowTransition {
    /// Id of the workflow transition.
    pub id: WorkflowTransitionId,
    /// State within the workflow at which the transition starts: see
    /// [`WorkflowState::id`](crate::v2::workflows::states::WorkflowState::id).
    pub workflow_state_id: Option<WorkflowStateId>,
    /// State to which the transition leads.
    pub transition_state_id: Option<StateId>,
    /// State to which a work item is moved if the transition is rejected.
    pub rejection_state_id: Option<StateId>,
    /// Number of required approvals.
    #[serde(default, deserialize_with = "coerce")]
    pub required_approvals: Option<i64>,
    /// Members allowed to use the transition, or required to approve it; everybody if empty.
    #[serde(default, deserialize_with = "coerce")]
    pub member_ids: Option<Vec<UserId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the transition.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of workflow transitions, ascending or descending.
    pub enum WorkflowTransitionOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkflowTransition`] that a response can include.
    pub enum WorkflowTransitionField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        MemberIds = "member_ids",
        RejectionStateId = "rejection_state_id",
        RequiredApprovals = "required_approvals",
        TransitionStateId = "transition_state_id",
        WorkflowStateId = "workflow_state_id",
    }
}
