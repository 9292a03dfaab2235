//! ~ Activities.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Cursor, Id, Page, Ref,
    common::{Workspace, expanded},
    endpoint,
    projects::{Project, ProjectId},
    users::User,
    work_items::comments::WorkItemCommentId,
    work_items::{WorkItem, WorkItemId},
};

/// Lists work item activities. Needs the scope `projects.work_items.activities:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/" -> Page<WorkItemActivity>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemActivities {
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

/// Gets a work item activity. Needs the scope `projects.work_items.activities:read`.
// NOTE: docs sample and CE schema show a page; CE code returns one object
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/activities/<activity_id>/" -> WorkItemActivity)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemActivity {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub activity_id: WorkItemActivityId,
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

/// Id of a [`WorkItemActivity`].
pub type WorkItemActivityId = Id<WorkItemActivity>;

/// ~ work item activity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemActivity {
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// Id of the work item activity.
    pub id: WorkItemActivityId,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// The work item that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub issue: Option<Ref<WorkItem>>,
    /// ~ Verb.
    pub verb: Option<String>,
    /// ~ Field.
    pub field: Option<String>,
    /// ~ Old value.
    pub old_value: Option<String>,
    /// ~ New value.
    pub new_value: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// What is attached.
    pub attachments: Option<Vec<String>>,
    /// ~ Issue comment.
    pub issue_comment: Option<WorkItemCommentId>,
    /// Who did it.
    #[serde(default, deserialize_with = "expanded")]
    pub actor: Option<Ref<User>>,
    /// ~ Old identifier.
    pub old_identifier: Option<String>,
    /// ~ New identifier.
    pub new_identifier: Option<String>,
    /// ~ Epoch.
    pub epoch: Option<f64>,
}
