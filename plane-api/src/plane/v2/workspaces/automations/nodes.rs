//! Nodes of a [workspace automation](crate::v2::workspaces::automations): its triggers, conditions and actions.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::automations::nodes::ListWorkspaceAutomationNodes;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceAutomationNodes>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceAutomationNodes::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde_json::Value;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::{AutomationId, AutomationNodeId},
        v2::{
            automations::nodes::{
                AutomationHandler, AutomationNode, AutomationNodeField, AutomationNodeOrder,
                AutomationNodeType, AutomationWebhookSecret,
            },
            lists::CursorPage,
        },
    },
};

/// Lists the nodes of a workspace automation. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/?paginate=cursor" -> CursorPage<AutomationNode>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomationNodes {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Returns only nodes with this handler: see [`AutomationHandler`].
    pub handler_name: Option<String>,
    /// `true` returns only enabled nodes, `false` only disabled ones.
    pub is_enabled: Option<bool>,
    /// Returns only nodes with this name.
    pub name: Option<String>,
    /// Returns only nodes of this type.
    pub node_type: Option<AutomationNodeType>,
    /// Returns only nodes that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<AutomationNodeOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an automation node. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Handler of the node, at most 100 characters: see [`AutomationHandler`].
    pub handler_name: AutomationHandler,
    /// Name of the automation node, at most 255 characters.
    pub name: String,
    /// Type of the node.
    pub node_type: AutomationNodeType,
    /// Settings of the node, as JSON.
    pub config: Patch<Value>,
    /// `true` if the node is enabled.
    pub is_enabled: Option<bool>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Gets an automation node. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Updates an automation node. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Settings of the node, as JSON.
    pub config: Patch<Value>,
    /// Handler of the node, at most 100 characters: see [`AutomationHandler`].
    pub handler_name: Option<AutomationHandler>,
    /// `true` if the node is enabled.
    pub is_enabled: Option<bool>,
    /// Name of the automation node, at most 255 characters.
    pub name: Option<String>,
    /// Type of the node.
    pub node_type: Option<AutomationNodeType>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Deletes an automation node. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}

/// Replaces the secret with which a node signs webhooks. Needs the scope `automations:write`.
///
/// No other response contains the secret. Only nodes with the handler [`AutomationHandler::SendWebhook`] have a secret;
/// for other nodes, the server responds with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/regenerate-webhook-secret/" -> AutomationWebhookSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateWorkspaceAutomationWebhookSecret {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}
