//! Edges of an [automation](crate::v2::automations): which node follows which.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::automations::edges::ListAutomationEdges};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListAutomationEdges::new("my-workspace", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{
        ids::{
            AutomationEdgeId, AutomationId, AutomationNodeId, AutomationVersionId, ProjectId,
            UserId,
        },
        v2::lists::CursorPage,
    },
};

/// Lists the edges of a project automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/?paginate=cursor" -> CursorPage<AutomationEdge>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListAutomationEdges {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// Only those with this source.
    pub source_node_id: Option<AutomationNodeId>,
    /// Only those with this target.
    pub target_node_id: Option<AutomationNodeId>,
    /// What the list is sorted by.
    pub order_by: Option<AutomationEdgeOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an automation edge. Needs the scope `automations:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    /// The node that it starts from.
    pub source_node_id: AutomationNodeId,
    /// The node that it leads to.
    pub target_node_id: AutomationNodeId,
    /// Which of the edges of a node is followed first, in ascending order.
    pub execution_order: Option<i64>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Gets an automation edge. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/<edge_id>/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Updates an automation edge. Unset fields are left unchanged. Needs the scope `automations:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/<edge_id>/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
    /// Which of the edges of a node is followed first, in ascending order.
    pub execution_order: Option<i64>,
    /// The node that it starts from.
    pub source_node_id: Option<AutomationNodeId>,
    /// The node that it leads to.
    pub target_node_id: Option<AutomationNodeId>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Deletes an automation edge. Needs the scope `automations:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/<edge_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
}

/// An edge of an automation: one node follows another.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AutomationEdge {
    /// Id of the automation edge.
    pub id: AutomationEdgeId,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// Which of the edges of a node is followed first, in ascending order.
    #[serde(default, deserialize_with = "coerce")]
    pub execution_order: Option<i64>,
    /// The node that it starts from.
    pub source_node_id: Option<AutomationNodeId>,
    /// The node that it leads to.
    pub target_node_id: Option<AutomationNodeId>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// The version of the automation that it belongs to.
    pub version_id: Option<AutomationVersionId>,
}

open_enum! {
    /// What a list of automation edges is sorted by, in ascending or descending order.
    pub enum AutomationEdgeOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        ExecutionOrder = "execution_order",
        ExecutionOrderDesc = "-execution_order",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`AutomationEdge`].
    pub enum AutomationEdgeField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        ExecutionOrder = "execution_order",
        Id = "id",
        SourceNodeId = "source_node_id",
        TargetNodeId = "target_node_id",
        UpdatedAt = "updated_at",
        VersionId = "version_id",
    }
}
