//! ~ Property values.

use std::collections::BTreeMap;

use crate::{customers::CustomerId, customers::properties::CustomerPropertyId, endpoint};

/// Lists customer property values. Needs the scope `customers.property_values:read`.
// NOTE: keys are property ids
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> BTreeMap<String, Vec<String>>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Sets customer property values.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// ~ Customer property values.
    pub customer_property_values: BTreeMap<String, Vec<String>>,
}

/// Gets a customer property value. Needs the scope `customers.property_values:read`.
// NOTE: node SDK types it as a CustomerPropertyValue object
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/<property_id>/" -> Vec<String>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerPropertyValue {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub property_id: CustomerPropertyId,
}

/// Sets a customer property value. Needs the scope `customers.property_values:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValue {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub property_id: CustomerPropertyId,
    /// ~ Values.
    pub values: Vec<String>,
}
