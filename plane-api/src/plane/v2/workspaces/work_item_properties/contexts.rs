//! Contexts of a [property](crate::v2::workspaces::work_item_properties): a context defines the projects and work item
//! types that the property applies to, and the settings of the property there.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::work_item_properties::contexts::ListWorkItemPropertyContexts;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemPropertyContexts>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
    /// Returns only contexts with this name.
    pub name: Option<String>,
    /// Returns only contexts that match this search text.
    pub search: Option<String>,
    /// Sort order; [`WorkItemPropertyContextOrder::SortOrder`] if unset.
    pub order_by: Option<WorkItemPropertyContextOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a property context. Needs the scope `workspaces.work_item_properties:write`.
///
/// Set either `applies_to_all_projects` or `project_ids`, and either `applies_to_all_work_item_types` or
/// `issue_type_ids`. If you set both fields of a pair, the server responds with 400. In responses, the list is empty if
/// the flag is `true`. Contexts of the same rank (a term of Plane's documentation) must not overlap. Set
/// `external_source` and `external_id` together.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/" -> WorkItemPropertyContext, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    /// Name of the context, at most 255 characters.
    pub name: String,
    /// `true` if the context applies to all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Projects that the context applies to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// `true` if the context applies to all work item types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Work item types that the context applies to.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// `true` if a value is required in this context.
    pub is_required: Option<bool>,
    /// `true` if the property accepts several values in this context.
    pub is_multi: Option<bool>,
    /// Default values of the property in this context.
    pub default_value: Option<Vec<String>>,
    /// Options that can be selected, if the property is of the type
    /// [`PropertyType::Option`](crate::v2::work_item_properties::PropertyType::Option).
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// Display settings of the property in this context, as JSON.
    pub settings: Patch<Value>,
    /// Position among the contexts: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the property context in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Updates a property context. Unset fields are left unchanged. Needs
/// the scope `workspaces.work_item_properties:write`.
///
/// A list replaces the current list. The server deletes options that are not in the new list, the values that refer to
/// these options, and values that no context covers any longer.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/<context_id>/" -> WorkItemPropertyContext, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub context_id: WorkItemPropertyContextId,
    /// Name of the context, at most 255 characters.
    pub name: Option<String>,
    /// `true` if the context applies to all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Projects that the context applies to.
    pub project_ids: Option<Vec<ProjectId>>,
    /// `true` if the context applies to all work item types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Work item types that the context applies to.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// `true` if a value is required in this context.
    pub is_required: Option<bool>,
    /// `true` if the property accepts several values in this context.
    pub is_multi: Option<bool>,
    /// Default values of the property in this context.
    pub default_value: Option<Vec<String>>,
    /// Options that can be selected, if the property is of the type
    /// [`PropertyType::Option`](crate::v2::work_item_properties::PropertyType::Option).
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// Display settings of the property in this context, as JSON.
    pub settings: Patch<Value>,
    /// Position among the contexts: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the property context in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Deletes a property context. Needs the scope `workspaces.work_item_properties:write`.
///
/// The server also deletes the options of the context, and values that no other context covers.
///
/// The server rejects this request with 409 unless the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/work-item-properties/<property_id>/contexts/<context_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemPropertyContext {
    pub workspace_slug: String,
    pub property_id: WorkItemPropertyId,
    pub context_id: WorkItemPropertyContextId,
}

/// A context: the projects and work item types that a property applies to, and the settings of the property there.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyContext {
    /// Id of the context.
    pub id: WorkItemPropertyContextId,
    /// `true` if the context applies to all projects.
    pub applies_to_all_projects: Option<bool>,
    /// `true` if the context applies to all work item types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Default values of the property in this context.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Id of the context in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the context is the default context of the property.
    pub is_default: Option<bool>,
    /// `true` if the property accepts several values in this context.
    pub is_multi: Option<bool>,
    /// `true` if a value is required in this context.
    pub is_required: Option<bool>,
    /// Work item types that the context applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Name of the context.
    pub name: Option<String>,
    /// Options that can be selected, as JSON, if the property is of the type
    /// [`PropertyType::Option`](crate::v2::work_item_properties::PropertyType::Option).
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Projects that the context applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Display settings of the property in this context, as JSON.
    pub settings: Option<Value>,
    /// Position among the contexts: the lowest value comes first.
    pub sort_order: Option<f64>,
}

/// An option of a context: an existing option if `id` is set, otherwise a new option.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyContextOptionInput {
    /// Id of an existing option; unset for a new option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<WorkItemPropertyOptionId>,
    /// Name of the option.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if the option is the default value of the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Position among the options: the lowest value comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<f64>,
}

open_enum! {
    /// Sort order of a list of contexts, ascending or descending.
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
    /// Fields of [`WorkItemPropertyContext`] that a response can include.
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
