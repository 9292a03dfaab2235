//! ~ Attachments.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id, Redirect,
    common::{AssetId, PresignedPost, WorkspaceId},
    endpoint,
    pages::WikiPageId,
    projects::ProjectId,
    users::UserId,
    work_items::WorkItemId,
    work_items::comments::WorkItemCommentId,
};

/// Lists work item attachments. Needs the scope `projects.work_items.attachments:read`.
// NOTE: docs sample shows one object
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/" -> Vec<WorkItemAttachment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemAttachments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Creates a work item attachment. Needs the scope `projects.work_items.attachments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/" -> WorkItemAttachmentUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Name of the work item attachment.
    pub name: String,
    /// ~ Type.
    pub r#type: Option<String>,
    /// Size in bytes.
    pub size: i64,
    /// Id of the work item attachment in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Gets a work item attachment. Needs the scope `projects.work_items.attachments:read`.
// NOTE: 302 Location is a presigned URL; python SDK also offers retrieve()->Attachment
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> Redirect)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
}

/// Updates a work item attachment. Needs the scope `projects.work_items.attachments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
    /// Whether the file is there.
    pub is_uploaded: Option<bool>,
}

/// Deletes a work item attachment. Needs the scope `projects.work_items.attachments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
}

/// Id of a [`WorkItemAttachment`].
pub type WorkItemAttachmentId = Id<WorkItemAttachment>;

/// ~ work item attachment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachment {
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the work item attachment.
    pub id: WorkItemAttachmentId,
    /// What is known of the file.
    pub attributes: Value,
    /// ~ Asset.
    pub asset: Option<String>,
    /// ~ User.
    pub user: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// ~ Draft issue.
    pub draft_issue: Option<String>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The work item that it belongs to.
    pub issue: Option<WorkItemId>,
    /// The comment.
    pub comment: Option<WorkItemCommentId>,
    /// The page.
    pub page: Option<WikiPageId>,
    /// ~ Entity type.
    pub entity_type: Option<String>,
    /// ~ Entity identifier.
    pub entity_identifier: Option<String>,
    /// ~ Is deleted.
    pub is_deleted: Option<bool>,
    /// ~ Is archived.
    pub is_archived: Option<bool>,
    /// Id of the work item attachment in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Size in bytes.
    pub size: f64,
    /// Whether the file is there.
    pub is_uploaded: Option<bool>,
    /// ~ Storage metadata.
    pub storage_metadata: Option<Value>,
    /// ~ Deleted by.
    pub deleted_by: Option<String>,
    /// Name of the work item attachment.
    pub name: Option<String>,
    /// Where the file can be had.
    pub asset_url: Option<String>,
}

/// ~ work item attachment upload.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachmentUpload {
    /// ~ Upload data.
    pub upload_data: Option<PresignedPost>,
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// ~ Attachment.
    pub attachment: Option<WorkItemAttachment>,
    /// Where the file can be had.
    pub asset_url: Option<String>,
}
