//! ~ Properties.

use jiff::Timestamp;
use serde::Deserialize;
use serde::Serialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch,
    common::{LogoProps, PropertyRelationType, PropertyType, WorkspaceId},
    endpoint,
    users::UserId,
    work_item_properties::WorkItemPropertyId,
};

/// Lists customer properties. Needs the scope `customers.properties:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customer-properties/" -> Page<CustomerProperty>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerProperties {
    pub workspace_slug: String,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Creates a customer property. Needs the scope `customers.properties:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customer-properties/" -> CustomerProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerProperty {
    pub workspace_slug: String,
    /// The name that Plane shows.
    pub display_name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the customer property.
    pub logo_props: Option<LogoProps>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// What kind of value it holds.
    pub property_type: PropertyType,
    /// What it relates to.
    pub relation_type: Option<PropertyRelationType>,
    /// Whether it has to be filled in.
    pub is_required: Option<bool>,
    /// What it holds unless it is filled in.
    pub default_value: Option<Vec<String>>,
    /// How it is shown.
    pub settings: Option<Value>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it takes several values.
    pub is_multi: Option<bool>,
    /// What its values have to obey.
    pub validation_rules: Option<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the customer property in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// Name of the customer property.
    pub name: String,
    /// The values to choose from.
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

/// Updates a customer property. Needs the scope `customers.properties:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customer-properties/<property_id>/" -> CustomerProperty)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerProperty {
    pub workspace_slug: String,
    pub property_id: CustomerPropertyId,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// ~ Description.
    pub description: Patch<String>,
    /// Emoji or icon of the customer property.
    pub logo_props: Patch<LogoProps>,
    /// Place among its kind, in ascending order.
    pub sort_order: Patch<f64>,
    /// What kind of value it holds.
    pub property_type: Option<PropertyType>,
    /// What it relates to.
    pub relation_type: Patch<PropertyRelationType>,
    /// Whether it has to be filled in.
    pub is_required: Patch<bool>,
    /// What it holds unless it is filled in.
    pub default_value: Patch<Vec<String>>,
    /// How it is shown.
    pub settings: Patch<Value>,
    /// Whether it is in use.
    pub is_active: Patch<bool>,
    /// Whether it takes several values.
    pub is_multi: Patch<bool>,
    /// What its values have to obey.
    pub validation_rules: Patch<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Patch<String>,
    /// Id of the customer property in another system.
    pub external_id: Patch<String>,
    /// Who created it.
    pub created_by: Patch<UserId>,
    /// Who changed it last.
    pub updated_by: Patch<UserId>,
    /// The values to choose from.
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

/// Id of a [`CustomerProperty`].
pub type CustomerPropertyId = Id<CustomerProperty>;

/// ~ customer property.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerProperty {
    /// Id of the customer property.
    pub id: CustomerPropertyId,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Name of the customer property.
    pub name: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the customer property.
    pub logo_props: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// What kind of value it holds.
    pub property_type: Option<PropertyType>,
    /// What it relates to.
    pub relation_type: Option<PropertyRelationType>,
    /// Whether it has to be filled in.
    pub is_required: Option<bool>,
    /// What it holds unless it is filled in.
    pub default_value: Option<Vec<String>>,
    /// How it is shown.
    pub settings: Option<Value>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it takes several values.
    pub is_multi: Option<bool>,
    /// What its values have to obey.
    pub validation_rules: Option<Value>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the customer property in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The values to choose from.
    pub options: Option<Vec<CustomerPropertyOption>>,
}

/// ~ customer property option input as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CustomerPropertyOptionInput {
    /// Name of the customer property option input.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ~ Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether new ones get it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

/// ~ customer property option update as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CustomerPropertyOptionUpdate {
    /// Id of the customer property option update.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CustomerPropertyOptionId>,
    /// Name of the customer property option update.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ~ Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether new ones get it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
}

/// Id of a [`CustomerPropertyOption`].
pub type CustomerPropertyOptionId = Id<CustomerPropertyOption>;

/// ~ customer property option.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerPropertyOption {
    /// Id of the customer property option.
    pub id: CustomerPropertyOptionId,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Name of the customer property option.
    pub name: Option<String>,
    /// Place among its kind, in ascending order.
    pub sort_order: Option<f64>,
    /// ~ Description.
    pub description: Option<String>,
    /// Emoji or icon of the customer property option.
    pub logo_props: Option<Value>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether new ones get it.
    pub is_default: Option<bool>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the customer property option in another system.
    pub external_id: Option<String>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// The property that it belongs to.
    pub property: Option<WorkItemPropertyId>,
    /// The customer property option that it stands below.
    pub parent: Option<CustomerPropertyOptionId>,
}
