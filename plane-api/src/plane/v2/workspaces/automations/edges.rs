//! Edges of a [workspace automation](crate::v2::workspaces::automations): each edge leads from one node to the next.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::automations::edges::ListWorkspaceAutomationEdges;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceAutomationEdges>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceAutomationEdges::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::{AutomationEdgeId, AutomationId, AutomationNodeId},
        v2::{
            automations::edges::{AutomationEdge, AutomationEdgeField, AutomationEdgeOrder},
            lists::CursorPage,
        },
    },
};

/// Lists the edges of a workspace automation. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/edges/?paginate=cursor" -> CursorPage<AutomationEdge>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAutomationEdges {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// Returns only edges that start at this node.
    pub source_node_id: Option<AutomationNodeId>,
    /// Returns only edges that lead to this node.
    pub target_node_id: Option<AutomationNodeId>,
    /// Sort order.
    pub order_by: Option<AutomationEdgeOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates an automation edge. Needs the scope `automations:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/automations/<automation_id>/edges/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAutomationEdge {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    /// [Node](crate::v2::automations::nodes) at which the edge starts.
    pub source_node_id: AutomationNodeId,
    /// [Node](crate::v2::automations::nodes) to which the edge leads.
    pub target_node_id: AutomationNodeId,
    /// Position among the edges of a node: the lowest value comes first.
    pub execution_order: Option<i64>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Gets an automation edge. Needs the scope `automations:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/automations/<automation_id>/edges/<edge_id>/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAutomationEdge {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Updates an automation edge. Unset fields are left unchanged. Needs the scope `automations:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/automations/<automation_id>/edges/<edge_id>/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAutomationEdge {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
    /// Position among the edges of a node: the lowest value comes first.
    pub execution_order: Option<i64>,
    /// [Node](crate::v2::automations::nodes) at which the edge starts.
    pub source_node_id: Option<AutomationNodeId>,
    /// [Node](crate::v2::automations::nodes) to which the edge leads.
    pub target_node_id: Option<AutomationNodeId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<AutomationEdgeField>,
}

/// Deletes an automation edge. Needs the scope `automations:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/automations/<automation_id>/edges/<edge_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAutomationEdge {
    pub workspace_slug: String,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
}
