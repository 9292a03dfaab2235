//! Contexts of a [property](crate::v2::workspaces::work_item_properties): the projects and types that it applies to,
//! and its settings there.
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
    /// Filters by name.
    pub name: Option<String>,
    /// Text to search for.
    pub search: Option<String>,
    /// Sort order; `SortOrder` if unset.
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
/// For projects and for types, set either the flag or a list; setting both is rejected with 400. If a flag is set, its list is
/// empty in responses. Contexts of the same rank must not overlap. Set `external_source` and `external_id` together.
///
/// Rejected with 409 unless the workspace manages work item types:
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
    /// Projects of the context.
    pub project_ids: Option<Vec<ProjectId>>,
    /// `true` if the context applies to all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Work item types that the context applies to.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the context accepts several values.
    pub is_multi: Option<bool>,
    /// Default values.
    pub default_value: Option<Vec<String>>,
    /// Selectable values, if the property's values are options.
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// Display settings, as JSON.
    pub settings: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// System that `external_id` comes from, at most 255 characters.
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
/// Lists are replaced as a whole. Omitted options are deleted with their values, and so are values that no context
/// covers any longer.
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
    /// Name of the context, at most 255 characters.
    pub name: Option<String>,
    /// `true` if the context applies to all projects.
    pub applies_to_all_projects: Option<bool>,
    /// Projects of the context.
    pub project_ids: Option<Vec<ProjectId>>,
    /// `true` if the context applies to all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Work item types that the context applies to.
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the context accepts several values.
    pub is_multi: Option<bool>,
    /// Default values.
    pub default_value: Option<Vec<String>>,
    /// Selectable values, if the property's values are options.
    pub options: Option<Vec<WorkItemPropertyContextOptionInput>>,
    /// Display settings, as JSON.
    pub settings: Patch<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// System that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the property context in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyContextField>,
}

/// Deletes a property context. Needs the scope `workspaces.work_item_properties:write`.
///
/// Its options are deleted, and so are values that no other context covers.
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

/// The projects and types that a property applies to, and its settings there.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemPropertyContext {
    /// Id of the context.
    pub id: WorkItemPropertyContextId,
    /// `true` if the context applies to all projects.
    pub applies_to_all_projects: Option<bool>,
    /// `true` if the context applies to all types.
    pub applies_to_all_work_item_types: Option<bool>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Default values.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Id of the context in another system.
    pub external_id: Option<String>,
    /// System that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the context is the default.
    pub is_default: Option<bool>,
    /// `true` if the context accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Work item types that the context applies to.
    #[serde(default, deserialize_with = "coerce")]
    pub issue_type_ids: Option<Vec<WorkItemTypeId>>,
    /// Name of the context.
    pub name: Option<String>,
    /// Selectable values, if the property's values are options.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Projects of the context.
    #[serde(default, deserialize_with = "coerce")]
    pub project_ids: Option<Vec<ProjectId>>,
    /// Display settings, as JSON.
    pub settings: Option<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
}

/// An option of a context: a new one, or an existing one if `id` is set.
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
    /// `true` if the option is the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    /// Position in lists, in ascending order.
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
