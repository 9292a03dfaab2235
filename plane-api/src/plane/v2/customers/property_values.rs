//! What [customers](crate::v2::customers) hold in their [properties](crate::v2::customers::properties).
//!
//! ```no_run
//! use plane_api::{Client, v2::customers::property_values::GetCustomerPropertyValues};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let response = GetCustomerPropertyValues::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use std::collections::BTreeMap;

use crate::plane::ids::{CustomerId, CustomerPropertyId};

/// Gets what a customer holds in its properties. Needs the scope `customers.property_values:read`.
///
/// The map is empty if nothing is set.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> BTreeMap<CustomerPropertyId, Vec<String>>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Sets what a customer holds in some of its properties. The others are left unchanged. Needs the scope
/// `customers.property_values:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/property-values/" -> (), root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCustomerPropertyValues {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// The values, by the ids of the properties. Properties that are not named are left unchanged.
    pub values: BTreeMap<CustomerPropertyId, Vec<String>>,
}
