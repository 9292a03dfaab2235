//! What [customers](crate::v2::customers) have asked for.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::customers::requests::ListCustomerRequests};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Lists the requests of a customer. Needs the scope `customers.requests:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/?paginate=cursor" -> CursorPage<CustomerRequest>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerRequests {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<CustomerRequestOrder>,
    /// Fields that the response has; `id` is always among them. If unset, all but `description_html`.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Creates a customer request. Needs the scope `customers.requests:write`.
///
/// No response has `work_item_ids`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/" -> CustomerRequest, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Name of the customer request, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// URL that belongs to the customer request.
    pub link: Patch<String>,
    /// Work items.
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// Fields that the response has; `id` is always among them. All if unset.
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
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<CustomerRequestField>,
}

/// Updates a customer request. Unset fields are left unchanged. Needs the scope `customers.requests:write`.
///
/// The server accepts `work_item_ids`, and ignores them.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
    /// Description, as plain text.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// URL that belongs to the customer request.
    pub link: Patch<String>,
    /// Name of the customer request, 255 characters at most.
    pub name: Option<String>,
    /// Work items.
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// Fields that the response has; `id` is always among them. All if unset.
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

/// Something that a customer has asked for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerRequest {
    /// Id of the customer request.
    pub id: CustomerRequestId,
    /// The customer.
    pub customer_id: Option<CustomerId>,
    /// Name of the customer request.
    pub name: Option<String>,
    /// Description, as plain text.
    pub description: Option<Value>,
    /// Description, as HTML. Absent from lists unless `fields` names it.
    pub description_html: Option<String>,
    /// URL that belongs to the customer request.
    pub link: Option<String>,
    /// When it was archived.
    #[serde(default, deserialize_with = "coerce")]
    pub archived_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of customer requests is sorted by, in ascending or descending order.
    pub enum CustomerRequestOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`CustomerRequest`].
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
