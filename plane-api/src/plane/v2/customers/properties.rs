//! Properties of customers: fields that a workspace adds to its [customers](crate::v2::customers).
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::customers::properties::ListCustomerProperties};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListCustomerProperties::new("my-workspace").items(&client);
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
        ids::{CustomerPropertyId, UserId},
        v2::lists::CursorPage,
    },
};

/// Lists the properties that the customers of a workspace have. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/?paginate=cursor" -> CursorPage<CustomerProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerProperties {
    pub workspace_slug: String,
    /// Only those in use, or only the others.
    pub is_active: Option<bool>,
    /// Only those that must have a value, or only the others.
    pub is_required: Option<bool>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those with this type.
    pub property_type: Option<CustomerPropertyType>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this shown name.
    pub display_name: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<CustomerPropertyOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerPropertyField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer property. Needs the scope `customers.properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customer-properties/" -> CustomerProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerProperty {
    pub workspace_slug: String,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: String,
    /// What its values are.
    pub property_type: CustomerPropertyType,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the customer property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Patch<Value>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<CustomerPropertyOptionInput>>,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<CustomerRelationType>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerPropertyField>,
}

/// Gets a customer property. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> CustomerProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerPropertyField>,
}

/// Updates a customer property. Unset fields are left unchanged. Needs the scope `customers.properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> CustomerProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
    /// The values that it has unless others are set.
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// The name that Plane shows, 255 characters at most.
    pub display_name: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the customer property in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Patch<Value>,
    /// What to choose from, if its values are options.
    pub options: Option<Vec<CustomerPropertyOptionInput>>,
    /// What its values are.
    pub property_type: Option<CustomerPropertyType>,
    /// What its values refer to, if they are relations.
    pub relation_type: Patch<CustomerRelationType>,
    /// How it is shown, as JSON.
    pub settings: Patch<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Patch<Value>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerPropertyField>,
}

/// Deletes a customer property. Needs the scope `customers.properties:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
}

/// A property of customers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerProperty {
    /// Id of the customer property.
    pub id: CustomerPropertyId,
    /// Name of the customer property.
    pub name: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// What its values are.
    pub property_type: Option<CustomerPropertyType>,
    /// What its values refer to, if they are relations.
    pub relation_type: Option<CustomerRelationType>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it can have several values.
    pub is_multi: Option<bool>,
    /// Whether it must have a value.
    pub is_required: Option<bool>,
    /// The values that it has unless others are set.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// What to choose from, if its values are options.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Option<Value>,
    /// How it is shown, as JSON.
    pub settings: Option<Value>,
    /// Which values are valid, as JSON.
    pub validation_rules: Option<Value>,
    /// Position in lists, in ascending order.
    pub sort_order: Option<f64>,
    /// Id of the customer property in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

/// An option of a customer property, to create.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CustomerPropertyOptionInput {
    /// Name of the option.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Id of the option in another system.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// The system that `external_id` belongs to.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Whether it is the default one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

open_enum! {
    /// What a list of customer properties is sorted by, in ascending or descending order.
    pub enum CustomerPropertyOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        SortOrder = "sort_order",
        SortOrderDesc = "-sort_order",
    }
}

open_enum! {
    /// Fields that a response can have of a [`CustomerProperty`].
    pub enum CustomerPropertyField {
        All = "all",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
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
        SortOrder = "sort_order",
        ValidationRules = "validation_rules",
    }
}

open_enum! {
    /// What the values of a property of customers are.
    pub enum CustomerPropertyType {
        Text = "TEXT",
        Datetime = "DATETIME",
        Decimal = "DECIMAL",
        Boolean = "BOOLEAN",
        Option = "OPTION",
        Relation = "RELATION",
        Url = "URL",
        Email = "EMAIL",
        File = "FILE",
    }
}

open_enum! {
    /// What the values of a property of the type [`CustomerPropertyType::Relation`] refer to.
    pub enum CustomerRelationType {
        Issue = "ISSUE",
        User = "USER",
    }
}
