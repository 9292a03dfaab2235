//! ~ Requests.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    Cursor, Id, Page, Patch, common::WorkspaceId, customers::CustomerId, endpoint, users::UserId,
    work_items::WorkItemId,
};

/// Lists customer requests. Needs the scope `customers.requests:read`.
// NOTE: docs sample shows a customer-shaped object
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/" -> Page<CustomerRequest>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerRequests {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
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
    /// ~ Description.
    pub description: Option<Value>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// ~ Link.
    pub link: Option<String>,
    /// The work items.
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

/// Updates a customer request. Needs the scope `customers.requests:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/customers/<customer_id>/requests/<request_id>/" -> CustomerRequest)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateCustomerRequest {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub request_id: CustomerRequestId,
    /// Name of the customer request.
    pub name: Option<String>,
    /// ~ Description.
    pub description: Patch<Value>,
    /// Description, as HTML.
    pub description_html: Patch<String>,
    /// ~ Link.
    pub link: Patch<String>,
    /// The work items.
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

/// Id of a [`CustomerRequest`].
pub type CustomerRequestId = Id<CustomerRequest>;

/// ~ customer request.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerRequest {
    /// Id of the customer request.
    pub id: Option<CustomerRequestId>,
    /// Name of the customer request.
    pub name: String,
    /// ~ Description.
    pub description: Option<String>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// ~ Link.
    pub link: Option<String>,
    /// The work items.
    pub work_item_ids: Option<Vec<WorkItemId>>,
    /// ~ Attachment count.
    pub attachment_count: Option<i64>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// Title of the customer request.
    pub title: Option<String>,
    /// The customer that it belongs to.
    pub customer: Option<CustomerId>,
    /// The workspace that it belongs to.
    pub workspace: Option<WorkspaceId>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Id of the customer request in another system.
    pub external_id: Option<String>,
}
