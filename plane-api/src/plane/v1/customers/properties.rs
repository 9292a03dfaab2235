//! Customer properties: custom fields that a workspace adds to its [customers](crate::v1::customers).
//!
//! [`property_values`](crate::v1::customers::property_values) gets and sets the values. Like customers, properties are
//! part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::PropertyType, customers::properties::{CreateCustomerProperty, CustomerPropertyOptionInput}},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateCustomerProperty>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # let client = mock.client();
//! let options = ["Gold", "Silver"].map(|name| CustomerPropertyOptionInput {
//!     name: Some(name.to_owned()),
//!     ..Default::default()
//! });
//! let property =
//!     CreateCustomerProperty::new("my-workspace", "support", "Support level", PropertyType::Option)
//!         .options(options)
//!         .send(&client)
//!         .await?;
//! println!("{}", property.id);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{CustomerPropertyId, CustomerPropertyOptionId, UserId, WorkspaceId},
        v1::common::{LogoProps, PropertyRelationType, PropertyType, lenient},
    },
};

/// Lists the customer properties of a workspace. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/" -> Page<CustomerProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerProperties {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a property for all customers of the workspace. Needs the scope `customers.properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customer-properties/" -> CustomerProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerProperty {
    pub workspace_slug: String,
    /// Internal name of the property; Plane shows `display_name`.
    // Required by Plane's Python SDK; absent from the documentation.
    pub name: String,
    /// Display name.
    pub display_name: String,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon of the property.
    pub logo_props: Option<LogoProps>,
    /// Position among the properties: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Type of the property's values.
    pub property_type: PropertyType,
    /// Type of the objects that the property's values refer to, for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Default value of the property, as a list of strings.
    pub default_value: Option<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Option<Value>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if a customer can have several values.
    pub is_multi: Option<bool>,
    /// Validation rules for the property's values, as an undocumented object.
    pub validation_rules: Option<Value>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// Selectable values, for [`PropertyType::Option`]. Only Plane's Python SDK defines this field.
    pub options: Option<Vec<CustomerPropertyOptionInput>>,
}

/// Gets a customer property. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> CustomerProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
}

/// Updates a customer property. Unset fields are left unchanged. Needs the scope `customers.properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> CustomerProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
    /// Display name.
    pub display_name: Option<String>,
    /// Description, as plain text. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description: Patch<String>,
    /// Emoji or icon of the property.
    pub logo_props: Patch<LogoProps>,
    /// Position among the properties: the lowest value comes first.
    pub sort_order: Patch<f64>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// Type of the objects that the property's values refer to, for [`PropertyType::Relation`]. Only Plane's
    /// documentation of API v2 says that this field can be cleared.
    pub relation_type: Patch<PropertyRelationType>,
    /// `true` if a value is required.
    pub is_required: Patch<bool>,
    /// Default value of the property, as a list of strings.
    pub default_value: Patch<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Patch<Value>,
    /// `true` if the property is active.
    pub is_active: Patch<bool>,
    /// `true` if a customer can have several values.
    pub is_multi: Patch<bool>,
    /// Validation rules for the property's values, as an undocumented object.
    pub validation_rules: Patch<Value>,
    /// Name of the system that `external_id` comes from. Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub external_source: Patch<String>,
    /// Id of the property in another system. Only Plane's documentation of API v2 says that this field can be cleared.
    pub external_id: Patch<String>,
    /// User recorded as the creator.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Patch<UserId>,
    /// Selectable values. Only Plane's Python SDK defines this field.
    pub options: Patch<Vec<CustomerPropertyOptionUpdate>>,
}

/// Deletes a customer property. Needs the scope `customers.properties:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
}

/// A custom field of a workspace's customers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerProperty {
    /// Id of the property.
    pub id: CustomerPropertyId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Internal name of the property; Plane shows `display_name`.
    pub name: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon. Unset if the server sends a string, as in documented responses.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// Position among the properties: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Type of the property's values.
    pub property_type: Option<PropertyType>,
    /// Type of the objects that the property's values refer to, for [`PropertyType::Relation`].
    pub relation_type: Option<PropertyRelationType>,
    /// `true` if a value is required.
    pub is_required: Option<bool>,
    /// Default value of the property, as a list of strings.
    #[serde(default, deserialize_with = "coerce")]
    pub default_value: Option<Vec<String>>,
    /// Display settings: an object whose `display_format` is a
    /// [`TextDisplayFormat`](crate::v1::common::TextDisplayFormat) or a
    /// [`DateDisplayFormat`](crate::v1::common::DateDisplayFormat).
    pub settings: Option<Value>,
    /// `true` if the property is active.
    pub is_active: Option<bool>,
    /// `true` if a customer can have several values.
    pub is_multi: Option<bool>,
    /// Validation rules for the property's values, as an undocumented object.
    pub validation_rules: Option<Value>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the property in another system.
    pub external_id: Option<String>,
    /// User who created the property.
    pub created_by: Option<UserId>,
    /// User who last changed the property.
    pub updated_by: Option<UserId>,
    /// Workspace that the property belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Selectable values.
    #[serde(default, deserialize_with = "coerce")]
    pub options: Option<Vec<CustomerPropertyOption>>,
}

/// A selectable value of a new property.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CustomerPropertyOptionInput {
    /// Name of the option. Plane's Python SDK requires this field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if the option is the default for customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

/// A selectable value of a property that is updated.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CustomerPropertyOptionUpdate {
    /// Id of the option to update.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CustomerPropertyOptionId>,
    /// Name of the option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `true` if the option is the default for customers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

/// A selectable value of a property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerPropertyOption {
    /// Id of the option.
    pub id: CustomerPropertyOptionId,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the option.
    pub name: Option<String>,
    /// Position among the options: the lowest value comes first.
    pub sort_order: Option<f64>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Emoji or icon.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// `true` if the option is active.
    pub is_active: Option<bool>,
    /// `true` if the option is the default for customers.
    pub is_default: Option<bool>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the option in another system.
    pub external_id: Option<String>,
    /// User who created the option.
    pub created_by: Option<UserId>,
    /// User who last changed the option.
    pub updated_by: Option<UserId>,
    /// Workspace that the option belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Property that the option belongs to.
    pub property: Option<CustomerPropertyId>,
    /// Parent option.
    pub parent: Option<CustomerPropertyOptionId>,
}
