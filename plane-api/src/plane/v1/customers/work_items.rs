//! Work items linked to a [customer](crate::v1::customers) or to one of a customer's
//! [requests](crate::v1::customers::requests).
//!
//! Like customers, these links are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::customers::work_items::LinkCustomerWorkItems;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<LinkCustomerWorkItems>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let customer = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let work_items = ["9e22df71-1860-4fd6-8b3c-4ab3c5725c56"];
//! LinkCustomerWorkItems::new("my-workspace", customer, work_items).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::coerce::coerce,
    plane::{
        ids::{CustomerId, CustomerRequestId, ProjectId, StateId, WorkItemId},
        v1::work_items::Priority,
    },
};

/// Lists the work items linked to a customer, without pagination. Needs the scope `customers.work_items:read`.
// The documentation's sample is not a real response: `{"detail": "…"}`. Plane's Python SDK decodes this type.
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/" -> Vec<CustomerWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Returns only work items that are linked to this [customer request](crate::v1::customers::requests). Only Plane's
    /// Python SDK defines this field.
    pub customer_request_id: Option<CustomerRequestId>,
    /// Returns only work items that match this search text. Only Plane's Python SDK defines this field.
    pub search: Option<String>,
}

/// Links work items to a customer. Needs the scope `customers.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/" -> LinkedCustomerWorkItems)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// Customer request to which the work items are linked; none if unset. Only Plane's Python SDK defines this field.
    #[query]
    pub customer_request_id: Option<CustomerRequestId>,
    /// The work items to link.
    pub issue_ids: Vec<WorkItemId>,
}

/// Removes the link between a work item and a customer. Needs the scope `customers.work_items:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/<work_item_id>/" -> (), query)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnlinkCustomerWorkItem {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub work_item_id: WorkItemId,
    /// Customer request from which the work item is unlinked. Only Plane's Python SDK defines this field.
    pub customer_request_id: Option<CustomerRequestId>,
}

/// A work item linked to a customer.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerWorkItem {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Name of the work item.
    pub name: Option<String>,
    /// Sequence number in the project, starting at 1.
    #[serde(default, deserialize_with = "coerce")]
    pub sequence_id: Option<i64>,
    /// Project that the work item belongs to.
    pub project_id: Option<ProjectId>,
    /// Prefix of the project's work item numbers, such as `ROC` in `ROC-7`.
    #[serde(rename = "project__identifier")]
    pub project_identifier: Option<String>,
    /// State of the work item. Only [`ListCustomerWorkItems`] returns this field and the following ones.
    pub state_id: Option<StateId>,
    /// Priority of the work item.
    pub priority: Option<Priority>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

/// The response to [`LinkCustomerWorkItems`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct LinkedCustomerWorkItems {
    /// Message of the server.
    // `message` in Plane's SDKs, `detail` in the documentation.
    #[serde(alias = "detail")]
    pub message: Option<String>,
    /// Work items that are linked now. Plane's documentation lacks this field.
    #[serde(default, deserialize_with = "coerce")]
    pub linked_issues: Option<Vec<CustomerWorkItem>>,
}
