//! Work item properties of a project: custom fields of the work items. For properties of a workspace, see
//! [`workspaces::work_item_properties`](crate::v2::workspaces::work_item_properties).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_item_properties::ListWorkItemProperties;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkItemProperties>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkItemProperties::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

pub mod options;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{ProjectId, UserId, WorkItemPropertyId},
        v2::lists::CursorPage,
    },
};

/// Lists the work item properties of a project. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/?paginate=cursor" -> CursorPage<WorkItemProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkItemProperties {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Returns only properties with this display name.
    pub display_name: Option<String>,
    /// Returns only properties with this id in another system.
    pub external_id: Option<String>,
    /// Returns only properties whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only properties with this name.
    pub name: Option<String>,
    /// Returns only properties that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkItemPropertyOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item property. Needs the scope `projects.work_item_properties:write`.
///
/// The server derives the name of the property from `display_name`. A work item has the property only if the property
/// is attached to the type of the work item: see
/// [`AttachWorkItemTypeProperties`](crate::v2::work_item_types::properties::AttachWorkItemTypeProperties).
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Display name of the property, at most 255 characters.
    pub display_name: String,
    /// Type of the property's values.
    pub property_type: PropertyType,
    /// Type of the objects that the values refer to, if the property is of the type [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Options that can be selected, if the property is of the type [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Gets a work item property. Needs the scope `projects.work_item_properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Updates a work item property. Unset fields are left unchanged. Needs
/// the scope `projects.work_item_properties:write`.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// Display name of the property, at most 255 characters.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// Type of the objects that the values refer to, if the property is of the type [`PropertyType::Relation`].
    pub relation_type: Patch<PropertyRelationType>,
    /// Options that can be selected, if the property is of the type [`PropertyType::Option`].
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Deletes a work item property. Needs the scope `projects.work_item_properties:write`.
///
/// The server also deletes the options of the property, and detaches the property from all types. To only disable the
/// property, set `is_active` to `false` instead.
///
/// The server rejects this request with 409 if the workspace manages work item types: see
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// A custom property of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemProperty {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Default values of the property.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Display name of the property.
    pub display_name: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Emoji or icon of the property, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the property.
    pub name: Option<String>,
    /// Options that can be selected, as JSON, if the property is of the type [`PropertyType::Option`].
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// Type of the objects that the values refer to, if the property is of the type [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// Display settings of the property, as JSON.
    pub settings: Option<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Option<Value>,
    /// User who created the property.
    pub created_by_id: Option<UserId>,
}

/// An option to create with a property.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyOptionInput {
    /// Name of the option, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Id of the option in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// `true` if the option is the default value of the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

open_enum! {
    /// Sort order of a list of work item properties, ascending or descending.
    pub enum WorkItemPropertyOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields of [`WorkItemProperty`] that a response can include.
    pub enum WorkItemPropertyField {
        All = "all",
        CreatedAt = "created_at",
        DefaultValue = "default_value",
        Description = "description",
        DisplayName = "display_name",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        IsActive = "is_active",
        IsMulti = "is_multi",
        IsRequired = "is_required",
        LogoProps = "logo_props",
        Name = "name",
        Options = "options",
        PropertyType = "property_type",
        RelationType = "relation_type",
        Settings = "settings",
        ValidationRules = "validation_rules",
    }
}

open_enum! {
    /// Type of the values of a work item property.
    pub enum PropertyType {
        Text = "TEXT",
        Datetime = "DATETIME",
        Decimal = "DECIMAL",
        Boolean = "BOOLEAN",
        Option = "OPTION",
        Relation = "RELATION",
        Url = "URL",
        Email = "EMAIL",
        File = "FILE",
        Formula = "FORMULA",
    }
}

open_enum! {
    /// Type of object that a [`PropertyType::Relation`] property refers to.
    pub enum PropertyRelationType {
        /// Work items.
        Issue = "ISSUE",
        /// Users.
        User = "USER",
        /// Releases.
        Release = "RELEASE",
        /// Formatted text instead of an object.
        RichText = "RICH_TEXT",
    }
}
