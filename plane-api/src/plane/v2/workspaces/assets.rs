//! Files of a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::assets::ListWorkspaceAssets;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceAssets>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceAssets::new("my-workspace").items(&client);
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
        ids::{AssetId, UserId},
        v2::{common::UploadForm, lists::CursorPage},
    },
};

/// Lists the files of a workspace. Needs the scope `assets:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/assets/?paginate=cursor" -> CursorPage<WorkspaceAsset>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceAssets {
    pub workspace_slug: String,
    /// Sort order.
    pub order_by: Option<WorkspaceAssetOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceAssetField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Registers a file of a workspace. Then upload the file with the form in the response: see [`WorkspaceAssetUpload`].
/// Needs the scope `assets:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/assets/" -> WorkspaceAssetUpload, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAsset {
    pub workspace_slug: String,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: i64,
    /// Purpose of the file.
    pub entity_type: Option<String>,
    /// Content type of the file, such as `image/png`.
    pub r#type: Option<String>,
}

/// Gets a file of a workspace. Needs the scope `assets:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> WorkspaceAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceAssetField>,
}

/// Confirms that a file of a workspace was uploaded. Needs the scope `assets:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> WorkspaceAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
    /// `true` confirms that the file has been uploaded.
    pub is_uploaded: Patch<bool>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceAssetField>,
}

/// Deletes a file of a workspace. Needs the scope `assets:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
}

/// A file of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceAsset {
    /// Id of the file.
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
    /// User who registered the file.
    pub created_by_id: Option<UserId>,
    /// Purpose of the file.
    pub entity_type: Option<String>,
    /// Id of the file in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// Name of the file.
    pub name: Option<String>,
    /// Size of the file, in bytes.
    pub size: Option<f64>,
}

/// A registered file of a workspace, with the form for the upload.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceAssetUpload {
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// Form for the upload. Only the response to [`CreateWorkspaceAsset`] contains it.
    pub upload_data: Option<UploadForm>,
    /// The registered file.
    pub asset: Option<WorkspaceAsset>,
}

open_enum! {
    /// Sort order of a list of files, ascending or descending.
    pub enum WorkspaceAssetOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkspaceAsset`] that a response can include.
    pub enum WorkspaceAssetField {
        All = "all",
        AssetUrl = "asset_url",
        Attributes = "attributes",
        ContentType = "content_type",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        EntityType = "entity_type",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsUploaded = "is_uploaded",
        Name = "name",
        Size = "size",
    }
}
