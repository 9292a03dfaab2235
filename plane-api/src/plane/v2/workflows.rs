//! Workflows: which changes of state a project allows.
//!
//! ```no_run
//! use plane_api::{Client, v2::workflows::ListWorkflows};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/?paginate=cursor" -> CursorPage<Workflow>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkflows {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkflowOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a workflow. Needs the scope `projects.workflows:write`.
///
/// The plan must have workflows (402), and the project must have them turned on.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Name of the workflow, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The types that it is for.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Gets a workflow. Needs the scope `projects.workflows:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Updates a workflow. Unset fields are left unchanged. Needs the scope `projects.workflows:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/workflows/<workflow_id>/" -> Workflow, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkflow {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub workflow_id: WorkflowId,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Name of the workflow, 255 characters at most.
    pub name: Patch<String>,
    /// The types that it is for.
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkflowField>,
}

/// Deletes a workflow. Needs the scope `projects.workflows:write`.
///
/// Known from a generated page and the SDKs only.
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
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// The types that it is for.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_ids: Option<Vec<WorkItemTypeId>>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of workflows is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Workflow`].
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
