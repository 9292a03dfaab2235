//! ~ Assets.

use serde::Deserialize;
use serde_json::Value;

use crate::{
    Id,
    common::{AssetId, PresignedPost},
    endpoint, open_enum,
    projects::ProjectId,
};

/// Creates an user asset. Needs the scope `assets:write`.
#[endpoint(POST, "/assets/user-assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserAsset {
    /// Name of the asset.
    pub name: Option<String>,
    /// ~ Type.
    pub r#type: Option<UserAssetMimeType>,
    /// Size in bytes.
    pub size: Option<i64>,
    /// ~ Entity type.
    pub entity_type: UserAssetEntityType,
}

/// Updates an user asset. Needs the scope `assets:write`.
#[endpoint(PATCH, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserAsset {
    pub asset_id: AssetId,
    /// What is known of the file.
    pub attributes: Option<Value>,
}

/// Deletes an user asset. Needs the scope `assets:write`.
#[endpoint(DELETE, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserAsset {
    pub asset_id: AssetId,
}

/// Creates a workspace asset. Needs the scope `assets:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAsset {
    pub workspace_slug: String,
    /// Name of the asset.
    pub name: String,
    /// ~ Type.
    pub r#type: Option<String>,
    /// Size in bytes.
    pub size: i64,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Id of the asset in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
}

/// Gets a workspace asset. Needs the scope `assets:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> AssetDownload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
}

/// Updates a workspace asset. Needs the scope `assets:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
    /// Whether the file is there.
    pub is_uploaded: Option<bool>,
}

/// ~ asset upload.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AssetUpload {
    /// ~ Upload data.
    pub upload_data: PresignedPost,
    /// Id of the file.
    pub asset_id: AssetId,
    /// Where the file can be had.
    pub asset_url: String,
}

/// Id of a [`AssetDownload`].
pub type AssetDownloadId = Id<AssetDownload>;

/// ~ asset download.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AssetDownload {
    /// Id of the asset download.
    pub id: AssetDownloadId,
    /// Name of the asset download.
    pub name: Option<String>,
    /// ~ Type.
    pub r#type: Option<String>,
    /// Where the file can be had.
    pub asset_url: Option<String>,
    /// What is known of the file.
    pub attributes: Option<Value>,
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// ~ Asset name.
    pub asset_name: Option<String>,
    /// ~ Asset type.
    pub asset_type: Option<String>,
}

open_enum! {
    /// ~ user asset entity type.
    pub enum UserAssetEntityType {
        /// ~ UserAvatar.
        UserAvatar = "USER_AVATAR",
        /// ~ UserCover.
        UserCover = "USER_COVER",
    }
}

open_enum! {
    /// ~ user asset mime type.
    pub enum UserAssetMimeType {
        /// ~ ImageJpeg.
        ImageJpeg = "image/jpeg",
        /// ~ ImagePng.
        ImagePng = "image/png",
        /// ~ ImageWebp.
        ImageWebp = "image/webp",
        /// ~ ImageJpg.
        ImageJpg = "image/jpg",
        /// ~ ImageGif.
        ImageGif = "image/gif",
    }
}
