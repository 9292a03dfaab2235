//! States of a [workflow](crate::v2::workflows): states of the project that are attached to the workflow.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workflows::states::ListWorkflowStates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkflowStates>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkflowStates::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
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
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{ProjectId, StateId, UserId, WorkflowId, WorkflowStateId},
        v2::lists::CursorPage,
    },
};

/// Lists the states of a workflow. Needs the scope `projects.workflows:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/?paginate=cursor" -> CursorPage<WorkflowState>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Sort order.
    pub order_by: Option<WorkflowStateOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets a workflow state. Needs the scope `projects.workflows:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<workflow_state_id>/" -> WorkflowState, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub workflow_state_id: WorkflowStateId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// Updates a workflow state. Unset fields are left unchanged. Needs the scope `projects.workflows:write`.
///
/// This changes the settings of the state in the workflow, not the state itself.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<workflow_state_id>/" -> WorkflowState, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub workflow_state_id: WorkflowStateId,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// `true` if the state is the default for new work items.
    pub is_default: Option<bool>,
    /// Type of the workflow state, at most 255 characters.
    pub r#type: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// Detaches a state from a workflow. The project keeps the state. Needs the scope `projects.workflows:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<workflow_state_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetachWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub workflow_state_id: WorkflowStateId,
}

/// Attaches states of the project to a workflow. Needs the scope `projects.workflows:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/" -> Vec<WorkflowState>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Ids of the states to attach.
    pub state_ids: Vec<StateId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// A state of the project that is attached to a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowState {
    /// Id of the state within the workflow; `state_id` is the id of the state itself.
    pub id: WorkflowStateId,
    /// Workflow that the state is attached to.
    pub workflow_id: Option<WorkflowId>,
    /// Id of the [state](crate::v2::states) itself.
    pub state_id: Option<StateId>,
    /// Type of the workflow state.
    pub r#type: Option<String>,
    /// `true` if the state is the default for new work items.
    pub is_default: Option<bool>,
    /// `true` if work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// Time at which the state was attached to the workflow.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who attached the state to the workflow.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of workflow states, ascending or descending.
    pub enum WorkflowStateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkflowState`] that a response can include.
    pub enum WorkflowStateField {
        All = "all",
        AllowIssueCreation = "allow_issue_creation",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Id = "id",
        IsDefault = "is_default",
        StateId = "state_id",
        Type = "type",
        WorkflowId = "workflow_id",
    }
}
