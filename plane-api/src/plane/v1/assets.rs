//! Assets: files that belong to a workspace or a user, such as pictures.
//!
//! The file itself goes to the server's storage, not through its API: [`CreateWorkspaceAsset`] and [`CreateUserAsset`]
//! answer a permission to send it there, and [`UpdateWorkspaceAsset`] and [`UpdateUserAsset`] say that it has arrived.
//! [`Upload`](crate::upload::Upload) is all of it in one call.
//!
//! ```no_run
//! use plane_api::{Client, v1::assets::GetWorkspaceAsset};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
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

/// Asks for a permission to upload a picture of the key's user. Needs the scope `assets:write`.
///
/// A size above the server's limit is not refused: the permission is then for a file of the limit's size, and the
/// storage refuses one that is larger.
#[endpoint(POST, "/assets/user-assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateUserAsset {
    // Documented as required, as is the size; the server does without.
    /// Name of the file.
    pub name: Option<String>,
    /// Media type of the file.
    pub r#type: Option<UserAssetMimeType>,
    /// Size of the file, in bytes.
    pub size: Option<u64>,
    /// What the picture is for.
    pub entity_type: UserAssetEntityType,
}

/// Says that a picture of the key's user has arrived. Needs the scope `assets:write`.
#[endpoint(PATCH, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateUserAsset {
    pub asset_id: AssetId,
    /// What is known of the file, such as its `name`; as it was said at first if unset.
    pub attributes: Option<Value>,
}

/// Deletes a picture of the key's user, who then has none. Needs the scope `assets:write`.
#[endpoint(DELETE, "/assets/user-assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteUserAsset {
    pub asset_id: AssetId,
}

/// Asks for a permission to upload a file to a workspace. Needs the scope `assets:write`.
///
/// A Community Edition 1.3.1 always responds with 500, after it has created the asset. With an `external_id`, the next try
/// is then rejected with 409, whose id is that of a file which can never be uploaded.
///
/// A type that the server does not allow is rejected with 400. A size above its limit is not: the permission is then for
/// a file of the limit's size, and the storage refuses one that is larger. One with the `external_id` and
/// `external_source` of another is rejected with 409: [`Error::existing_id`](crate::Error::existing_id) is that other
/// one.
#[endpoint(POST, "/workspaces/<workspace_slug>/assets/" -> AssetUpload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceAsset {
    pub workspace_slug: String,
    /// Name of the file.
    pub name: String,
    /// Size of the file, in bytes.
    pub size: u64,
    /// Media type of the file, such as `image/png`. Documented as optional; the Community Edition refuses a file
    /// without.
    pub r#type: Option<String>,
    /// Project it belongs to.
    pub project_id: Option<ProjectId>,
    /// What the file is for: `PAGE_DESCRIPTION` for a page of the wiki, which then has to be named by `entity_identifier`.
    /// Documented for a release to come.
    pub entity_type: Option<String>,
    /// Id of the page that the file is for. Documented for a release to come.
    pub entity_identifier: Option<WikiPageId>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the file in another system.
    pub external_id: Option<String>,
}

/// Gets what is known of a file of a workspace, and the address that it can be had from. Needs the scope
/// `assets:read`.
///
/// The Community Edition answers 500, even if the file has arrived.
// The documentation and the source of the Community Edition have different fields, so all of them are here.
#[endpoint(GET, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> AssetDownload)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
}

/// Says that a file of a workspace has arrived. Needs the scope `assets:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/assets/<asset_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceAsset {
    pub workspace_slug: String,
    pub asset_id: AssetId,
    /// Whether the file has been uploaded.
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
    /// Path of the file on the server, for use in browsers.
    pub asset_url: String,
}

/// What is known of a file of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AssetDownload {
    /// Id of the file, in the documentation.
    pub id: Option<AssetId>,
    /// Id of the file, in the Community Edition.
    pub asset_id: Option<AssetId>,
    /// Name of the file, in the documentation.
    pub name: Option<String>,
    /// Name of the file, in the Community Edition.
    pub asset_name: Option<String>,
    /// Media type of the file, in the documentation.
    pub r#type: Option<String>,
    /// Media type of the file, in the Community Edition.
    pub asset_type: Option<String>,
    /// Address that the file can be had from. It may be presigned: whoever has it can then read the file.
    pub asset_url: Option<PresignedUrl>,
    /// What else is known of the file, such as what it is for.
    pub attributes: Option<Value>,
}

impl AssetDownload {
    /// Fetches the file, without the client's credentials.
    ///
    /// # Errors
    ///
    /// As [`Redirect::download`](crate::Redirect::download), and when there is no address.
    pub async fn download(&self, client: &Client) -> Result<Download> {
        match &self.asset_url {
            Some(url) => client.fetch(url.expose()).await,
            None => Err(Error::request("the server names no address for the file")),
        }
    }
}

open_enum! {
    /// What a picture of a user is for.
    pub enum UserAssetEntityType {
        /// To stand for the user.
        Avatar = "USER_AVATAR",
        /// To stand above the user's profile.
        Cover = "USER_COVER",
    }
}

open_enum! {
    /// Media type of a user's picture.
    pub enum UserAssetMimeType {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// WebP.
        Webp = "image/webp",
        /// JPEG, under a name that is not registered.
        Jpg = "image/jpg",
        /// GIF.
        Gif = "image/gif",
    }
}
