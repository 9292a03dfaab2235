//! Comments on [releases](crate::v1::releases).
//!
//! Like releases, comments are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)). Only Plane's Python SDK defines these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::releases::comments::{CreateReleaseComment, UpdateReleaseComment};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateReleaseComment>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<UpdateReleaseComment>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let release = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! let comment = CreateReleaseComment::new("my-workspace", release, "<p>Is this ready?</p>")
//!     .send(&client)
//!     .await?;
//! UpdateReleaseComment::new("my-workspace", release, comment.id)
//!     .is_resolved(true)
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::ids::{ReleaseCommentId, ReleaseId, UserId, WorkspaceId},
};

/// Lists the comments on a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/" -> Page<ReleaseComment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseComments {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Adds a comment to a release.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/comments/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The comment, as HTML.
    pub comment_html: String,
    /// Comment that this comment replies to.
    pub parent: Option<ReleaseCommentId>,
}

/// Gets a comment on a release.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
}

/// Updates a comment on a release. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// `true` if the discussion is resolved.
    pub is_resolved: Patch<bool>,
}

/// Deletes a comment on a release.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
}

/// A comment on a release.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseComment {
    /// Id of the comment.
    pub id: ReleaseCommentId,
    /// The comment, in an undocumented format.
    pub comment: Option<Value>,
    /// `true` if the comment is hidden.
    pub is_hidden: Option<bool>,
    /// `true` if the discussion is resolved.
    pub is_resolved: Option<bool>,
    /// Comment that this comment replies to.
    pub parent: Option<ReleaseCommentId>,
    /// Time at which the text was last edited.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// User who created the comment.
    pub created_by: Option<UserId>,
    /// User who last changed the comment.
    pub updated_by: Option<UserId>,
    /// Workspace that the comment belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Release that the comment belongs to.
    pub release: Option<ReleaseId>,
}
