//! Work item templates of a project. For templates of a workspace, see
//! [`workspaces::work_item_templates`](crate::v2::workspaces::work_item_templates).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_templates::ListWorkItemTemplates;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemTemplates>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemTemplates::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemTemplateId},
        v2::{
            common::Priority,
            lists::CursorPage,
            work_items::{WorkItem, WorkItemExpand, WorkItemField},
        },
    },
};

/// Lists the work item templates of a project. Needs the scope `templates.work_items:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/?paginate=cursor" -> CursorPage<WorkItemTemplate>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTemplates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
}

/// Updates a work item template. Unset fields are left unchanged. Needs the scope `templates.work_items:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
}

/// Creates a work item from a template. Needs the scope `templates.work_items:write`.
///
/// If `name` is set, it replaces the name in the template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/use/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemFromTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemField>,
}

/// A template of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemTemplate {
    /// Id of the template.
    pub id: WorkItemTemplateId,
    /// Name of the template.
    pub name: Option<String>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Short description of the template.
    pub short_description: Option<String>,
    /// Short id of the template.
    pub short_id: Option<String>,
    /// Slug of the template.
    pub slug: Option<String>,
    /// Type of the objects that are created from the template.
    pub template_type: Option<String>,
    /// Initial values of the work items that are created from the template, as JSON. Omitted from lists unless `fields`
    /// includes it.
    pub template_data: Option<Value>,
    /// `true` if the template is published.
    pub is_published: Option<bool>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the template.
    pub created_by_id: Option<UserId>,
}

/// Initial values of the work items that are created from a template.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemTemplateData {
    /// Name of the work item.
    pub name: String,
    /// Description, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// Priority of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Users to whom the work item is assigned, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub assignees: Patch<Value>,
    /// Labels of the work item, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub labels: Patch<Value>,
    /// Modules of the work item, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub modules: Patch<Value>,
    /// Values of custom properties, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub properties: Patch<Value>,
    /// State of the work item, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<Value>,
    /// Type of the work item, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<Value>,
}

open_enum! {
    /// Sort order of a list of templates, ascending or descending.
    pub enum WorkItemTemplateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkItemTemplate`] that a response can include.
    pub enum WorkItemTemplateField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        DescriptionHtml = "description_html",
        Id = "id",
        IsPublished = "is_published",
        Name = "name",
        ShortDescription = "short_description",
        ShortId = "short_id",
        Slug = "slug",
        TemplateData = "template_data",
        TemplateType = "template_type",
    }
}
