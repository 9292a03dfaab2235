//! Customers: the organisations that a workspace serves.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{Patch, v2::customers::{CustomerField, UpdateCustomer}};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<UpdateCustomer>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}));
//! # let client = mock.client();
//! let customer = UpdateCustomer::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
//!     .name("Acme")
//!     .email(Patch::Clear)
//!     .fields([CustomerField::Name])
//!     .send(&client)
//!     .await?;
//! println!("{:?}", customer.name);
//! # Ok(())
//! # }
//! ```

pub mod properties;
pub mod property_values;
pub mod requests;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{AssetId, CustomerId, UserId, WorkItemId},
        v2::{
            common::Managed,
            lists::CursorPage,
            upserts::{Upserted, upserted},
        },
    },
};

/// Lists the customers of a workspace. Needs the scope `customers:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/?paginate=cursor" -> CursorPage<Customer>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomers {
    pub workspace_slug: String,
    /// Returns only customers with this contract status.
    pub contract_status: Option<String>,
    /// Returns only customers in this industry.
    pub domain: Option<String>,
    /// Returns only customers with this id in another system.
    pub external_id: Option<String>,
    /// Returns only customers whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Returns only customers with this name.
    pub name: Option<String>,
    /// Returns only customers that match this search text.
    pub search: Option<String>,
    /// Returns only customers at this stage of the relationship.
    pub stage: Option<String>,
    /// Sort order.
    pub order_by: Option<CustomerOrder>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer. Needs the scope `customers:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/" -> Customer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomer {
    pub workspace_slug: String,
    /// Name of the customer, at most 255 characters.
    pub name: String,
    /// Status of the contract with the customer, as defined by the workspace; at most 255 characters.
    pub contract_status: Patch<String>,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Industry of the customer, at most 255 characters.
    pub domain: Patch<String>,
    /// Email address of the customer.
    pub email: Patch<String>,
    /// Number of employees of the customer.
    pub employees: Patch<i64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the customer in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Revenue of the customer, as a decimal number in a string, which keeps every digit.
    pub revenue: Patch<String>,
    /// Stage of the relationship with the customer, as defined by the workspace; at most 255 characters.
    pub stage: Patch<String>,
    /// URL of the customer's website.
    pub website_url: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
}

/// Gets a customer. Needs the scope `customers:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
}

/// Updates a customer. Unset fields are left unchanged. Needs the scope `customers:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> Customer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Status of the contract with the customer, as defined by the workspace; at most 255 characters.
    pub contract_status: Patch<String>,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Industry of the customer, at most 255 characters.
    pub domain: Patch<String>,
    /// Email address of the customer.
    pub email: Patch<String>,
    /// Number of employees of the customer.
    pub employees: Patch<i64>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: Patch<String>,
    /// Id of the customer in another system, at most 255 characters.
    pub external_id: Patch<String>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the customer, at most 255 characters.
    pub name: Option<String>,
    /// Revenue of the customer, as a decimal number in a string, which keeps every digit.
    pub revenue: Patch<String>,
    /// Stage of the relationship with the customer, as defined by the workspace; at most 255 characters.
    pub stage: Patch<String>,
    /// URL of the customer's website.
    pub website_url: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
}

/// Deletes a customer. Needs the scope `customers:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomer {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
}

/// Updates the customer with this `external_source` and `external_id`, or creates it if it does not exist. Needs
/// the scope `customers:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/upsert/" -> Upserted<Customer>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertCustomer {
    pub workspace_slug: String,
    /// Name of the customer, at most 255 characters.
    pub name: String,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    pub external_source: String,
    /// Id of the customer in another system, at most 255 characters.
    pub external_id: String,
    /// Status of the contract with the customer, as defined by the workspace; at most 255 characters.
    pub contract_status: Patch<String>,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Industry of the customer, at most 255 characters.
    pub domain: Patch<String>,
    /// Email address of the customer.
    pub email: Patch<String>,
    /// Number of employees of the customer.
    pub employees: Patch<i64>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Revenue of the customer, as a decimal number in a string, which keeps every digit.
    pub revenue: Patch<String>,
    /// Stage of the relationship with the customer, as defined by the workspace; at most 255 characters.
    pub stage: Patch<String>,
    /// URL of the customer's website.
    pub website_url: Patch<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
}

/// Adds work items to a customer, and removes others. Needs the scope `customers:write`.
///
/// The response contains the ids that were added and removed. The request is idempotent.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Ids of the work items to add, at most 100.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids of the work items to remove, at most 100.
    pub remove: Option<Vec<WorkItemId>>,
}

/// An organisation that a workspace serves.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Customer {
    /// Id of the customer.
    pub id: CustomerId,
    /// Name of the customer.
    pub name: Option<String>,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Option<Value>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// Industry of the customer.
    pub domain: Option<String>,
    /// Email address of the customer.
    pub email: Option<String>,
    /// Number of employees of the customer.
    #[serde(default, deserialize_with = "coerce")]
    pub employees: Option<i64>,
    /// Revenue of the customer, as a decimal number in a string, which keeps every digit.
    pub revenue: Option<String>,
    /// Stage of the relationship with the customer, as defined by the workspace.
    pub stage: Option<String>,
    /// Status of the contract with the customer, as defined by the workspace.
    pub contract_status: Option<String>,
    /// URL of the customer's website.
    pub website_url: Option<String>,
    /// Uploaded file with the logo of the customer.
    pub logo_asset_id: Option<AssetId>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Option<Value>,
    /// URL of the logo of the customer.
    pub logo_url: Option<String>,
    /// Number of [requests](crate::v2::customers::requests) of the customer.
    #[serde(default, deserialize_with = "coerce")]
    pub customer_request_count: Option<i64>,
    /// Time at which the customer was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Id of the customer in another system.
    pub external_id: Option<String>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the customer.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of customers, ascending or descending.
    pub enum CustomerOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        Name = "name",
        NameDesc = "-name",
    }
}

open_enum! {
    /// Fields of [`Customer`] that a response can include.
    pub enum CustomerField {
        All = "all",
        ArchivedAt = "archived_at",
        ContractStatus = "contract_status",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        CustomerRequestCount = "customer_request_count",
        Description = "description",
        DescriptionHtml = "description_html",
        Domain = "domain",
        Email = "email",
        Employees = "employees",
        ExternalId = "external_id",
        ExternalSource = "external_source",
        Id = "id",
        LogoAssetId = "logo_asset_id",
        LogoProps = "logo_props",
        LogoUrl = "logo_url",
        Name = "name",
        Revenue = "revenue",
        Stage = "stage",
        WebsiteUrl = "website_url",
    }
}
