//! Comments on [releases](crate::v2::releases).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::releases::comments::ListReleaseComments;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListReleaseComments>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListReleaseComments::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ReleaseCommentId, ReleaseId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the comments on a release. Needs the scope `releases.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/?paginate=cursor" -> CursorPage<ReleaseComment>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseComments {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// `true` returns only resolved comments, `false` only unresolved ones.
    pub is_resolved: Option<bool>,
    /// Returns only comments that reply to this comment.
    pub parent_id: Option<ReleaseCommentId>,
    /// Returns only comments that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ReleaseCommentOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseCommentField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a release comment. Needs the scope `releases.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/comments/" -> ReleaseComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The comment, as HTML.
    pub comment_html: String,
    /// `true` if the comment is resolved.
    pub is_resolved: Option<bool>,
    /// Comment to which this comment replies.
    pub parent_id: Patch<ReleaseCommentId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseCommentField>,
}

/// Gets a release comment. Needs the scope `releases.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseCommentField>,
}

/// Updates a release comment. Unset fields are left unchanged. Needs the scope `releases.comments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// `true` if the comment is resolved.
    pub is_resolved: Option<bool>,
    /// Comment to which this comment replies.
    pub parent_id: Patch<ReleaseCommentId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ReleaseCommentField>,
}

/// Deletes a release comment. Needs the scope `releases.comments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> (), root = "/api/v2")]
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
    /// Id of the release comment.
    pub id: ReleaseCommentId,
    /// Release that the comment belongs to.
    pub release_id: Option<ReleaseId>,
    /// Id under which Plane stores the text of the comment.
    pub comment_id: Option<String>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// `true` if the comment is resolved.
    pub is_resolved: Option<bool>,
    /// `true` if the comment is hidden.
    pub is_hidden: Option<bool>,
    /// Comment to which this comment replies.
    pub parent_id: Option<ReleaseCommentId>,
    /// Time at which the text of the comment was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the comment.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of release comments, ascending or descending.
    pub enum ReleaseCommentOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`ReleaseComment`] that a response can include.
    pub enum ReleaseCommentField {
        All = "all",
        CommentHtml = "comment_html",
        CommentId = "comment_id",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        EditedAt = "edited_at",
        Id = "id",
        IsHidden = "is_hidden",
        IsResolved = "is_resolved",
        ParentId = "parent_id",
        ReleaseId = "release_id",
    }
}
