//! Templates of work items, of a project. Those of a workspace are in
//! [`workspaces::work_item_templates`](crate::v2::workspaces::work_item_templates).
//!
//! ```no_run
//! use plane_api::{Client, v2::work_item_templates::ListWorkItemTemplates};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/?paginate=cursor" -> CursorPage<WorkItemTemplate>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemTemplates {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemTemplateField>,
}

/// Updates a work item template. Unset fields are left unchanged. Needs the scope `templates.work_items:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/" -> WorkItemTemplate, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
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
///
/// Known from a generated page and the SDKs only.
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
/// A `name` replaces that of the template.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-templates/<template_id>/use/" -> WorkItem, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemFromTemplate {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub template_id: WorkItemTemplateId,
    /// Name of the work item template.
    pub name: Option<String>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<WorkItemExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Description, in one sentence.
    pub short_description: Option<String>,
    /// Short id.
    pub short_id: Option<String>,
    /// Slug.
    pub slug: Option<String>,
    /// What it is a template for.
    pub template_type: Option<String>,
    /// What it puts into a work item. Absent from lists unless `fields` names it.
    pub template_data: Option<Value>,
    /// Whether it is published.
    pub is_published: Option<bool>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

/// What a template puts into a work item.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemTemplateData {
    /// Name of the work item.
    pub name: String,
    /// Description, as HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// How urgent the work item is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Who works on it, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub assignees: Patch<Value>,
    /// Its labels, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub labels: Patch<Value>,
    /// Its modules, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub modules: Patch<Value>,
    /// Values of properties, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub properties: Patch<Value>,
    /// The state, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<Value>,
    /// The type, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<Value>,
}

open_enum! {
    /// What a list of templates is sorted by, in ascending or descending order.
    pub enum WorkItemTemplateOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemTemplate`].
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
