//! Files of the caller: avatars and cover images.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::users::assets::ListUserAssets;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListUserAssets>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
    /// Sort order.
    pub order_by: Option<UserAssetOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Registers a file of the caller. Then upload the file with the form in the response: see [`UserAssetUpload`]. Needs
/// the scope `assets:write`.
#[endpoint(POST, "/users/me/assets/" -> UserAssetUpload, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserAsset {
    /// Purpose of the file.
    pub entity_type: UserAssetEntityType,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: i64,
    /// Content type of the file, such as `image/png`.
    pub r#type: Option<String>,
}

/// Gets a file of the caller. Needs the scope `assets:read`.
#[endpoint(GET, "/users/me/assets/<asset_id>/" -> UserAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetUserAsset {
    pub asset_id: AssetId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
}

/// Confirms that a file of the caller was uploaded. Needs the scope `assets:write`.
#[endpoint(PATCH, "/users/me/assets/<asset_id>/" -> UserAsset, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserAsset {
    pub asset_id: AssetId,
    /// `true` confirms that the file has been uploaded.
    pub is_uploaded: Patch<bool>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<UserAssetField>,
}

/// Deletes a file of the caller. Needs the scope `assets:write`.
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
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
    /// Name of the file.
    pub name: Option<String>,
    /// Size of the file, in bytes.
    pub size: Option<f64>,
    /// User to whom the file belongs.
    pub user_id: Option<UserId>,
}

/// A registered file of the caller, with the form for the upload.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct UserAssetUpload {
    /// Id of the file.
    pub asset_id: Option<AssetId>,
    /// URL of the file.
    pub asset_url: Option<String>,
    /// Form for the upload. Only the response to [`CreateUserAsset`] contains it.
    pub upload_data: Option<UploadForm>,
    /// The registered file.
    pub asset: Option<UserAsset>,
}

open_enum! {
    /// Sort order of a list of files, ascending or descending.
    pub enum UserAssetOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`UserAsset`] that a response can include.
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
    /// Purpose of a file of the caller.
    pub enum UserAssetEntityType {
        UserAvatar = "USER_AVATAR",
        UserCover = "USER_COVER",
    }
}
