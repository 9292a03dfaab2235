//! Customer requests: what [customers](crate::v2::customers) ask for.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::customers::requests::ListCustomerRequests;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListCustomerRequests>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListCustomerRequests::new("my-workspace", "6ba7b810-9dad-11d1-80b4-00c04fd430c8").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{CustomerId, CustomerRequestId, UserId, WorkItemId},
        v2::lists::CursorPage,
    },
};

/// Lists the customer requests of a customer. Needs the scope `customers.requests:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/?paginate=cursor" -> CursorPage<CustomerRequest>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerRequests {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Returns only customer requests that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<CustomerRequestOrder>,
    /// Fields to include in the response. If unset: all except `description_html`. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer request. Needs the scope `customers.requests:write`.
///
/// Responses do not contain `work_item_ids`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/" -> CustomerRequest, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Name of the customer request, at most 255 characters.
    pub name: String,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// URL at which the customer made the request.
    pub link: Patch<String>,
    /// Work items to link to the customer request.
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
}

/// Gets a customer request. Needs the scope `customers.requests:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
}

/// Updates a customer request. Unset fields are left unchanged. Needs the scope `customers.requests:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// URL at which the customer made the request.
    pub link: Patch<String>,
    /// Name of the customer request, at most 255 characters.
    pub name: Option<String>,
    /// The server ignores this field.
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
}

/// Deletes a customer request. Needs the scope `customers.requests:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
}

/// A customer request: something that a customer asks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerRequest {
    /// Id of the customer request.
    pub id: CustomerRequestId,
    /// Customer who made the request.
    pub customer_id: Option<CustomerId>,
    /// Name of the customer request.
    pub name: Option<String>,
    /// Description: a string according to Plane's documentation, any JSON according to Plane's SDKs.
    pub description: Option<Value>,
    /// Description, as HTML. Omitted from lists unless `fields` includes it.
    pub description_html: Option<String>,
    /// URL at which the customer made the request.
    pub link: Option<String>,
    /// Time at which the customer request was archived, if it is archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the customer request.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of customer requests, ascending or descending.
    pub enum CustomerRequestOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`CustomerRequest`] that a response can include.
    pub enum CustomerRequestField {
        All = "all",
        ArchivedAt = "archived_at",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        CustomerId = "customer_id",
        Description = "description",
        DescriptionHtml = "description_html",
        Id = "id",
        Link = "link",
        Name = "name",
    }
}
