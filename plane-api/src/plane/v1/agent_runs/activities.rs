//! Activities: what is said and done in a [run](crate::v1::agent_runs) of an agent, by the agent and by those whom it
//! answers.
//!
//! Like runs, they are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Apps ask for the scopes `agents.run_activities:read`
//! and `agents.run_activities:write`.
//!
//! ```no_run
//! use plane_api::{
//!     Client,
//!     v1::agent_runs::activities::{AgentRunActivityContent, AgentRunActivityType, CreateAgentRunActivity},
//! };
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists what was said and done in a run.
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

/// Says or does something in a run, as its agent.
#[endpoint(POST, "/workspaces/<workspace_slug>/runs/<run_id>/activities/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    /// What kind of activity it is: the kind of its content. A [`Prompt`](AgentRunActivityType::Prompt) comes from
    /// people only.
    pub r#type: AgentRunActivityType,
    /// What is said or done.
    pub content: AgentRunActivityContent,
    /// What the agent wants to keep beside the content, as an object.
    pub content_metadata: Option<Value>,
    /// What is to happen next; [`Continue`](AgentRunActivitySignal::Continue) if unset.
    pub signal: Option<AgentRunActivitySignal>,
    /// What the signal needs: `{"url": "…"}` for [`AuthRequest`](AgentRunActivitySignal::AuthRequest), and
    /// `{"options": [{"id": "…", "label": "…", "description": "…"}]}` for [`Select`](AgentRunActivitySignal::Select).
    pub signal_metadata: Option<Value>,
    /// Project that the activity refers to.
    pub project: Option<ProjectId>,
}

/// Gets one thing that was said or done in a run.
#[endpoint(GET, "/workspaces/<workspace_slug>/runs/<run_id>/activities/<activity_id>/" -> AgentRunActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAgentRunActivity {
    pub workspace_slug: String,
    pub run_id: AgentRunId,
    pub activity_id: AgentRunActivityId,
}

/// Something that was said or done in a run of an agent.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AgentRunActivity {
    /// Id of the activity.
    pub id: AgentRunActivityId,
    /// run it belongs to.
    pub agent_run: Option<AgentRunId>,
    /// What kind of activity it is.
    pub r#type: Option<AgentRunActivityType>,
    /// What was said or done.
    pub content: Option<AgentRunActivityContent>,
    /// What the agent keeps beside the content, as an object.
    pub content_metadata: Option<Value>,
    /// Whether Plane shows it only until the next activity, as it does with thoughts, actions and errors.
    pub ephemeral: Option<bool>,
    /// What is to happen next.
    pub signal: Option<AgentRunActivitySignal>,
    /// What the signal needs: see [`CreateAgentRunActivity::signal_metadata`].
    pub signal_metadata: Option<Value>,
    /// The comment that shows it.
    pub comment: Option<WorkItemCommentId>,
    /// Who said or did it.
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

/// What is said or done in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgentRunActivityContent {
    /// The agent called a tool.
    Action {
        /// Name of the tool.
        action: String,
        /// What the tool is given.
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
        /// What went wrong.
        body: String,
    },
    /// A message from a user to the agent.
    Prompt {
        /// What was written.
        body: String,
    },
    /// A response from the agent.
    Response {
        /// The answer.
        body: String,
    },
    /// A thought of the agent.
    Thought {
        /// What it thinks.
        body: String,
    },
    /// What this version does not know, as it came.
    #[serde(untagged)]
    Other(Value),
}

open_enum! {
    /// What kind of activity something is.
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
    /// What is to happen after an activity.
    pub enum AgentRunActivitySignal {
        /// Somebody has to sign in elsewhere first.
        AuthRequest = "auth_request",
        /// The run goes on.
        Continue = "continue",
        /// Somebody has to choose.
        Select = "select",
        /// The agent has to stop. Plane sends it when somebody asks for that.
        Stop = "stop",
    }
}
