//! Edges of an [automation](crate::v2::automations): each edge leads from one node to the next.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::automations::edges::ListAutomationEdges;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListAutomationEdges>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/<edge_id>/" -> AutomationEdge, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
    /// Fields to include in the response; all if unset. `id` is always included.
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
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/automations/<automation_id>/edges/<edge_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteAutomationEdge {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub automation_id: AutomationId,
    pub edge_id: AutomationEdgeId,
}

/// An edge of an automation, from one node to the next.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AutomationEdge {
    /// Id of the automation edge.
    pub id: AutomationEdgeId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the edge.
    pub created_by_id: Option<UserId>,
    /// Position among the edges of a node: the lowest value comes first.
    #[serde(default, deserialize_with = "coerce")]
    pub execution_order: Option<i64>,
    /// [Node](crate::v2::automations::nodes) at which the edge starts.
    pub source_node_id: Option<AutomationNodeId>,
    /// [Node](crate::v2::automations::nodes) to which the edge leads.
    pub target_node_id: Option<AutomationNodeId>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Version of the automation that the edge belongs to.
    pub version_id: Option<AutomationVersionId>,
}

open_enum! {
    /// Sort order of a list of automation edges, ascending or descending.
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
    /// Fields of [`AutomationEdge`] that a response can include.
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
