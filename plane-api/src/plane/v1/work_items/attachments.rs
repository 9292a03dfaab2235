//! Attachments: files of a work item.
//!
//! Files are uploaded to the server's storage, not through the API. [`CreateWorkItemAttachment`] returns a permission
//! for the upload, and [`UpdateWorkItemAttachment`] confirms the upload. [`Upload`](crate::upload::Upload) performs all
//! steps in one call; [`Redirect::download`] downloads a file.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::attachments::ListWorkItemAttachments;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemAttachments>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "attributes": {}, "size": 1.0}]));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! for attachment in ListWorkItemAttachments::new("my-workspace", project, work_item).send(&client).await? {
//!     println!("{:?}: {} bytes", attachment.attributes.name, attachment.size);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, redirect::Redirect},
    plane::{
        ids::{AssetId, ProjectId, UserId, WikiPageId, WorkItemCommentId, WorkItemId, WorkspaceId},
        v1::common::PresignedPost,
    },
};

/// Lists the attachments of a work item. Attachments whose file has not been uploaded are omitted. Needs
/// the scope `projects.work_items.attachments:read`.
// The documentation shows one object; the server and both SDKs use a list.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/" -> Vec<WorkItemAttachment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemAttachments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
}

/// Asks for permission to attach a file to a work item. Needs the scope `projects.work_items.attachments:write`.
///
/// If the server does not allow the media type, it responds with 400. If `size` is above the server's limit, the server
/// accepts the request, but the storage then rejects a file that is larger than the limit. If another attachment
/// already has the same `external_id` and `external_source`, the server responds with 409;
/// [`Error::existing_id`](crate::Error::existing_id) is the id of the other attachment.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/" -> WorkItemAttachmentUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes. A size of 0 is rejected with 400 `Invalid request.`.
    pub size: u64,
    /// Media type of the file, such as `text/plain`. Plane documents this field as optional, but the Community Edition
    /// rejects requests without a type.
    pub r#type: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the attachment in another system.
    pub external_id: Option<String>,
}

/// Gets the download URL of an attachment. The URL is valid for one hour. Needs
/// the scope `projects.work_items.attachments:read`.
///
/// Anyone who has the URL can read the file. The request is rejected with 400 until the file has been uploaded.
// Plane's Node SDK and parts of its Python SDK expect the attachment itself; the server redirects.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> Redirect)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
}

/// Confirms the upload of an attachment. Plane then shows the attachment. Needs
/// the scope `projects.work_items.attachments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
}

/// Deletes an attachment. Needs the scope `projects.work_items.attachments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub attachment_id: WorkItemAttachmentId,
}

/// Id of a [`WorkItemAttachment`], which is also the id of its file.
pub type WorkItemAttachmentId = AssetId;

/// A file of a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachment {
    /// Id of the attachment.
    pub id: WorkItemAttachmentId,
    /// Creation time.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Attributes of the file, as declared by [`CreateWorkItemAttachment`].
    pub attributes: FileAttributes,
    /// Size of the file, in bytes. The server sends a floating-point number.
    pub size: f64,
    /// Name of the file. Plane documents this field, but the server sends the name in `attributes`.
    pub name: Option<String>,
    /// Key of the file in the storage.
    pub asset: Option<String>,
    /// URL of the file. Only Plane's documentation mentions this field.
    pub asset_url: Option<String>,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// Metadata of the file in the storage, available after the upload.
    pub storage_metadata: Option<Value>,
    /// Purpose of the file: `ISSUE_ATTACHMENT`.
    pub entity_type: Option<String>,
    /// Id of the object that the file belongs to, if the object is not a work item.
    pub entity_identifier: Option<String>,
    /// `true` if the attachment is deleted.
    pub is_deleted: Option<bool>,
    /// `true` if the attachment is archived.
    pub is_archived: Option<bool>,
    /// Work item that the attachment belongs to.
    pub issue: Option<WorkItemId>,
    /// Draft work item that the attachment belongs to.
    pub draft_issue: Option<String>,
    /// Comment that the attachment belongs to.
    pub comment: Option<WorkItemCommentId>,
    /// Page that the attachment belongs to.
    pub page: Option<WikiPageId>,
    /// User that the attachment belongs to.
    pub user: Option<UserId>,
    /// Project that the attachment belongs to.
    pub project: Option<ProjectId>,
    /// Workspace that the attachment belongs to.
    pub workspace: Option<WorkspaceId>,
    /// User who created the attachment.
    pub created_by: Option<UserId>,
    /// User who last changed the attachment.
    pub updated_by: Option<UserId>,
    /// User who deleted the attachment. Only Plane's documentation mentions this field.
    pub deleted_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the attachment in another system.
    pub external_id: Option<String>,
}

/// Attributes of a file, as declared by [`CreateWorkItemAttachment`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct FileAttributes {
    /// Name of the file.
    pub name: Option<String>,
    /// Media type of the file.
    pub r#type: Option<String>,
    /// Size of the file, in bytes, at most the limit of the server.
    pub size: Option<f64>,
}

/// A permission to upload the file of an attachment.
// The documentation shows a response without any of these fields.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachmentUpload {
    /// URL and form fields for the upload.
    pub upload_data: Option<PresignedPost>,
    /// Id of the file, which is also the id of the attachment.
    pub asset_id: Option<AssetId>,
    /// The attachment, whose file has not been uploaded yet.
    pub attachment: Option<WorkItemAttachment>,
    /// Path of the file on the server, for use in a browser.
    pub asset_url: Option<String>,
}
