//! Agent runs: the work of an agent, from the comment that mentions it to its final response. An agent is an app that
//! users can mention in comments.
//!
//! Plane starts a run and notifies the app with a webhook (feature `webhook`); the app responds with
//! [activities](crate::v1::agent_runs::activities). After five minutes without an activity, a run is
//! [`Stale`](AgentRunStatus::Stale). Agents are part of Plane's commercial editions: the Community Edition lacks these
//! routes ([`Error::is_route_missing`](crate::Error::is_route_missing)). Apps request the scopes `agents.runs:read` and
//! `agents.runs:write`. Plane's documentation shows these requests only as calls of its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::agent_runs::{AgentRunStatus, CreateAgentRun};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateAgentRun>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "status": "created"}));
//! # let client = mock.client();
//! let work_item = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! let run = CreateAgentRun::new("my-workspace", "reviewer").issue(work_item).send(&client).await?;
//! assert_eq!(run.status, Some(AgentRunStatus::Created));
//! # Ok(())
//! # }
//! ```

pub mod activities;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::ids::{AgentRunId, ProjectId, UserId, WorkItemCommentId, WorkItemId, WorkspaceId},
};

/// Starts an agent run.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/" -> AgentRun)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRun {
    pub workspace_slug: String,
    /// Slug of the agent.
    pub agent_slug: String,
    /// Work item that the run refers to.
    pub issue: Option<WorkItemId>,
    /// Project that the run refers to.
    pub project: Option<ProjectId>,
    /// Comment below which the agent replies.
    pub comment: Option<WorkItemCommentId>,
    /// Comment that mentions the agent.
    pub source_comment: Option<WorkItemCommentId>,
    /// URL of the run in the agent's system.
    pub external_link: Option<String>,
    /// Place in which the run happens.
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

/// An agent run.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRun {
    /// Id of the run.
    pub id: AgentRunId,
    /// Status of the run.
    pub status: Option<AgentRunStatus>,
    /// Place in which the run happens.
    pub r#type: Option<AgentRunType>,
    /// User account of the agent.
    pub agent_user: Option<UserId>,
    /// User who started the run.
    pub creator: Option<UserId>,
    /// Work item that the run refers to.
    pub issue: Option<WorkItemId>,
    /// Comment below which the agent replies.
    pub comment: Option<WorkItemCommentId>,
    /// Comment that mentions the agent.
    pub source_comment: Option<WorkItemCommentId>,
    /// URL of the run in the agent's system.
    pub external_link: Option<String>,
    /// Start time.
    #[serde(default, deserialize_with = "coerce")]
    pub started_at: Option<Timestamp>,
    /// End time.
    #[serde(default, deserialize_with = "coerce")]
    pub ended_at: Option<Timestamp>,
    /// Time at which the run was stopped.
    #[serde(default, deserialize_with = "coerce")]
    pub stopped_at: Option<Timestamp>,
    /// User who stopped the run.
    pub stopped_by: Option<UserId>,
    /// Error details, as an undocumented object.
    pub error_metadata: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the run in another system.
    pub external_id: Option<String>,
    /// User who created the run.
    pub created_by: Option<UserId>,
    /// User who last changed the run.
    pub updated_by: Option<UserId>,
    /// Project that the run refers to.
    pub project: Option<ProjectId>,
    /// Workspace that the run belongs to.
    pub workspace: Option<WorkspaceId>,
}

open_enum! {
    /// Status of an agent run.
    pub enum AgentRunStatus {
        /// The agent has not started yet.
        Created = "created",
        /// The agent is working.
        InProgress = "in_progress",
        /// The agent is waiting for a reply.
        Awaiting = "awaiting",
        /// The agent has responded.
        Completed = "completed",
        /// A user has asked the agent to stop.
        Stopping = "stopping",
        /// The agent has stopped.
        Stopped = "stopped",
        /// The run failed.
        Failed = "failed",
        /// The agent has been inactive for too long; five minutes, according to Plane's documentation.
        Stale = "stale",
    }
}

open_enum! {
    /// Place in which an agent run happens.
    pub enum AgentRunType {
        /// In a comment thread.
        CommentThread = "comment_thread",
    }
}
