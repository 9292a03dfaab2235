//! Comments on [work items](crate::v2::work_items).
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::comments::ListWorkItemComments};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkItemComments::new("my-workspace", "ENG", "PROJ-142").items(&client);
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
    /// Only those with this access.
    pub access: Option<CommentAccess>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemCommentOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item comment. Needs the scope `projects.work_items.comments:write`.
///
/// The caller is the author. Sending it twice creates two comments.
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
    /// Who sees the work item comment.
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Who sees the work item comment.
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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

/// Updates the work item comment that has this external id, or creates it. Needs the scope
/// `projects.work_items.comments:write`.
///
/// Known from a generated page and the SDKs only.
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
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the work item comment in another system, 255 characters at most.
    pub external_id: String,
    /// Who sees the work item comment.
    pub access: Option<CommentAccess>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemCommentExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemCommentField>,
}

/// A comment on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemComment {
    /// Id of the work item comment.
    pub id: WorkItemCommentId,
    /// Who sees the work item comment.
    pub access: Option<CommentAccess>,
    /// Who did it.
    pub actor_id: Option<UserId>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// The comment, as plain text.
    pub comment_stripped: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
    /// When the text was last changed.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// Id of the work item comment in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// The work item.
    pub work_item_id: Option<WorkItemId>,
    /// Who did it, as JSON, if it was expanded.
    pub actor: Option<Value>,
}

open_enum! {
    /// What a list of work item comments is sorted by, in ascending or descending order.
    pub enum WorkItemCommentOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`WorkItemComment`] can have beside their ids.
    pub enum WorkItemCommentExpand {
        Actor = "actor",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemComment`].
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
    /// Who sees a comment.
    pub enum CommentAccess {
        Internal = "INTERNAL",
        External = "EXTERNAL",
    }
}
