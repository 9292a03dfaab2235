//! Bulk requests for work item comments, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::comments::bulk::{BulkCreateWorkItemComments, CreateWorkItemCommentRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateWorkItemComments>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
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
    /// One row for each work item comment, 1 to 50.
    pub items: Vec<CreateWorkItemCommentRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
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
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 work item comments. Unset fields are left unchanged. Needs
/// the scope `projects.work_items.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/bulk-update/" -> BulkResponse<WorkItemCommentId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// One row for each work item comment, 1 to 50.
    pub items: Vec<UpdateWorkItemCommentRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateWorkItemComments`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateWorkItemCommentRow {
    /// The comment, as HTML.
    pub comment_html: String,
    /// Visibility of the work item comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CommentAccess>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateWorkItemComments`]: the id of the work item comment, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateWorkItemCommentRow {
    /// Id of the work item comment.
    pub id: WorkItemCommentId,
    /// The comment, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_html: Option<String>,
    /// Visibility of the work item comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<CommentAccess>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
