//! Files that are attached to [work items](crate::v2::work_items).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::attachments::ListWorkItemAttachments;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemAttachments>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemAttachments::new("my-workspace", "ENG", "ENG-142").items(&client);
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
        ids::{AssetId, ProjectId, UserId, WorkItemId},
        v2::{common::UploadForm, lists::CursorPage},
    },
};

/// Lists the attachments of a work item. Needs the scope `projects.work_items.attachments:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/?paginate=cursor" -> CursorPage<WorkItemAttachment>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemAttachments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Returns only attachments with this id in another system.
    pub external_id: Option<String>,
    /// Returns only attachments whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// `true` returns only uploaded attachments, `false` only the others.
    pub is_uploaded: Option<bool>,
    /// Sort order.
    pub order_by: Option<WorkItemAttachmentOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemAttachmentField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Registers a file to attach to a work item. Then upload the file with the form in the response: see
/// [`WorkItemAttachmentUpload`]. Needs the scope `projects.work_items.attachments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/" -> WorkItemAttachmentUpload, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: i64,
    /// Name of the system that `external_id` comes from.
    pub external_source: Patch<String>,
    /// Id of the attachment in another system.
    pub external_id: Patch<String>,
    /// Content type of the file, such as `image/png`.
    pub r#type: Option<String>,
}

/// Gets an attachment. Needs the scope `projects.work_items.attachments:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> WorkItemAttachment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub attachment_id: AssetId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemAttachmentField>,
}

/// Confirms that the file of an attachment was uploaded. Needs the scope `projects.work_items.attachments:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> WorkItemAttachment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub attachment_id: AssetId,
    /// `true` confirms that the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemAttachmentField>,
}

/// Deletes an attachment. Needs the scope `projects.work_items.attachments:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/attachments/<attachment_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemAttachment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub attachment_id: AssetId,
}

/// A file that is attached to a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachment {
    /// Id of the attachment.
    pub id: AssetId,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// Metadata of the file, as JSON.
    pub attributes: Option<Value>,
    /// Content type of the file, such as `image/png`.
    pub content_type: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the attachment.
    pub created_by_id: Option<UserId>,
    /// Id of the attachment in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// Name of the file.
    pub name: Option<String>,
    /// Size of the file, in bytes.
    pub size: Option<f64>,
    /// Work item that the attachment belongs to.
    pub work_item_id: Option<WorkItemId>,
}

/// A registered attachment, with the form for the upload.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemAttachmentUpload {
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// Form for the upload. Only the response to [`CreateWorkItemAttachment`] contains it.
    pub upload_data: Option<UploadForm>,
    /// The registered attachment.
    pub attachment: Option<WorkItemAttachment>,
}

open_enum! {
    /// Sort order of a list of attachments, ascending or descending.
    pub enum WorkItemAttachmentOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkItemAttachment`] that a response can include.
    pub enum WorkItemAttachmentField {
        All = "all",
        AssetUrl = "asset_url",
        Attributes = "attributes",
        ContentType = "content_type",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsUploaded = "is_uploaded",
        Name = "name",
        Size = "size",
        WorkItemId = "work_item_id",
    }
}
