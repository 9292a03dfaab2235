//! Transition hooks: webhooks and scripts that Plane runs when a work item changes its state.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workflows::transition_hooks::ListWorkflowTransitionHooks;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkflowTransitionHooks>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let hooks = ListWorkflowTransitionHooks::new(
//!     "my-workspace",
//!     "31ed6582-3ce3-46bf-b310-24142499fe21",
//!     "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
//!     "e58f4631-a5eb-438f-92b2-bd79e15c8939",
//! )
//! .send(&client)
//! .await?;
//! println!("{} hooks", hooks.len());
//! # Ok(())
//! # }
//! ```

use std::fmt;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, patch::Patch},
    plane::ids::{ProjectId, WorkflowId, WorkflowTransitionHookId, WorkflowTransitionId},
    secret::Secret,
};

/// Lists the hooks of a transition.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> Vec<WorkflowTransitionHook>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflowTransitionHooks {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Adds a hook to a transition.
///
/// The response contains the secret that signs the calls of [`WorkflowHookHandler::SendWebhook`]. No other response
/// contains the secret.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    /// When the hook runs: before or after the transition. This cannot be changed later.
    pub phase: WorkflowHookPhase,
    /// Action of the hook: it calls a URL or runs a script. This cannot be changed later.
    pub handler_name: WorkflowHookHandler,
    /// Handler configuration: an object with `url` for [`WorkflowHookHandler::SendWebhook`], or with `script_id`
    /// for [`WorkflowHookHandler::RunScript`].
    pub config: HookConfig,
    /// `true` if the hook is enabled.
    pub is_enabled: Option<bool>,
}

/// Gets a hook of a transition.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Updates a hook. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
    /// Handler configuration: an object with `url` for [`WorkflowHookHandler::SendWebhook`], or with `script_id`
    /// for [`WorkflowHookHandler::RunScript`].
    pub config: Patch<HookConfig>,
    /// `true` if the hook is enabled.
    pub is_enabled: Patch<bool>,
}

/// Deletes a hook.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflowTransitionHook {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// A webhook or script that runs on a transition.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct WorkflowTransitionHook {
    /// Id of the hook.
    pub id: WorkflowTransitionHookId,
    /// When the hook runs: before or after the transition.
    pub phase: Option<WorkflowHookPhase>,
    /// Action of the hook: it calls a URL or runs a script.
    pub handler_name: Option<WorkflowHookHandler>,
    /// Type of the rule, such as validation or action, as an undocumented string.
    pub rule_type: Option<String>,
    /// Position among the hooks of the same transition and phase: the hook with the lowest value runs first.
    #[serde(default, deserialize_with = "coerce")]
    pub execution_order: Option<i64>,
    /// `true` if the hook is enabled.
    pub is_enabled: Option<bool>,
    /// Handler configuration: see [`CreateWorkflowTransitionHook::config`]. The server masks secrets.
    pub config: Option<HookConfig>,
    /// Secret that signs the calls of the hook; only sent for a new hook or a new secret. Debug output redacts the
    /// secret.
    pub secret_plaintext: Option<Secret>,
}

/// Handler configuration. The configuration may contain secrets, so debug output redacts it.
///
/// A [`Value`] converts into a `HookConfig`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HookConfig(pub Value);

impl From<Value> for HookConfig {
    fn from(config: Value) -> Self {
        Self(config)
    }
}

/// Redacts the configuration.
impl fmt::Debug for HookConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HookConfig")
    }
}

open_enum! {
    /// When a hook runs.
    pub enum WorkflowHookPhase {
        /// Before the transition. If the hook fails, the work item keeps its state.
        Pre = "pre",
        /// After the transition, which stays in effect even if the hook fails.
        Post = "post",
    }
}

open_enum! {
    /// Action of a hook.
    pub enum WorkflowHookHandler {
        /// Calls a URL and signs the call.
        SendWebhook = "send_webhook",
        /// Runs a script stored in Plane.
        RunScript = "run_script",
    }
}
