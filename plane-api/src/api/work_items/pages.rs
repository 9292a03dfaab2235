//! ~ Pages.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, common::WorkspaceId, endpoint, pages::WikiPageId, projects::ProjectId,
    users::UserId, work_items::WorkItemId,
};

/// Lists work item pages.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/" -> Page<WorkItemPage>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPages {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Links a work item page.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/" -> WorkItemPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    /// ~ Page id.
    pub page_id: WikiPageId,
}

/// Gets a work item page.
// NOTE: docs name the param page_id, SDK work_item_page_id
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/<work_item_page_id>/" -> WorkItemPage)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub work_item_page_id: WorkItemPageId,
}

/// Unlinks a work item page.
// NOTE: docs name the param page_id, SDK work_item_page_id
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/<work_item_id>/pages/<work_item_page_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnlinkWorkItemPage {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub work_item_id: WorkItemId,
    pub work_item_page_id: WorkItemPageId,
}

/// Id of a [`WorkItemPage`].
pub type WorkItemPageId = Id<WorkItemPage>;

/// ~ work item page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPage {
    /// Id of the work item page.
    pub id: WorkItemPageId,
    /// The page.
    pub page: Option<WorkItemPageLite>,
    /// The work item that it belongs to.
    pub issue: Option<WorkItemId>,
    /// The project that it belongs to.
    pub project: Option<ProjectId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
}

/// Id of a [`WorkItemPageLite`].
pub type WorkItemPageLiteId = Id<WorkItemPageLite>;

/// ~ work item page lite.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPageLite {
    /// Id of the work item page lite.
    pub id: WorkItemPageLiteId,
    /// Name of the work item page lite.
    pub name: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// ~ Is global.
    pub is_global: Option<bool>,
    /// Emoji or icon of the work item page lite.
    pub logo_props: Option<Value>,
}
