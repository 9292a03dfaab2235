//! ~ Activities.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, agent_runs::AgentRunId, common::WorkspaceId, endpoint, open_enum,
    projects::ProjectId, users::UserId, work_items::comments::WorkItemCommentId,
};

/// Lists agent run activities.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/activities/" -> Page<AgentRunActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAgentRunActivities {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
}

/// Creates an agent run activity.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/<run_id>/activities/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    /// ~ Content.
    pub content: Value,
    /// ~ Content metadata.
    pub content_metadata: Option<Value>,
    /// ~ Signal.
    pub signal: Option<AgentRunActivitySignal>,
    /// ~ Signal metadata.
    pub signal_metadata: Option<Value>,
    /// ~ Type.
    pub r#type: AgentRunActivityType,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
}

/// Gets an agent run activity.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/activities/<activity_id>/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    pub activity_id: AgentRunActivityId,
}

/// Id of a [`AgentRunActivity`].
pub type AgentRunActivityId = Id<AgentRunActivity>;

/// ~ agent run activity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRunActivity {
    /// Id of the agent run activity.
    pub id: AgentRunActivityId,
    /// ~ Agent run.
    pub agent_run: Option<AgentRunId>,
    /// ~ Content.
    pub content: Option<Value>,
    /// ~ Content metadata.
    pub content_metadata: Option<Value>,
    /// ~ Ephemeral.
    pub ephemeral: Option<bool>,
    /// ~ Signal.
    pub signal: Option<AgentRunActivitySignal>,
    /// ~ Signal metadata.
    pub signal_metadata: Option<Value>,
    /// The comment.
    pub comment: Option<WorkItemCommentId>,
    /// Who did it.
    pub actor: Option<UserId>,
    /// ~ Type.
    pub r#type: Option<AgentRunActivityType>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the agent run activity in another system.
    pub external_id: Option<String>,
}

open_enum! {
    /// ~ agent run activity type.
    pub enum AgentRunActivityType {
        /// ~ Action.
        Action = "action",
        /// ~ Elicitation.
        Elicitation = "elicitation",
        /// ~ Error.
        Error = "error",
        /// ~ Prompt.
        Prompt = "prompt",
        /// ~ Response.
        Response = "response",
        /// ~ Thought.
        Thought = "thought",
    }
}

open_enum! {
    /// ~ agent run activity signal.
    pub enum AgentRunActivitySignal {
        /// ~ AuthRequest.
        AuthRequest = "auth_request",
        /// ~ Continue.
        Continue = "continue",
        /// ~ Select.
        Select = "select",
        /// ~ Stop.
        Stop = "stop",
    }
}
