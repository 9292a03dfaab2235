//! Comments on [releases](crate::v2::releases).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::releases::comments::ListReleaseComments};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only resolved ones, or only the others.
    pub is_resolved: Option<bool>,
    /// Only those with this parent.
    pub parent_id: Option<ReleaseCommentId>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ReleaseCommentOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ReleaseCommentField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
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
    /// Whether it is resolved.
    pub is_resolved: Option<bool>,
    /// What it stands below.
    pub parent_id: Patch<ReleaseCommentId>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Whether it is resolved.
    pub is_resolved: Option<bool>,
    /// What it stands below.
    pub parent_id: Patch<ReleaseCommentId>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// The release.
    pub release_id: Option<ReleaseId>,
    /// Id of the comment's text.
    pub comment_id: Option<String>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// Whether it is resolved.
    pub is_resolved: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: Option<bool>,
    /// What it stands below.
    pub parent_id: Option<ReleaseCommentId>,
    /// When the text was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of release comments is sorted by, in ascending or descending order.
    pub enum ReleaseCommentOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`ReleaseComment`].
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
