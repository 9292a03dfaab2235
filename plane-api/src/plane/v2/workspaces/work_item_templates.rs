//! Templates of work items, of a workspace. Those of a project are in
//! [`work_item_templates`](crate::v2::work_item_templates).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::work_item_templates::ListWorkspaceWorkItemTemplates};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkspaceWorkItemTemplates::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::{page::Cursor, patch::Patch},
    plane::{
        ids::WorkItemTemplateId,
        v2::{
            lists::CursorPage,
            work_item_templates::{
                WorkItemTemplate, WorkItemTemplateData, WorkItemTemplateField,
                WorkItemTemplateOrder,
            },
        },
    },
};

/// Lists the work item templates of a workspace. Needs the scope `templates.work_items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-templates/?paginate=cursor" -> CursorPage<WorkItemTemplate>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceWorkItemTemplates {
    pub workspace_slug: String,
    /// Only published ones, or only the others.
    pub is_published: Option<bool>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this short id.
    pub short_id: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemTemplateOrder>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html` and
    /// `template_data`.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item template. Needs the scope `templates.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-templates/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    /// Name of the work item template, 255 characters at most.
    pub name: String,
    /// What it puts into a work item.
    pub template_data: WorkItemTemplateData,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Whether it is published.
    pub is_published: Option<bool>,
    /// Description, in one sentence.
    pub short_description: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
}

/// Gets a work item template. Needs the scope `templates.work_items:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    pub template_id: WorkItemTemplateId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
}

/// Updates a work item template. Unset fields are left unchanged. Needs the scope `templates.work_items:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    pub template_id: WorkItemTemplateId,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Whether it is published.
    pub is_published: Option<bool>,
    /// Name of the work item template, 255 characters at most.
    pub name: Option<String>,
    /// Description, in one sentence.
    pub short_description: Patch<String>,
    /// What it puts into a work item.
    pub template_data: Option<WorkItemTemplateData>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
}

/// Deletes a work item template. Needs the scope `templates.work_items:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-templates/<template_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    pub template_id: WorkItemTemplateId,
}
