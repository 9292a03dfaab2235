//! Runs of agents: what an app does for somebody who mentions it in a comment, from then until it has answered.
//!
//! Plane starts a run, tells the app with a webhook (feature `webhook`), and the app answers with
//! [activities](crate::v1::agent_runs::activities). An app that is silent for five minutes has a run that is
//! [`Stale`](AgentRunStatus::Stale). Agents are part of Plane's commercial editions: the Community Edition has no such
//! routes ([`Error::is_route_missing`](crate::Error::is_route_missing)). Apps ask for the scopes `agents.runs:read` and
//! `agents.runs:write`. The documentation shows these requests by way of Plane's SDKs.
//!
//! ```no_run
//! use plane_api::{Client, v1::agent_runs::{AgentRunStatus, CreateAgentRun}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Starts a run of an agent.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/" -> AgentRun)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRun {
    pub workspace_slug: String,
    /// What the agent is known by.
    pub agent_slug: String,
    /// Work item it refers to.
    pub issue: Option<WorkItemId>,
    /// Project that the activity refers to.
    pub project: Option<ProjectId>,
    /// Comment below which the agent replies.
    pub comment: Option<WorkItemCommentId>,
    /// Comment that mentions the agent.
    pub source_comment: Option<WorkItemCommentId>,
    /// URL of the run in the agent's system.
    pub external_link: Option<String>,
    /// Where the run takes place.
    pub r#type: Option<AgentRunType>,
}

/// Gets a run of an agent.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/" -> AgentRun)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAgentRun {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
}

/// A run of an agent.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRun {
    /// Id of the run.
    pub id: AgentRunId,
    /// How far it is.
    pub status: Option<AgentRunStatus>,
    /// Where it takes place.
    pub r#type: Option<AgentRunType>,
    /// The agent, as a user.
    pub agent_user: Option<UserId>,
    /// Who started it.
    pub creator: Option<UserId>,
    /// Work item it refers to.
    pub issue: Option<WorkItemId>,
    /// Comment below which the agent replies.
    pub comment: Option<WorkItemCommentId>,
    /// Comment that mentions the agent.
    pub source_comment: Option<WorkItemCommentId>,
    /// URL of the run in the agent's system.
    pub external_link: Option<String>,
    /// When it began.
    #[serde(default, deserialize_with = "coerce")]
    pub started_at: Option<Timestamp>,
    /// When it came to an end.
    #[serde(default, deserialize_with = "coerce")]
    pub ended_at: Option<Timestamp>,
    /// When somebody stopped it.
    #[serde(default, deserialize_with = "coerce")]
    pub stopped_at: Option<Timestamp>,
    /// Who stopped it.
    pub stopped_by: Option<UserId>,
    /// What went wrong, as an object of which nothing is documented.
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
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Its id in another system.
    pub external_id: Option<String>,
    /// User who created it.
    pub created_by: Option<UserId>,
    /// User who last changed it.
    pub updated_by: Option<UserId>,
    /// Project that the activity refers to.
    pub project: Option<ProjectId>,
    /// Workspace it belongs to.
    pub workspace: Option<WorkspaceId>,
}

open_enum! {
    /// How far a run is.
    pub enum AgentRunStatus {
        /// The agent has not done anything yet.
        Created = "created",
        /// The agent is at work.
        InProgress = "in_progress",
        /// The agent waits for an answer.
        Awaiting = "awaiting",
        /// The agent has answered.
        Completed = "completed",
        /// Somebody has asked the agent to stop.
        Stopping = "stopping",
        /// The agent has stopped.
        Stopped = "stopped",
        /// Something went wrong.
        Failed = "failed",
        /// The agent has been silent for too long, five minutes by the documentation.
        Stale = "stale",
    }
}

open_enum! {
    /// Where a run takes place.
    pub enum AgentRunType {
        /// Below a comment.
        CommentThread = "comment_thread",
    }
}
