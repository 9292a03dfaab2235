//! Files of the caller: pictures and covers.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::users::assets::ListUserAssets};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListUserAssets::new().items(&client);
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

/// Lists the files of the caller. Needs the scope `assets:read`.
#[endpoint(GET, "/users/me/assets/?paginate=cursor" -> CursorPage<UserAsset>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListUserAssets {
    /// What the list is sorted by.
    pub order_by: Option<UserAssetOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Announces a file of the caller. The response has the form to upload it with. Needs the scope `assets:write`.
#[endpoint(POST, "/users/me/assets/" -> UserAssetUpload, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserAsset {
    /// What the file is for.
    pub entity_type: UserAssetEntityType,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: i64,
    /// Content type of the file, such as `image/png`.
    pub r#type: Option<String>,
}

/// Gets an user asset. Needs the scope `assets:read`.
#[endpoint(GET, "/users/me/assets/<asset_id>/" -> UserAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUserAsset {
    pub asset_id: AssetId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
}

/// Confirms that a file of the caller was uploaded. Needs the scope `assets:write`.
#[endpoint(PATCH, "/users/me/assets/<asset_id>/" -> UserAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserAsset {
    pub asset_id: AssetId,
    /// Whether the file was uploaded.
    pub is_uploaded: Patch<bool>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
}

/// Deletes an user asset. Needs the scope `assets:write`.
#[endpoint(DELETE, "/users/me/assets/<asset_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserAsset {
    pub asset_id: AssetId,
}

/// A file of the caller.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UserAsset {
    /// Id of the user asset.
    pub id: AssetId,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// More about the file, as JSON.
    pub attributes: Option<Value>,
    /// Content type.
    pub content_type: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// What the file is for.
    pub entity_type: Option<String>,
    /// Whether the file was uploaded.
    pub is_uploaded: Option<bool>,
    /// Name of the file.
    pub name: Option<String>,
    /// Size of the file, in bytes.
    pub size: Option<f64>,
    /// The user whom it belongs to.
    pub user_id: Option<UserId>,
}

/// A file of the caller that can be uploaded.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UserAssetUpload {
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// The form to upload the file with. No other response has it.
    pub upload_data: Option<UploadForm>,
    /// The file.
    pub asset: Option<UserAsset>,
}

open_enum! {
    /// What a list of user assets is sorted by, in ascending or descending order.
    pub enum UserAssetOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`UserAsset`].
    pub enum UserAssetField {
        All = "all",
        AssetUrl = "asset_url",
        Attributes = "attributes",
        ContentType = "content_type",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        EntityType = "entity_type",
        Id = "id",
        IsUploaded = "is_uploaded",
        Name = "name",
        Size = "size",
        UserId = "user_id",
    }
}

open_enum! {
    /// What a file of the caller is for.
    pub enum UserAssetEntityType {
        UserAvatar = "USER_AVATAR",
        UserCover = "USER_COVER",
    }
}
