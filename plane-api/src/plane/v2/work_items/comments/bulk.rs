//! Several work item comments in one request, up to 50: see [`bulk`](crate::v2::bulk) for longer lists.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::comments::bulk::{BulkCreateWorkItemComments, CreateWorkItemCommentRow}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let row = CreateWorkItemCommentRow { comment_html: "<p>Done.</p>".into(), ..Default::default() };
//! let response = BulkCreateWorkItemComments::new("acme", "ENG", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{ProjectId, WorkItemCommentId, WorkItemId},
        v2::{bulk::BulkResponse, work_items::comments::CommentAccess},
    },
};

/// Creates up to 50 work item comments. Needs the scope `projects.work_items.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/bulk-create/" -> BulkResponse<WorkItemCommentId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// The rows, 1 to 50.
    pub items: Vec<CreateWorkItemCommentRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 work item comments. Needs the scope `projects.work_items.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/bulk-delete/" -> BulkResponse<WorkItemCommentId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Ids of the work item comments, 1 to 50.
    pub ids: Vec<WorkItemCommentId>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 work item comments. Unset fields are left unchanged. Needs the scope
/// `projects.work_items.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/bulk-update/" -> BulkResponse<WorkItemCommentId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// The rows, 1 to 50.
    pub items: Vec<UpdateWorkItemCommentRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateWorkItemComments`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateWorkItemCommentRow {
    /// The comment, as HTML.
    pub comment_html: String,
    /// Who sees the work item comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateWorkItemComments`]: the work item comment to update, and what to change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateWorkItemCommentRow {
    /// Id of the work item comment.
    pub id: WorkItemCommentId,
    /// The comment, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_html: Option<String>,
    /// Who sees the work item comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
