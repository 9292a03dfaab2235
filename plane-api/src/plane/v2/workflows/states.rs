//! The states of a [workflow](crate::v2::workflows).
//!
//! ```no_run
//! use plane_api::{Client, v2::workflows::states::ListWorkflowStates};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/?paginate=cursor" -> CursorPage<WorkflowState>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowStates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// What the list is sorted by.
    pub order_by: Option<WorkflowStateOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets a workflow state. Needs the scope `projects.workflows:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<workflow_state_id>/" -> WorkflowState, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub workflow_state_id: WorkflowStateId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// Updates a workflow state. Unset fields are left unchanged. Needs the scope `projects.workflows:write`.
///
/// The state itself is not changed.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/states/<workflow_state_id>/" -> WorkflowState, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowState {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub workflow_state_id: WorkflowStateId,
    /// Whether work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Type of the workflow state, 255 characters at most.
    pub r#type: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// Detaches a state from a workflow. The state itself remains. Needs the scope `projects.workflows:write`.
///
/// Known from a generated page and the SDKs only.
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
    /// The states.
    pub state_ids: Vec<StateId>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowStateField>,
}

/// A state of a workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkflowState {
    /// Id of the workflow state.
    pub id: WorkflowStateId,
    /// The workflow.
    pub workflow_id: Option<WorkflowId>,
    /// The state that it is in.
    pub state_id: Option<StateId>,
    /// Type of the workflow state.
    pub r#type: Option<String>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether work items can be created in this state.
    pub allow_issue_creation: Option<bool>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of workflow states is sorted by, in ascending or descending order.
    pub enum WorkflowStateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkflowState`].
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
