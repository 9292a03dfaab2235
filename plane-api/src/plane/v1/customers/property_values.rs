//! Values of [customer properties](crate::v1::customers::properties) for a single [customer](crate::v1::customers).
//!
//! Values are strings, whatever the type of the property. The values of a property are a list, even if the property
//! accepts only one value. Like customers, property values are part of Plane's commercial editions: the Community
//! Edition lacks these routes ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::customers::property_values::{ListCustomerPropertyValues, SetCustomerPropertyValue},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<SetCustomerPropertyValue>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # mock.expect_any::<ListCustomerPropertyValues>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let customer = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let property = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! SetCustomerPropertyValue::new("my-workspace", customer, property, ["Gold"]).send(&client).await?;
//! for (property, values) in
//!     ListCustomerPropertyValues::new("my-workspace", customer).send(&client).await?
//! {
//!     println!("{property}: {}", values.join(", "));
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::plane::ids::{CustomerId, CustomerPropertyId};
use std::collections::BTreeMap;

/// Lists the property values of a customer, by property. Needs the scope `customers.property_values:read`.
// The documentation's sample is not a real response: `{"detail": "…"}`. Plane's SDKs decode this type.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> BTreeMap<CustomerPropertyId, Vec<String>>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Sets the values of several properties of a customer at once. Only Plane's Python SDK defines this request.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// The values, by property.
    pub customer_property_values: BTreeMap<CustomerPropertyId, Vec<String>>,
}

/// Gets a customer's values for one property. Needs the scope `customers.property_values:read`.
// Plane's Python SDK decodes a list, the Node SDK one object; the documentation's sample is not a real response:
// `{"detail": "…"}`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/<property_id>/" -> Vec<String>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerPropertyValue {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub property_id: CustomerPropertyId,
}

/// Sets a customer's values for one property. Needs the scope `customers.property_values:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/<property_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValue {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub property_id: CustomerPropertyId,
    /// The values: exactly one, unless the property accepts several.
    pub values: Vec<String>,
}
