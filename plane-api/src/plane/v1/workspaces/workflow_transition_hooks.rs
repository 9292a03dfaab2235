//! Workspace transition hooks: webhooks and scripts that Plane runs on a transition of a workspace workflow.
//!
//! Workflows are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). These requests come from Plane's SDKs; Plane's
//! documentation does not describe them.
//!
//! If the workspace does not manage states and workflows itself, the server responds with 400 and the code
//! `workspace_not_managed` ([`Error::code`](crate::Error::code)). In this case, use
//! [`workflows`](crate::v1::workflows).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{workflows::transition_hooks::{WorkflowHookHandler, WorkflowHookPhase}, workspaces::workflow_transition_hooks::CreateWorkspaceWorkflowTransitionHook},
//! };
//! use serde_json::json;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceWorkflowTransitionHook>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let hook = CreateWorkspaceWorkflowTransitionHook::new(
//!     "my-workspace",
//!     "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
//!     "e58f4631-a5eb-438f-92b2-bd79e15c8939",
//!     WorkflowHookPhase::Post,
//!     WorkflowHookHandler::SendWebhook,
//!     json!({"url": "https://acme.example/released"}),
//! )
//! .send(&client)
//! .await?;
//! if let Some(secret) = hook.secret_plaintext {
//!     store(secret.expose());
//! }
//! # fn store(_: &str) {}
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{WorkflowId, WorkflowTransitionHookId, WorkflowTransitionId},
        v1::workflows::transition_hooks::{
            HookConfig, WorkflowHookHandler, WorkflowHookPhase, WorkflowTransitionHook,
        },
    },
};

/// Lists the hooks of a transition.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> Vec<WorkflowTransitionHook>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitionHooks {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
}

/// Adds a hook to a transition.
///
/// The response contains the secret that signs the calls of [`WorkflowHookHandler::SendWebhook`]. Apart from this
/// response, only the response to [`RegenerateWorkspaceWorkflowTransitionHookSecret`] contains a secret.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
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
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Updates a hook. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
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
#[endpoint(DELETE, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkflowTransitionHook {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Lists the executions of a hook and their results, in an undocumented format.
#[endpoint(GET, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/executions/" -> Vec<Value>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkflowTransitionHookExecutions {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}

/// Replaces the secret that signs the calls of a hook. Only this response contains the new secret; the old one becomes
/// invalid.
#[endpoint(POST, "/workspaces/<workspace_slug>/workflows/<workflow_id>/state-transitions/<transition_id>/hooks/<hook_id>/regenerate-webhook-secret/" -> WorkflowTransitionHook)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateWorkspaceWorkflowTransitionHookSecret {
    pub workspace_slug: String,
    pub workflow_id: WorkflowId,
    pub transition_id: WorkflowTransitionId,
    pub hook_id: WorkflowTransitionHookId,
}
