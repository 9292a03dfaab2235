//! Customer requests: features that a [customer](crate::v1::customers) asks for, and the work items linked to them.
//!
//! Like customers, customer requests are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::customers::requests::CreateCustomerRequest;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateCustomerRequest>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let customer = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_item = "9e22df71-1860-4fd6-8b3c-4ab3c5725c56";
//! let request = CreateCustomerRequest::new("my-workspace", customer, "Export to PDF")
//!     .link("https://support.example/tickets/4711")
//!     .work_item_ids([work_item])
//!     .send(&client)
//!     .await?;
//! println!("{:?}", request.id);
//! # Ok(())
//! # }
//! ```

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
    plane::ids::{CustomerId, CustomerRequestId, UserId, WorkItemId, WorkspaceId},
};

/// Lists the customer requests of a customer. Needs the scope `customers.requests:read`.
// The documentation's samples, here and below, show a customer. These are the fields that Plane's Python SDK decodes.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/" -> Page<CustomerRequest>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerRequests {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 100.
    pub per_page: Option<u32>,
}

/// Creates a customer request. Needs the scope `customers.requests:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/" -> CustomerRequest)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Name of the customer request.
    pub name: String,
    /// Description, as a Plane editor document.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// URL of the customer's original request.
    pub link: Option<String>,
    /// Work items linked to the customer request.
    pub work_item_ids: Option<Vec<WorkItemId>>,
}

/// Gets a customer request. Needs the scope `customers.requests:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
}

/// Updates a customer request. Unset fields are left unchanged. Needs the scope `customers.requests:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
    /// Name of the customer request.
    pub name: Option<String>,
    /// Description, as a Plane editor document. Only Plane's documentation of API v2 says that this field can be
    /// cleared.
    pub description: Patch<Value>,
    /// Description, as HTML. Only Plane's documentation of API v2 says that this field can be cleared.
    pub description_html: Patch<String>,
    /// URL of the customer's original request. Only Plane's documentation of API v2 says that this field can be
    /// cleared.
    pub link: Patch<String>,
    /// Work items linked to the customer request.
    pub work_item_ids: Patch<Vec<WorkItemId>>,
}

/// Deletes a customer request. Needs the scope `customers.requests:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
}

/// A feature that a customer asks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerRequest {
    /// Id of the customer request.
    pub id: Option<CustomerRequestId>,
    /// Name of the customer request.
    // `title` in Plane's Node SDK, which is the only one to define the fields from `updated_at` on.
    pub name: Option<String>,
    /// Description. Documented responses contain a string, although requests take an object.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// URL of the customer's original request.
    pub link: Option<String>,
    /// Work items linked to the customer request.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// Number of files attached to the customer request.
    #[serde(default, deserialize_with = "coerce")]
    pub attachment_count: Option<i64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
    /// Deletion time.
    #[serde(default, deserialize_with = "coerce")]
    pub deleted_at: Option<Timestamp>,
    /// Customer who made the request.
    pub customer: Option<CustomerId>,
    /// Workspace that the customer request belongs to.
    pub workspace: Option<WorkspaceId>,
    /// User who created the customer request.
    pub created_by: Option<UserId>,
    /// User who last changed the customer request.
    pub updated_by: Option<UserId>,
    /// Name of the system that `external_id` comes from.
    pub external_source: Option<String>,
    /// Id of the customer request in another system.
    pub external_id: Option<String>,
}
