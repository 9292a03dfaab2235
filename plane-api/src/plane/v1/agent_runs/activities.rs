//! Activities: the messages and actions of an agent and its users in an [agent run](crate::v1::agent_runs).
//!
//! Like runs, activities are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Apps request the scopes `agents.run_activities:read`
//! and `agents.run_activities:write`.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::agent_runs::activities::{AgentRunActivityContent, AgentRunActivityType, CreateAgentRunActivity},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateAgentRunActivity>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let run = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! let thought = AgentRunActivityContent::Thought { body: "Reading the work item".to_owned() };
//! CreateAgentRunActivity::new("my-workspace", run, AgentRunActivityType::Thought, thought)
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use std::collections::BTreeMap;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        open_enum::open_enum,
        page::{Cursor, Page},
    },
    plane::ids::{
        AgentRunActivityId, AgentRunId, ProjectId, UserId, WorkItemCommentId, WorkspaceId,
    },
};

/// Lists the activities of a run.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/activities/" -> Page<AgentRunActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAgentRunActivities {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds an activity to a run, on behalf of the agent.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/<run_id>/activities/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    /// Type of the activity, which must match the type of the content. Only users create
    /// [`Prompt`](AgentRunActivityType::Prompt) activities.
    pub r#type: AgentRunActivityType,
    /// Content of the activity.
    pub content: AgentRunActivityContent,
    /// Metadata that the agent stores with the content, as an object.
    pub content_metadata: Option<Value>,
    /// Signal that determines how the run continues; [`Continue`](AgentRunActivitySignal::Continue) if unset.
    pub signal: Option<AgentRunActivitySignal>,
    /// Parameters of the signal: `{"url": "…"}` for [`AuthRequest`](AgentRunActivitySignal::AuthRequest), and
    /// `{"options": [{"id": "…", "label": "…", "description": "…"}]}` for [`Select`](AgentRunActivitySignal::Select).
    pub signal_metadata: Option<Value>,
    /// Project that the activity refers to.
    pub project: Option<ProjectId>,
}

/// Gets an activity of a run.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/activities/<activity_id>/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    pub activity_id: AgentRunActivityId,
}

/// An activity in an agent run.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRunActivity {
    /// Id of the activity.
    pub id: AgentRunActivityId,
    /// Run that the activity belongs to.
    pub agent_run: Option<AgentRunId>,
    /// Type of the activity.
    pub r#type: Option<AgentRunActivityType>,
    /// Content of the activity.
    pub content: Option<AgentRunActivityContent>,
    /// Metadata that the agent stored with the content, as an object.
    pub content_metadata: Option<Value>,
    /// `true` if Plane hides the activity as soon as the next one follows. Thoughts, actions and errors are hidden in
    /// this way.
    pub ephemeral: Option<bool>,
    /// Signal that determines how the run continues.
    pub signal: Option<AgentRunActivitySignal>,
    /// Parameters of the signal: see [`CreateAgentRunActivity::signal_metadata`].
    pub signal_metadata: Option<Value>,
    /// Comment that shows the activity.
    pub comment: Option<WorkItemCommentId>,
    /// User who performed the activity.
    pub actor: Option<UserId>,
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
    /// Id of the activity in another system.
    pub external_id: Option<String>,
    /// User who created the activity.
    pub created_by: Option<UserId>,
    /// User who last changed the activity.
    pub updated_by: Option<UserId>,
    /// Project that the activity refers to.
    pub project: Option<ProjectId>,
    /// Workspace that the activity belongs to.
    pub workspace: Option<WorkspaceId>,
}

/// Content of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgentRunActivityContent {
    /// The agent called a tool.
    Action {
        /// Name of the tool.
        action: String,
        /// Arguments of the tool.
        #[serde(default)]
        parameters: BTreeMap<String, String>,
    },
    /// A question from the agent.
    Elicitation {
        /// The question.
        body: String,
    },
    /// The agent failed.
    Error {
        /// Error message.
        body: String,
    },
    /// A message from a user to the agent.
    Prompt {
        /// Text of the message.
        body: String,
    },
    /// A response from the agent.
    Response {
        /// Text of the response.
        body: String,
    },
    /// A thought of the agent.
    Thought {
        /// Text of the thought.
        body: String,
    },
    /// Unknown content, as received.
    #[serde(untagged)]
    Other(Value),
}

open_enum! {
    /// Type of an activity.
    pub enum AgentRunActivityType {
        /// The agent called a tool.
        Action = "action",
        /// A question from the agent.
        Elicitation = "elicitation",
        /// The agent failed.
        Error = "error",
        /// A message from a user to the agent.
        Prompt = "prompt",
        /// A response from the agent.
        Response = "response",
        /// A thought of the agent.
        Thought = "thought",
    }
}

open_enum! {
    /// Signal that determines how a run continues after an activity.
    pub enum AgentRunActivitySignal {
        /// The user must sign in to another service first.
        AuthRequest = "auth_request",
        /// The run continues.
        Continue = "continue",
        /// The user must choose an option.
        Select = "select",
        /// The agent must stop. Plane sends this signal when a user asks the agent to stop.
        Stop = "stop",
    }
}
