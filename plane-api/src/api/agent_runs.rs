//! ~ Agent runs.

pub mod activities;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, common::WorkspaceId, endpoint, open_enum, projects::ProjectId, users::UserId,
    work_items::WorkItemId, work_items::comments::WorkItemCommentId,
};

/// Creates an agent run.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/" -> AgentRun)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRun {
    pub workspace_slug: String,
    /// ~ Agent slug.
    pub agent_slug: String,
    /// The work item that it belongs to.
    pub issue: Option<WorkItemId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The comment.
    pub comment: Option<WorkItemCommentId>,
    /// ~ Source comment.
    pub source_comment: Option<WorkItemCommentId>,
    /// ~ External link.
    pub external_link: Option<String>,
    /// ~ Type.
    pub r#type: Option<AgentRunType>,
}

/// Gets an agent run.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/" -> AgentRun)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAgentRun {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
}

/// Id of a [`AgentRun`].
pub type AgentRunId = Id<AgentRun>;

/// ~ agent run.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRun {
    /// Id of the agent run.
    pub id: AgentRunId,
    /// ~ Agent user.
    pub agent_user: Option<UserId>,
    /// The comment.
    pub comment: Option<WorkItemCommentId>,
    /// ~ Source comment.
    pub source_comment: Option<WorkItemCommentId>,
    /// ~ Creator.
    pub creator: Option<UserId>,
    /// ~ Stopped at.
    pub stopped_at: Option<Timestamp>,
    /// ~ Stopped by.
    pub stopped_by: Option<UserId>,
    /// ~ Started at.
    pub started_at: Option<Timestamp>,
    /// ~ Ended at.
    pub ended_at: Option<Timestamp>,
    /// ~ External link.
    pub external_link: Option<String>,
    /// The work item that it belongs to.
    pub issue: Option<WorkItemId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// ~ Status.
    pub status: Option<AgentRunStatus>,
    /// ~ Error metadata.
    pub error_metadata: Option<Value>,
    /// ~ Type.
    pub r#type: Option<AgentRunType>,
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
    /// Id of the agent run in another system.
    pub external_id: Option<String>,
}

open_enum! {
    /// ~ agent run status.
    pub enum AgentRunStatus {
        /// ~ Created.
        Created = "created",
        /// ~ InProgress.
        InProgress = "in_progress",
        /// ~ Awaiting.
        Awaiting = "awaiting",
        /// ~ Completed.
        Completed = "completed",
        /// ~ Stopping.
        Stopping = "stopping",
        /// ~ Stopped.
        Stopped = "stopped",
        /// ~ Failed.
        Failed = "failed",
        /// ~ Stale.
        Stale = "stale",
    }
}

open_enum! {
    /// ~ agent run type.
    pub enum AgentRunType {
        /// ~ CommentThread.
        CommentThread = "comment_thread",
    }
}
