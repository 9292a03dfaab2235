//! Assets: files of a workspace or a user, such as images.
//!
//! Files are uploaded to the server's storage, not through the API. [`CreateWorkspaceAsset`] and [`CreateUserAsset`]
//! return a permission for the upload; [`UpdateWorkspaceAsset`] and [`UpdateUserAsset`] confirm the upload.
//! [`Upload`](crate::upload::Upload) performs all steps in one call.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::assets::GetWorkspaceAsset;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkspaceAsset>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let asset = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let asset = GetWorkspaceAsset::new("my-workspace", asset).send(&client).await?;
//! println!("{:?}", asset.asset_url);
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    client::Client,
    endpoint::{download::Download, open_enum::open_enum},
    error::{Error, Result},
    plane::{
        ids::{AssetId, ProjectId, WikiPageId},
        v1::common::PresignedPost,
    },
    secret::PresignedUrl,
};

/// Asks for permission to upload an image for the authenticated user. Needs the scope `assets:write`.
///
/// If `size` is above the server's limit, the server accepts the request, but the storage then rejects a file that is
/// larger than the limit.
#[endpoint(POST, "/assets/user-assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserAsset {
    // Documented as required, like the size; the server accepts requests without it.
    /// Name of the file.
    pub name: Option<String>,
    /// Media type of the file.
    pub r#type: Option<UserAssetMimeType>,
    /// Size of the file, in bytes.
    pub size: Option<u64>,
    /// Purpose of the image.
    pub entity_type: UserAssetEntityType,
}

/// Confirms the upload of an image of the authenticated user. Needs the scope `assets:write`.
#[endpoint(PATCH, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserAsset {
    pub asset_id: AssetId,
    /// Metadata of the file, such as its `name`; unchanged if unset.
    pub attributes: Option<Value>,
}

/// Deletes the avatar or the cover image of the authenticated user. Needs the scope `assets:write`.
#[endpoint(DELETE, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserAsset {
    pub asset_id: AssetId,
}

/// Asks for permission to upload a file to a workspace. Needs the scope `assets:write`.
///
/// Community Edition 1.3.1 always responds with 500 after creating the asset. If an `external_id` is set, the next
/// attempt is then rejected with 409, and the id in that error belongs to a file that can never be uploaded.
///
/// If the server does not allow the media type, it responds with 400. If `size` is above the server's limit, the server
/// accepts the request, but the storage then rejects a file that is larger than the limit. If another file already has
/// the same `external_id` and `external_source`, the server responds with 409;
/// [`Error::existing_id`](crate::Error::existing_id) is the id of the other file.
#[endpoint(POST, "/workspaces/<workspace_slug>/assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAsset {
    pub workspace_slug: String,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: u64,
    /// Media type of the file, such as `image/png`. Plane documents this field as optional, but the Community Edition
    /// rejects requests without a type.
    pub r#type: Option<String>,
    /// Project that the asset belongs to.
    pub project_id: Option<ProjectId>,
    /// Purpose of the file: `PAGE_DESCRIPTION` for a file of a wiki page. `entity_identifier` is then required. Plane
    /// documents this field for a future release.
    pub entity_type: Option<String>,
    /// Id of the wiki page that the file belongs to. Plane documents this field for a future release.
    pub entity_identifier: Option<WikiPageId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the file in another system.
    pub external_id: Option<String>,
}

/// Gets the metadata and the download URL of a workspace file. Needs the scope `assets:read`.
///
/// The Community Edition responds with 500 even after a successful upload.
// The documentation and the source of the Community Edition name different fields; the model has all of them.
#[endpoint(GET, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> AssetDownload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
}

/// Confirms the upload of a workspace file. Needs the scope `assets:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
    /// `true` if the file has been uploaded.
    pub is_uploaded: Option<bool>,
}

/// A permission to upload a file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AssetUpload {
    /// URL and form fields for the upload.
    pub upload_data: PresignedPost,
    /// Id of the file.
    pub asset_id: AssetId,
    /// Path of the file on the server, for use in a browser.
    pub asset_url: String,
}

/// Metadata of a workspace file.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AssetDownload {
    /// Id of the file. Plane's documentation has this field; the Community Edition sends `asset_id` instead.
    pub id: Option<AssetId>,
    /// Id of the file. The Community Edition sends this field instead of `id`.
    pub asset_id: Option<AssetId>,
    /// Name of the file. Plane's documentation has this field; the Community Edition sends `asset_name` instead.
    pub name: Option<String>,
    /// Name of the file. The Community Edition sends this field instead of `name`.
    pub asset_name: Option<String>,
    /// Media type of the file. Plane's documentation has this field; the Community Edition sends `asset_type` instead.
    pub r#type: Option<String>,
    /// Media type of the file. The Community Edition sends this field instead of `type`.
    pub asset_type: Option<String>,
    /// Download URL of the file. If the URL is presigned, anyone who has it can read the file.
    pub asset_url: Option<PresignedUrl>,
    /// Other metadata of the file, such as its purpose.
    pub attributes: Option<Value>,
}

impl AssetDownload {
    /// Downloads the file, without the client's credentials.
    ///
    /// # Errors
    ///
    /// The errors of [`Redirect::download`](crate::Redirect::download), and an error if there is no URL.
    pub async fn download(&self, client: &Client) -> Result<Download> {
        match &self.asset_url {
            Some(url) => client.fetch(url.expose()).await,
            None => Err(Error::request("the response has no URL for the file")),
        }
    }
}

open_enum! {
    /// Purpose of a user's image.
    pub enum UserAssetEntityType {
        /// The user's avatar.
        Avatar = "USER_AVATAR",
        /// The cover image of the user's profile.
        Cover = "USER_COVER",
    }
}

open_enum! {
    /// Media type of a user's image.
    pub enum UserAssetMimeType {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// WebP.
        Webp = "image/webp",
        /// JPEG, under an unregistered name.
        Jpg = "image/jpg",
        /// GIF.
        Gif = "image/gif",
    }
}
