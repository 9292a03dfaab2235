//! ~ Comments.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, endpoint, releases::ReleaseId, users::UserId,
};

/// Lists release comments.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/" -> Page<ReleaseComment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListReleaseComments {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a release comment.
#[endpoint(POST, "/workspaces/<workspace_slug>/releases/<release_id>/comments/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    /// The comment, as HTML.
    pub comment_html: String,
    /// The release comment that it stands below.
    pub parent: Option<ReleaseCommentId>,
}

/// Gets a release comment.
#[endpoint(GET, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
}

/// Updates a release comment.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ReleaseComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// Whether it is settled.
    pub is_resolved: Patch<bool>,
}

/// Deletes a release comment.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/releases/<release_id>/comments/<comment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteReleaseComment {
    pub workspace_slug: String,
    pub release_id: ReleaseId,
    pub comment_id: ReleaseCommentId,
}

/// Id of a [`ReleaseComment`].
pub type ReleaseCommentId = Id<ReleaseComment>;

/// ~ release comment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ReleaseComment {
    /// Id of the release comment.
    pub id: ReleaseCommentId,
    /// The comment.
    pub comment: Option<Value>,
    /// ~ Is hidden.
    pub is_hidden: Option<bool>,
    /// Whether it is settled.
    pub is_resolved: Option<bool>,
    /// The release comment that it stands below.
    pub parent: Option<ReleaseCommentId>,
    /// When it was edited.
    pub edited_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The release that it belongs to.
    pub release: Option<ReleaseId>,
}
