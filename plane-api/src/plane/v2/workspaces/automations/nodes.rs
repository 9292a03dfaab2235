//! Nodes of a [workspace automation](crate::v2::workspaces::automations): its triggers, conditions and actions.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::automations::nodes::ListWorkspaceAutomationNodes};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/?paginate=cursor" -> CursorPage<AutomationNode>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomationNodes {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Only those with this handler.
    pub handler_name: Option<String>,
    /// Only those that are turned on, or only the others.
    pub is_enabled: Option<bool>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this type.
    pub node_type: Option<AutomationNodeType>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<AutomationNodeOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an automation node. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// What handles it, 100 characters at most.
    pub handler_name: AutomationHandler,
    /// Name of the automation node, 255 characters at most.
    pub name: String,
    /// What it does.
    pub node_type: AutomationNodeType,
    /// Its settings, as JSON.
    pub config: Patch<Value>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Gets an automation node. Needs the scope `automations:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Updates an automation node. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Its settings, as JSON.
    pub config: Patch<Value>,
    /// What handles it, 100 characters at most.
    pub handler_name: Option<AutomationHandler>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// Name of the automation node, 255 characters at most.
    pub name: Option<String>,
    /// What it does.
    pub node_type: Option<AutomationNodeType>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Deletes an automation node. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAutomationNode {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}

/// Replaces the secret that a node signs its webhooks with. Needs the scope `automations:write`.
///
/// The response is the only one that has it. Only nodes with the handler `send_webhook` have a secret: 400 for others.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/nodes/<node_id>/regenerate-webhook-secret/" -> AutomationWebhookSecret, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegenerateWorkspaceAutomationWebhookSecret {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}
