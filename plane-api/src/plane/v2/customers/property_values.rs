//! Values of the [properties](crate::v2::customers::properties) of [customers](crate::v2::customers).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::customers::property_values::GetCustomerPropertyValues;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetCustomerPropertyValues>().reply(serde_json::json!({"6ba7b812-9dad-11d1-80b4-00c04fd430c8": ["12.5"]}));
//! # let client = mock.client();
//! let response = GetCustomerPropertyValues::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use std::collections::BTreeMap;

use crate::plane::ids::{CustomerId, CustomerPropertyId};

/// Gets the property values of a customer. Needs the scope `customers.property_values:read`.
///
/// The response maps ids of properties to values. It is empty if the customer has no values.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> BTreeMap<CustomerPropertyId, Vec<String>>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Sets property values of a customer. Other values are left unchanged. Needs
/// the scope `customers.property_values:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// New values, by the id of the property. Properties that are not in the map keep their values.
    pub values: BTreeMap<CustomerPropertyId, Vec<String>>,
}
