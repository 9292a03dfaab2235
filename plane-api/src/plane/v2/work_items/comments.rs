//! Comments on [work items](crate::v2::work_items).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::comments::ListWorkItemComments;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemComments>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemComments::new("my-workspace", "ENG", "ENG-142").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod bulk;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemCommentId, WorkItemId},
        v2::{
            lists::CursorPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the comments on a work item. Needs the scope `projects.work_items.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/?paginate=cursor" -> CursorPage<WorkItemComment>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// Returns only comments with this visibility.
    pub access: Option<CommentAccess>,
    /// Returns only comments with this id in another system.
    pub external_id: Option<String>,
    /// Returns only comments whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only comments that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemCommentOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item comment. Needs the scope `projects.work_items.comments:write`.
///
/// The caller is the author. Sending the request twice creates two comments.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/" -> WorkItemComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// The comment, as HTML.
    pub comment_html: String,
    /// Visibility of the work item comment.
    pub access: Option<CommentAccess>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
}

/// Gets a work item comment. Needs the scope `projects.work_items.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
}

/// Updates a work item comment. Unset fields are left unchanged. Needs the scope `projects.work_items.comments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// Visibility of the work item comment.
    pub access: Option<CommentAccess>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
}

/// Deletes a work item comment. Needs the scope `projects.work_items.comments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
}

/// Updates the work item comment with this `external_source` and `external_id`, or creates it if it does not exist.
/// Needs the scope `projects.work_items.comments:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/upsert/" -> Upserted<WorkItemComment>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Id of the work item, or its key, such as `PROJ-142`.
    pub work_item_id: WorkItemId,
    /// The comment, as HTML.
    pub comment_html: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the work item comment in another system, at most 255 characters.
    pub external_id: String,
    /// Visibility of the work item comment.
    pub access: Option<CommentAccess>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
}

/// A comment on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemComment {
    /// Id of the work item comment.
    pub id: WorkItemCommentId,
    /// Visibility of the work item comment.
    pub access: Option<CommentAccess>,
    /// User who wrote the comment.
    pub actor_id: Option<UserId>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// The comment, as plain text.
    pub comment_stripped: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the comment.
    pub created_by_id: Option<UserId>,
    /// Time at which the text of the comment was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// Id of the work item comment in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Work item that the comment belongs to.
    pub work_item_id: Option<WorkItemId>,
    /// User who wrote the comment, as JSON, if `expand` includes `actor`.
    pub actor: Option<Value>,
}

open_enum! {
    /// Sort order of a list of work item comments, ascending or descending.
    pub enum WorkItemCommentOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`WorkItemComment`].
    pub enum WorkItemCommentExpand {
        Actor = "actor",
    }
}

open_enum! {
    /// Fields of [`WorkItemComment`] that a response can include.
    pub enum WorkItemCommentField {
        All = "all",
        Access = "access",
        ActorId = "actor_id",
        CommentHtml = "comment_html",
        CommentStripped = "comment_stripped",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        EditedAt = "edited_at",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        WorkItemId = "work_item_id",
    }
}

open_enum! {
    /// Visibility of a comment.
    pub enum CommentAccess {
        /// Visible to the members of the project.
        Internal = "INTERNAL",
        /// Also visible to the public, if the project is published.
        External = "EXTERNAL",
    }
}
