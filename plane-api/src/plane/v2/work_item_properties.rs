//! Properties of work items: fields that a project adds. Those of a workspace are in
//! [`workspaces::work_item_properties`](crate::v2::workspaces::work_item_properties).
//!
//! ```no_run
//! use plane_api::{Client, v2::work_item_properties::ListWorkItemProperties};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// Only those with this shown name.
    pub display_name: Option<String>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkItemPropertyOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a work item property. Needs the scope `projects.work_item_properties:write`.
///
/// The name follows from `display_name`. No work item has the property until a type does:
/// [`AttachWorkItemTypeProperties`](crate::v2::work_item_types::properties::AttachWorkItemTypeProperties).
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: String,
    /// What its values are.
    pub property_type: PropertyType,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<PropertyRelationType>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Updates a work item property. Unset fields are left unchanged. Needs the scope
/// `projects.work_item_properties:write`.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> WorkItemProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// What its values are.
    pub property_type: Option<PropertyType>,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<PropertyRelationType>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<WorkItemPropertyOptionInput>>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the work item property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkItemPropertyField>,
}

/// Deletes a work item property. Needs the scope `projects.work_item_properties:write`.
///
/// Its options are deleted, and no type has it any longer. To be able to undo it, set `is_active` to `false` instead.
///
/// Rejected with 409 if the workspace manages work item types:
/// [`Problem::is_wrong_mode`](crate::v2::problem::Problem::is_wrong_mode).
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/work-item-properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkItemProperty {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub property_id: WorkItemPropertyId,
}

/// A property of work items.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkItemProperty {
    /// Id of the property.
    pub id: WorkItemPropertyId,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// The values that it has unless others are set.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Emoji or icon of the property, as JSON.
    pub logo_props: Option<Value>,
    /// Name of the property.
    pub name: Option<String>,
    /// What to choose from, if its values are options.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// What its values are.
    pub property_type: Option<PropertyType>,
    /// What its values refer to, if they are relations.
    pub relation_type: Option<PropertyRelationType>,
    /// How it is shown, as JSON.
    pub settings: Option<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Option<Value>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

/// An option of a property, to create.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WorkItemPropertyOptionInput {
    /// Name of the option, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Id of the option in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Whether it is the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

open_enum! {
    /// What a list of work item properties is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`WorkItemProperty`].
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
    /// What the values of a property of work items are.
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
    /// What the values of a property of the type [`PropertyType::Relation`] refer to.
    pub enum PropertyRelationType {
        Issue = "ISSUE",
        User = "USER",
        Release = "RELEASE",
        RichText = "RICH_TEXT",
    }
}
