//! Workflows: a workflow defines from which state to which state the work items of a project can be moved.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workflows::ListWorkflows;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkflows>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkflows::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod states;
pub mod transitions;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemTypeId, WorkflowId},
        v2::lists::CursorPage,
    },
};

/// Lists the workflows of a project. Needs the scope `projects.workflows:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/?paginate=cursor" -> CursorPage<Workflow>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only workflows that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkflowOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workflow. Needs the scope `projects.workflows:write`.
///
/// The plan of the workspace must include workflows; otherwise, the server responds with 402. Workflows must also be
/// enabled for the project: see [`features`](crate::v2::projects::features).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the workflow, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// `true` if the workflow is active.
    pub is_active: Option<bool>,
    /// Work item types that the workflow applies to.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Gets a workflow. Needs the scope `projects.workflows:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Updates a workflow. Unset fields are left unchanged. Needs the scope `projects.workflows:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// `true` if the workflow is active.
    pub is_active: Option<bool>,
    /// Name of the workflow, at most 255 characters.
    pub name: Patch<String>,
    /// Work item types that the workflow applies to.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Deletes a workflow. Needs the scope `projects.workflows:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
}

/// A workflow.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workflow {
    /// Id of the workflow.
    pub id: WorkflowId,
    /// Name of the workflow.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// `true` if the workflow is active.
    pub is_active: Option<bool>,
    /// `true` if the workflow applies to work items whose type has no workflow.
    pub is_default: Option<bool>,
    /// Work item types that the workflow applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the workflow.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of workflows, ascending or descending.
    pub enum WorkflowOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Fields of [`Workflow`] that a response can include.
    pub enum WorkflowField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Description = "description",
        Id = "id",
        IsActive = "is_active",
        IsDefault = "is_default",
        Name = "name",
        WorkItemTypeIds = "work_item_type_ids",
    }
}
