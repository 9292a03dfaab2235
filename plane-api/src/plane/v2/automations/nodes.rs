//! Nodes of an [automation](crate::v2::automations): its triggers, conditions and actions.
//!
//! ```no_run
//! use plane_api::{Client, v2::automations::nodes::ListAutomationNodes};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/?paginate=cursor" -> CursorPage<AutomationNode>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomationNodes {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationNodeField>,
}

/// Updates an automation node. Unset fields are left unchanged. Needs the scope `automations:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> AutomationNode, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/nodes/<node_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomationNode {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub node_id: AutomationNodeId,
}

/// Replaces the secret that a node signs its webhooks with. Needs the scope `automations:write`.
///
/// The response is the only one that has it. Only nodes with the handler `send_webhook` have a secret: 400 for others.
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
    /// Its settings, as JSON.
    pub config: Option<Value>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// What handles it.
    pub handler_name: Option<AutomationHandler>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// When it was triggered last.
    #[serde(default, deserialize_with = "coerce")]
    pub last_triggered_at: Option<Timestamp>,
    /// Name of the automation node.
    pub name: Option<String>,
    /// When it is triggered next.
    #[serde(default, deserialize_with = "coerce")]
    pub next_scheduled_at: Option<Timestamp>,
    /// What it does.
    pub node_type: Option<AutomationNodeType>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// The version of the automation that it belongs to.
    pub version_id: Option<AutomationVersionId>,
}

/// The secret that a node signs its webhooks with. `Debug` does not show it.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct AutomationWebhookSecret {
    /// The secret.
    pub secret: Option<Secret>,
}

open_enum! {
    /// What a list of automation nodes is sorted by, in ascending or descending order.
    pub enum AutomationNodeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`AutomationNode`].
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
    /// What a node of an automation does.
    pub enum AutomationNodeType {
        Trigger = "trigger",
        Action = "action",
        Condition = "condition",
    }
}

open_enum! {
    /// What a node of an automation is handled by. Any text is allowed; these are known.
    pub enum AutomationHandler {
        RecordCreated = "record_created",
        AddComment = "add_comment",
        SendWebhook = "send_webhook",
        SendEmail = "send_email",
    }
}
