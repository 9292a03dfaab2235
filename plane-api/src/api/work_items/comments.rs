//! ~ Comments.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, expanded},
    endpoint, open_enum,
    projects::{Project, ProjectId},
    users::{User, UserId},
    work_items::{WorkItem, WorkItemId},
};

/// Lists work item comments. Needs the scope `projects.work_items.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/" -> Page<WorkItemComment>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemComments {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a work item comment. Needs the scope `projects.work_items.comments:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// The comment, as the document of Plane's editor.
    pub comment_json: Option<Value>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// Who can see it. 100 characters at most.
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Option<String>,
    /// Id of the work item comment in another system. 255 characters at most.
    pub external_id: Option<String>,
    /// The work item comment that it stands below.
    pub parent: Option<WorkItemCommentId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
}

/// Gets a work item comment. Needs the scope `projects.work_items.comments:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
}

/// Updates a work item comment. Needs the scope `projects.work_items.comments:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> WorkItemComment)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
    /// The comment, as the document of Plane's editor.
    pub comment_json: Option<Value>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// Who can see it. 100 characters at most.
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to. 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item comment in another system. 255 characters at most.
    pub external_id: Patch<String>,
    /// The work item comment that it stands below.
    pub parent: Patch<WorkItemCommentId>,
}

/// Deletes a work item comment. Needs the scope `projects.work_items.comments:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/comments/<comment_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemComment {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub comment_id: WorkItemCommentId,
}

/// Id of a [`WorkItemComment`].
pub type WorkItemCommentId = Id<WorkItemComment>;

/// ~ work item comment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemComment {
    /// Whether the caller is a member.
    pub is_member: Option<bool>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    #[serde(default, deserialize_with = "expanded")]
    pub created_by: Option<Ref<User>>,
    /// Who changed it last.
    #[serde(default, deserialize_with = "expanded")]
    pub updated_by: Option<Ref<User>>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the work item comment.
    pub id: WorkItemCommentId,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// The comment, as HTML.
    pub comment_html: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// What is attached.
    pub attachments: Option<Vec<String>>,
    /// The work item that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub issue: Option<Ref<WorkItem>>,
    /// Who did it.
    #[serde(default, deserialize_with = "expanded")]
    pub actor: Option<Ref<User>>,
    /// Who can see it.
    pub access: Option<CommentAccess>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item comment in another system.
    pub external_id: Option<String>,
    /// When it was edited.
    pub edited_at: Option<Timestamp>,
    /// The work item comment that it stands below.
    pub parent: Option<WorkItemCommentId>,
    /// The comment, as plain text.
    pub comment_stripped: Option<String>,
    /// The comment, as the document of Plane's editor.
    pub comment_json: Option<Value>,
}

open_enum! {
    /// ~ comment access.
    pub enum CommentAccess {
        /// ~ Internal.
        Internal = "INTERNAL",
        /// ~ External.
        External = "EXTERNAL",
    }
}
