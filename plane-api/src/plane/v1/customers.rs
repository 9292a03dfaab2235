//! Customers: the organisations that a workspace works for.
//!
//! Customers are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include them
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{Patch, v1::customers::UpdateCustomer};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<UpdateCustomer>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "created_at": "2026-01-01T00:00:00Z"}));
//! # let client = mock.client();
//! let customer = UpdateCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
//!     .name("Acme")
//!     .email(Patch::Clear)
//!     .send(&client)
//!     .await?;
//! println!("{:?}", customer.updated_at);
//! # Ok(())
//! # }
//! ```

pub mod properties;
pub mod property_values;
pub mod requests;
pub mod work_items;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{
        coerce::coerce,
        page::{Cursor, Page},
        patch::Patch,
    },
    plane::{
        ids::{AssetId, CustomerId, UserId, WorkspaceId},
        v1::common::{LogoProps, lenient},
    },
};

/// Lists the customers of a workspace. Needs the scope `customers:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/" -> Page<Customer>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomers {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a customer. Needs the scope `customers:write`.
///
/// An existing customer with the same name, or with the same `external_id` and `external_source`, is **overwritten**.
#[doc(alias = "upsert")]
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/" -> Customer)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomer {
    pub workspace_slug: String,
    /// Name of the customer.
    pub name: String,
    /// Description, as a Plane editor document.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Email address of the customer.
    pub email: Option<String>,
    /// URL of the customer's website.
    pub website_url: Option<String>,
    /// Emoji or icon of the customer.
    pub logo_props: Option<LogoProps>,
    /// Industry of the customer.
    pub domain: Option<String>,
    /// Number of employees of the customer.
    pub employees: Option<i64>,
    /// Stage of the relationship with the customer, as defined by the workspace.
    pub stage: Option<String>,
    /// Status of the contract with the customer, as defined by the workspace.
    pub contract_status: Option<String>,
    /// Revenue of the customer, as a decimal string to preserve every digit.
    pub revenue: Option<String>,
    /// Time at which the customer was archived.
    pub archived_at: Option<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Option<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Option<UserId>,
    /// Id of the uploaded logo.
    pub logo_asset: Option<AssetId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the customer in another system.
    pub external_id: Option<String>,
}

/// Deletes the customer with this id in another system.
///
/// Only Plane's Python SDK defines this request; Plane's documentation does not.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/" -> (), query)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomerByExternalId {
    pub workspace_slug: String,
    /// Name of the system that `external_id` comes from.
    pub external_source: String,
    /// Id of the customer in that system.
    pub external_id: String,
}

/// Gets a customer. Needs the scope `customers:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Updates a customer. Unset fields are left unchanged. Needs the scope `customers:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Name of the customer.
    pub name: Option<String>,
    /// Description, as a Plane editor document. Only Plane's documentation of API v2 says that this field can be
    /// cleared.
    pub description: Patch<Value>,
    /// Description, as HTML. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description_html: Patch<String>,
    /// Description, as plain text.
    pub description_stripped: Patch<String>,
    /// Email address of the customer. Only Plane's documentation of API v2 says that this field can be cleared.
    pub email: Patch<String>,
    /// URL of the customer's website. Only Plane's documentation of API v2 says that this field can be cleared.
    pub website_url: Patch<String>,
    /// Emoji or icon of the customer.
    pub logo_props: Patch<LogoProps>,
    /// Industry of the customer. Only Plane's documentation of API v2 says that this field can be cleared.
    pub domain: Patch<String>,
    /// Number of employees of the customer. Only Plane's documentation of API v2 says that this field can be cleared.
    pub employees: Patch<i64>,
    /// Stage of the relationship with the customer, as defined by the workspace. Only Plane's documentation of API v2
    /// says that this field can be cleared.
    pub stage: Patch<String>,
    /// Status of the contract with the customer, as defined by the workspace. Only Plane's documentation of API v2 says
    /// that this field can be cleared.
    pub contract_status: Patch<String>,
    /// Revenue of the customer, as a decimal string to preserve every digit. Only Plane's documentation of API v2 says
    /// that this field can be cleared.
    pub revenue: Patch<String>,
    /// Time at which the customer was archived.
    pub archived_at: Patch<Timestamp>,
    /// User recorded as the creator.
    pub created_by: Patch<UserId>,
    /// User recorded as the last editor.
    pub updated_by: Patch<UserId>,
    /// Id of the uploaded logo.
    pub logo_asset: Patch<AssetId>,
    /// Name of the system that `external_id` comes from. Only Plane's documentation of API v2 says that this field can
    /// be cleared.
    pub external_source: Patch<String>,
    /// Id of the customer in another system. Only Plane's documentation of API v2 says that this field can be cleared.
    pub external_id: Patch<String>,
}

/// Deletes a customer. Needs the scope `customers:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// An organisation that a workspace works for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Customer {
    /// Id of the customer.
    pub id: CustomerId,
    /// Creation time.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Name of the customer.
    pub name: Option<String>,
    /// Description. Documented responses contain a string, although requests take an object.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Description, as plain text.
    pub description_stripped: Option<String>,
    /// Description, in the editor's binary format, Base64-encoded.
    pub description_binary: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// URL of the website.
    pub website_url: Option<String>,
    /// Emoji or icon.
    #[serde(default, deserialize_with = "lenient")]
    pub logo_props: Option<LogoProps>,
    /// URL of the uploaded logo.
    pub logo_url: Option<String>,
    /// Id of the uploaded logo.
    pub logo_asset: Option<AssetId>,
    /// Industry of the customer.
    pub domain: Option<String>,
    /// Number of employees of the customer.
    #[serde(default, deserialize_with = "coerce")]
    pub employees: Option<i64>,
    /// Stage of the relationship with the customer, as defined by the workspace.
    pub stage: Option<String>,
    /// Status of the contract with the customer, as defined by the workspace.
    pub contract_status: Option<String>,
    /// Revenue of the customer, as a decimal string.
    pub revenue: Option<String>,
    /// Time at which the customer was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Number of [customer requests](requests).
    #[serde(default, deserialize_with = "coerce")]
    pub customer_request_count: Option<i64>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the customer in another system.
    pub external_id: Option<String>,
    /// User who created the customer.
    pub created_by: Option<UserId>,
    /// User who last changed the customer.
    pub updated_by: Option<UserId>,
    /// Workspace that the customer belongs to.
    pub workspace: Option<WorkspaceId>,
}
