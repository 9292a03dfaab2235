//! ~ Links.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, Ref,
    common::{Workspace, expanded},
    endpoint,
    projects::{Project, ProjectId},
    users::User,
    work_items::{WorkItem, WorkItemId},
};

/// Lists work item links. Needs the scope `projects.work_items.links:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> Page<WorkItemLink>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemLinks {
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

/// Creates a work item link. Needs the scope `projects.work_items.links:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Title of the work item link. 255 characters at most.
    pub title: Option<String>,
    /// The address.
    pub url: String,
}

/// Gets a work item link. Needs the scope `projects.work_items.links:read`.
// NOTE: docs sample and CE schema show a page
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Updates a work item link. Needs the scope `projects.work_items.links:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> WorkItemLink)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
    /// Title of the work item link. 255 characters at most.
    pub title: Patch<String>,
    /// The address.
    pub url: Option<String>,
}

/// Deletes a work item link. Needs the scope `projects.work_items.links:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/links/<link_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemLink {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub link_id: WorkItemLinkId,
}

/// Id of a [`WorkItemLink`].
pub type WorkItemLinkId = Id<WorkItemLink>;

/// ~ work item link.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemLink {
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
    /// Id of the work item link.
    pub id: WorkItemLinkId,
    /// The project that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub project: Option<Ref<Project>>,
    /// The workspace that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub workspace: Option<Ref<Workspace>>,
    /// Title of the work item link.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The work item that it belongs to.
    #[serde(default, deserialize_with = "expanded")]
    pub issue: Option<Ref<WorkItem>>,
    /// What is known of the target.
    pub metadata: Option<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the work item link in another system.
    pub external_id: Option<String>,
}
