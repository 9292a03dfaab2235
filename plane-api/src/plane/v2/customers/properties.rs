//! Customer properties: custom fields of a workspace's [customers](crate::v2::customers).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::customers::properties::ListCustomerProperties;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCustomerProperties>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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

/// Lists the customer properties of a workspace. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/?paginate=cursor" -> CursorPage<CustomerProperty>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerProperties {
    pub workspace_slug: String,
    /// `true` returns only active properties, `false` only inactive ones.
    pub is_active: Option<bool>,
    /// `true` returns only required properties, `false` only optional ones.
    pub is_required: Option<bool>,
    /// Returns only properties with this name.
    pub name: Option<String>,
    /// Returns only properties of this type.
    pub property_type: Option<CustomerPropertyType>,
    /// Returns only properties that match this search text.
    pub search: Option<String>,
    /// Returns only properties with this display name.
    pub display_name: Option<String>,
    /// Sort order.
    pub order_by: Option<CustomerPropertyOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerPropertyField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer property. Needs the scope `customers.properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customer-properties/" -> CustomerProperty, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerProperty {
    pub workspace_slug: String,
    /// Display name of the property, at most 255 characters.
    pub display_name: String,
    /// Type of the property's values.
    pub property_type: CustomerPropertyType,
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the customer property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Patch<Value>,
    /// Options that can be selected, if the property is of the type [`CustomerPropertyType::Option`].
    pub options: Option<Vec<CustomerPropertyOptionInput>>,
    /// Type of the objects that the values refer to, if the property is of the type [`CustomerPropertyType::Relation`].
    pub relation_type: Patch<CustomerRelationType>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Fields to include in the response; all if unset. `id` is always included.
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
    /// Default values of the property.
    pub default_value: Option<Vec<String>>,
    /// Description, as plain text.
    pub description: Patch<String>,
    /// Display name of the property, at most 255 characters.
    pub display_name: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the customer property in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Patch<Value>,
    /// Options that can be selected, if the property is of the type [`CustomerPropertyType::Option`].
    pub options: Option<Vec<CustomerPropertyOptionInput>>,
    /// Type of the property's values.
    pub property_type: Option<CustomerPropertyType>,
    /// Type of the objects that the values refer to, if the property is of the type [`CustomerPropertyType::Relation`].
    pub relation_type: Patch<CustomerRelationType>,
    /// Display settings of the property, as JSON.
    pub settings: Patch<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Patch<Value>,
    /// Fields to include in the response; all if unset. `id` is always included.
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

/// A custom property of customers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerProperty {
    /// Id of the customer property.
    pub id: CustomerPropertyId,
    /// Name of the customer property.
    pub name: Option<String>,
    /// Display name of the property.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Type of the property's values.
    pub property_type: Option<CustomerPropertyType>,
    /// Type of the objects that the values refer to, if the property is of the type [`CustomerPropertyType::Relation`].
    pub relation_type: Option<CustomerRelationType>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if the property accepts several values.
    pub is_multi: Option<bool>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Default values of the property.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Options that can be selected, as JSON, if the property is of the type [`CustomerPropertyType::Option`].
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<Value>>,
    /// Emoji or icon of the customer property, as JSON.
    pub logo_props: Option<Value>,
    /// Display settings of the property, as JSON.
    pub settings: Option<Value>,
    /// Validation rules for the property's values, as JSON.
    pub validation_rules: Option<Value>,
    /// Position among the properties: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Id of the customer property in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the property.
    pub created_by_id: Option<UserId>,
}

/// An option to create with a customer property.
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
    /// Name of the system that `external_id` comes from.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// `true` if the option is the default value of the property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

open_enum! {
    /// Sort order of a list of customer properties, ascending or descending.
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
    /// Fields of [`CustomerProperty`] that a response can include.
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
    /// Type of the values of a customer property.
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
    /// Type of object that a [`CustomerPropertyType::Relation`] property refers to.
    pub enum CustomerRelationType {
        /// Work items.
        Issue = "ISSUE",
        /// Users.
        User = "USER",
    }
}
