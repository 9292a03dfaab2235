//! Work item templates of a workspace. For templates of a project, see
//! [`work_item_templates`](crate::v2::work_item_templates).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_templates::ListWorkspaceWorkItemTemplates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceWorkItemTemplates>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
    /// `true` returns only published templates, `false` only unpublished ones.
    pub is_published: Option<bool>,
    /// Returns only templates that match this search text.
    pub search: Option<String>,
    /// Returns only templates with this short id: see [`WorkItemTemplate::short_id`].
    pub short_id: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemTemplateOrder>,
    /// Fields to include in the response. If unset: all except `description_html` and `template_data`. `id` is always
    /// included.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item template. Needs the scope `templates.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-templates/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceWorkItemTemplate {
    pub workspace_slug: String,
    /// Name of the work item template, at most 255 characters.
    pub name: String,
    /// Initial values of the work items that are created from the template.
    pub template_data: WorkItemTemplateData,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// `true` if the template is published.
    pub is_published: Option<bool>,
    /// Short description of the template.
    pub short_description: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// `true` if the template is published.
    pub is_published: Option<bool>,
    /// Name of the work item template, at most 255 characters.
    pub name: Option<String>,
    /// Short description of the template.
    pub short_description: Patch<String>,
    /// Initial values of the work items that are created from the template.
    pub template_data: Option<WorkItemTemplateData>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
