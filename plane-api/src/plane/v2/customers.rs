//! Customers: the organisations that a workspace works for.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, Patch, v2::customers::{CustomerField, UpdateCustomer}};
//!
//! # async fn example() -> plane_api::Result<()> {
//! let client = Client::from_env()?;
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
    /// Only those with this contract status.
    pub contract_status: Option<String>,
    /// Only those with this field of business.
    pub domain: Option<String>,
    /// Only the one with this id in another system.
    pub external_id: Option<String>,
    /// Only those from this system.
    pub external_source: Option<String>,
    /// Only those with this name.
    pub name: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this stage.
    pub stage: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<CustomerOrder>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer. Needs the scope `customers:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/" -> Customer, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomer {
    pub workspace_slug: String,
    /// Name of the customer, 255 characters at most.
    pub name: String,
    /// Status of the contract, in words of the workspace, 255 characters at most.
    pub contract_status: Patch<String>,
    /// Description. The SDKs take any JSON here, the documentation has a string.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Field of business, 255 characters at most.
    pub domain: Patch<String>,
    /// Email address.
    pub email: Patch<String>,
    /// Number of employees.
    pub employees: Patch<i64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the customer in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Revenue, as a decimal number in a string, so that no digit is lost.
    pub revenue: Patch<String>,
    /// Stage of the relation, in words of the workspace, 255 characters at most.
    pub stage: Patch<String>,
    /// URL of the website.
    pub website_url: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Status of the contract, in words of the workspace, 255 characters at most.
    pub contract_status: Patch<String>,
    /// Description. The SDKs take any JSON here, the documentation has a string.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Field of business, 255 characters at most.
    pub domain: Patch<String>,
    /// Email address.
    pub email: Patch<String>,
    /// Number of employees.
    pub employees: Patch<i64>,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: Patch<String>,
    /// Id of the customer in another system, 255 characters at most.
    pub external_id: Patch<String>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Name of the customer, 255 characters at most.
    pub name: Option<String>,
    /// Revenue, as a decimal number in a string, so that no digit is lost.
    pub revenue: Patch<String>,
    /// Stage of the relation, in words of the workspace, 255 characters at most.
    pub stage: Patch<String>,
    /// URL of the website.
    pub website_url: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
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

/// Updates the customer that has this external id, or creates it. Needs the scope `customers:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/upsert/" -> Upserted<Customer>, root = "/api/v2", decode = upserted)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpsertCustomer {
    pub workspace_slug: String,
    /// Name of the customer, 255 characters at most.
    pub name: String,
    /// The system that `external_id` belongs to, 255 characters at most.
    pub external_source: String,
    /// Id of the customer in another system, 255 characters at most.
    pub external_id: String,
    /// Status of the contract, in words of the workspace, 255 characters at most.
    pub contract_status: Patch<String>,
    /// Description. The SDKs take any JSON here, the documentation has a string.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// Field of business, 255 characters at most.
    pub domain: Patch<String>,
    /// Email address.
    pub email: Patch<String>,
    /// Number of employees.
    pub employees: Patch<i64>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Patch<Value>,
    /// Revenue, as a decimal number in a string, so that no digit is lost.
    pub revenue: Patch<String>,
    /// Stage of the relation, in words of the workspace, 255 characters at most.
    pub stage: Patch<String>,
    /// URL of the website.
    pub website_url: Patch<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerField>,
}

/// Adds work items to a customer, and removes others. Needs the scope `customers:write`.
///
/// The response has what has changed. Repeating the request is harmless.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/work-items/" -> Managed<WorkItemId>, root = "/api/v2", retry = idempotent)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ManageCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Ids to add, 100 at most.
    pub add: Option<Vec<WorkItemId>>,
    /// Ids to remove, 100 at most.
    pub remove: Option<Vec<WorkItemId>>,
}

/// An organisation that a workspace works for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Customer {
    /// Id of the customer.
    pub id: CustomerId,
    /// Name of the customer.
    pub name: Option<String>,
    /// Description. The SDKs take any JSON here, the documentation has a string.
    pub description: Option<Value>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// Field of business.
    pub domain: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Number of employees.
    #[serde(default, deserialize_with = "coerce")]
    pub employees: Option<i64>,
    /// Revenue, as a decimal number in a string, so that no digit is lost.
    pub revenue: Option<String>,
    /// Stage of the relation, in words of the workspace.
    pub stage: Option<String>,
    /// Status of the contract, in words of the workspace.
    pub contract_status: Option<String>,
    /// URL of the website.
    pub website_url: Option<String>,
    /// The uploaded logo.
    pub logo_asset_id: Option<AssetId>,
    /// Emoji or icon of the customer, as JSON.
    pub logo_props: Option<Value>,
    /// URL of the logo.
    pub logo_url: Option<String>,
    /// Number of its requests.
    #[serde(default, deserialize_with = "coerce")]
    pub customer_request_count: Option<i64>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Id of the customer in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of customers is sorted by, in ascending or descending order.
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
    /// Fields that a response can have of a [`Customer`].
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
