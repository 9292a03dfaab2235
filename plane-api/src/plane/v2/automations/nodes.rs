//! Nodes of an [automation](crate::v2::automations): its triggers, conditions and actions.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::automations::nodes::ListAutomationNodes;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListAutomationNodes>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListAutomationNodes::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{AutomationId, AutomationNodeId, AutomationVersionId, ProjectId, UserId},
        v2::lists::CursorPage,
    },
    secret::Secret,
};

/// Lists the nodes of a project automation. Needs the scope `automations:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/?paginate=cursor" -> CursorPage<AutomationNode>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomationNodes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Updates an automation node. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}

/// Replaces the secret with which a node signs webhooks. Needs the scope `automations:write`.
///
/// No other response contains the secret. Only nodes with the handler [`AutomationHandler::SendWebhook`] have a secret;
/// for other nodes, the server responds with 400.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/regenerate-webhook-secret/" -> AutomationWebhookSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateAutomationWebhookSecret {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}

/// A node of an automation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AutomationNode {
    /// Id of the automation node.
    pub id: AutomationNodeId,
    /// Settings of the node, as JSON.
    pub config: Option<Value>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the node.
    pub created_by_id: Option<UserId>,
    /// Handler of the node.
    pub handler_name: Option<AutomationHandler>,
    /// `true` if the node is enabled.
    pub is_enabled: Option<bool>,
    /// Time at which the node was last triggered.
    #[serde(default, deserialize_with = "coerce")]
    pub last_triggered_at: Option<Timestamp>,
    /// Name of the automation node.
    pub name: Option<String>,
    /// Time at which the node is triggered next, if it is scheduled.
    #[serde(default, deserialize_with = "coerce")]
    pub next_scheduled_at: Option<Timestamp>,
    /// Type of the node.
    pub node_type: Option<AutomationNodeType>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Version of the automation that the node belongs to.
    pub version_id: Option<AutomationVersionId>,
}

/// The secret with which a node signs webhooks. `Debug` does not show the secret.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct AutomationWebhookSecret {
    /// The new secret.
    pub secret: Option<Secret>,
}

open_enum! {
    /// Sort order of a list of automation nodes, ascending or descending.
    pub enum AutomationNodeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`AutomationNode`] that a response can include.
    pub enum AutomationNodeField {
        All = "all",
        Config = "config",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        HandlerName = "handler_name",
        Id = "id",
        IsEnabled = "is_enabled",
        LastTriggeredAt = "last_triggered_at",
        Name = "name",
        NextScheduledAt = "next_scheduled_at",
        NodeType = "node_type",
        UpdatedAt = "updated_at",
        VersionId = "version_id",
    }
}

open_enum! {
    /// Type of an automation node.
    pub enum AutomationNodeType {
        Trigger = "trigger",
        Action = "action",
        Condition = "condition",
    }
}

open_enum! {
    /// Handler of an automation node: what triggers the automation, or what the node does. Plane publishes no list;
    /// these are the known values.
    pub enum AutomationHandler {
        RecordCreated = "record_created",
        AddComment = "add_comment",
        SendWebhook = "send_webhook",
        SendEmail = "send_email",
    }
}
