//! Comments on work items.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::work_items::comments::CreateWorkItemComment;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkItemComment>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";
//!
//! let comment = CreateWorkItemComment::new("my-workspace", project, work_item)
//!     .comment_html("<p>The tank is <b>full</b>.</p>")
//!     .send(&client)
//!     .await?;
//! println!("{}", comment.id);
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
        open_enum::open_enum,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{ProjectId, UserId, WorkItemCommentId, WorkItemId},
        reference::Ref,
        v1::{common::Workspace, projects::Project, users::User, work_items::WorkItem},
    },
};

/// Lists the comments on a work item. Needs the scope `projects.work_items.comments:read`.
///
/// For an unknown work item, the list is empty; this is not an error.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/" -> Page<WorkItemComment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `actor`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Adds a comment to a work item. Needs the scope `projects.work_items.comments:write`.
///
/// If no text is set, the comment is empty. If another comment already has the same `external_id` and
/// `external_source`, the server responds with 409.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// The comment, as a Plane editor document.
    pub comment_json: Option<Value>,
    /// Visibility of the comment; [`Internal`](CommentAccess::Internal) if unset.
    pub access: Option<CommentAccess>,
    /// Comment that this comment replies to. The Community Edition ignores this field.
    pub parent: Option<WorkItemCommentId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Option<String>,
    /// Id of the comment in another system, at most 255 characters.
    pub external_id: Option<String>,
    /// Creation time, for imports. Only the source of the Community Edition mentions this field.
    pub created_at: Option<Timestamp>,
    /// User recorded as the creator, for imports. Only the source of the Community Edition mentions this field.
    pub created_by: Option<UserId>,
}

/// Gets a comment. Needs the scope `projects.work_items.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Fields to return as objects instead of ids, such as `actor`.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a comment. Unset fields are left unchanged. Needs the scope `projects.work_items.comments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// The comment, as a Plane editor document.
    pub comment_json: Option<Value>,
    /// Visibility of the comment.
    pub access: Option<CommentAccess>,
    /// Comment that this comment replies to. The Community Edition ignores this field.
    pub parent: Patch<WorkItemCommentId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the comment in another system, at most 255 characters.
    pub external_id: Patch<String>,
}

/// Deletes a comment. Needs the scope `projects.work_items.comments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
}

/// A comment on a work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemComment {
    /// Id of the comment.
    pub id: WorkItemCommentId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Time at which the text was last edited. Community Edition 1.3.1 always sends null.
    #[serde(default, deserialize_with = "coerce")]
    pub edited_at: Option<Timestamp>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// The comment, as plain text. The Community Edition omits this field.
    pub comment_stripped: Option<String>,
    /// The comment, as a Plane editor document. The Community Edition omits this field.
    pub comment_json: Option<Value>,
    /// Id under which Plane stores the text of the comment.
    pub description: Option<String>,
    /// URLs of attached files.
    #[serde(default, deserialize_with = "coerce")]
    pub attachments: Option<Vec<String>>,
    /// Visibility of the comment.
    pub access: Option<CommentAccess>,
    /// User who wrote the comment.
    #[serde(default, deserialize_with = "coerce")]
    pub actor: Option<Ref<User>>,
    /// `true` if the author of the comment is a member of the project. Responses to [`CreateWorkItemComment`] lack this field.
    pub is_member: Option<bool>,
    /// Comment that this comment replies to.
    #[serde(default, deserialize_with = "coerce")]
    pub parent: Option<Ref<Self>>,
    /// Work item that the comment refers to.
    #[serde(default, deserialize_with = "coerce")]
    pub issue: Option<Ref<WorkItem>>,
    /// Project that the comment belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub project: Option<Ref<Project>>,
    /// Project that the comment belongs to. The server sends this field if another request returns the comment because
    /// of `expand`.
    pub project_id: Option<ProjectId>,
    /// Workspace that the comment belongs to.
    #[serde(default, deserialize_with = "coerce")]
    pub workspace: Option<Ref<Workspace>>,
    /// User who created the comment.
    #[serde(default, deserialize_with = "coerce")]
    pub created_by: Option<Ref<User>>,
    /// User who last changed the comment.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_by: Option<Ref<User>>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the comment in another system.
    pub external_id: Option<String>,
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
