//! Contexts of a [property](crate::v2::workspaces::work_item_properties): in which projects and types it is used, and
//! how.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::work_item_properties::contexts::ListWorkItemPropertyContexts};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListWorkItemPropertyContexts::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
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
        ids::{
            ProjectId, WorkItemPropertyContextId, WorkItemPropertyId, WorkItemPropertyOptionId,
            WorkItemTypeId,
        },
        v2::lists::CursorPage,
    },
};

/// Lists the contexts of a property of a workspace. Needs the scope `workspaces.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/?paginate=cursor" -> CursorPage<WorkItemPropertyContext>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemPropertyContexts {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by; `SortOrder` if unset.
    pub order_by: Option<WorkItemPropertyContextOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a property context. Needs the scope `workspaces.work_item_properties:write`.
///
/// For projects and for types each, set either the flag or a list: 400 for both. Contexts of one rank must not overlap.
/// Set `external_source` and `external_id` together. If a flag is set, its list is empty in responses.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/" -> WorkItemPropertyContext, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Name of the context, 255 characters at most.
    pub name: String,
    /// Whether it is for all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Whether it is for all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// The types that it is for.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the property context in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Gets a property context. Needs the scope `workspaces.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/<context_id>/" -> WorkItemPropertyContext, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub context_id: WorkItemPropertyContextId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Updates a property context. Unset fields are left unchanged. Needs the scope
/// `workspaces.work_item_properties:write`.
///
/// Lists are replaced as a whole. Options that are omitted are deleted with their values, and so are values that no
/// context covers any longer.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/<context_id>/" -> WorkItemPropertyContext, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub context_id: WorkItemPropertyContextId,
    /// Name of the context, 255 characters at most.
    pub name: Option<String>,
    /// Whether it is for all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Its projects.
    pub project_ids: Option<Vec<ProjectId>>,
    /// Whether it is for all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// The types that it is for.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the property context in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Deletes a property context. Needs the scope `workspaces.work_item_properties:write`.
///
/// Its options are deleted, and so are the values that no other context covers.
///
/// Rejected with 409 unless the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/<context_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub context_id: WorkItemPropertyContextId,
}

/// Where a property is used, and how.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyContext {
    /// Id of the context.
    pub id: WorkItemPropertyContextId,
    /// Whether it is for all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Whether it is for all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// The values that it has unless others are set.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Id of the context in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Whether it is the default one.
    pub is_default: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// The types that it is for.
    #[serde(default, deserialize_with = "coerce")]
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Name of the context.
    pub name: Option<String>,
    /// What to choose from, if its values are options.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Its projects.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// How it is shown, as JSON.
    pub settings: Option<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
}

/// An option of a context: a new one, or with its `id` one that it has.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyContextOptionInput {
    /// Id of the option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkItemPropertyOptionId>,
    /// Name of the option.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether it is the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Position in lists, in ascending order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
}

open_enum! {
    /// What a list of contexts is sorted by, in ascending or descending order.
    pub enum WorkItemPropertyContextOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkItemPropertyContext`].
    pub enum WorkItemPropertyContextField {
        All = "all",
        AppliesToAllProjects = "applies_to_all_projects",
        AppliesToAllWorkItemTypes = "applies_to_all_work_item_types",
        CreatedAt = "created_at",
        DefaultValue = "default_value",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsDefault = "is_default",
        IsMulti = "is_multi",
        IsRequired = "is_required",
        IssueTypeIds = "issue_type_ids",
        Name = "name",
        Options = "options",
        ProjectIds = "project_ids",
        Settings = "settings",
        SortOrder = "sort_order",
    }
}
