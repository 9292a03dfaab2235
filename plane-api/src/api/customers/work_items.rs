//! ~ Work items.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{
    Id, customers::CustomerId, customers::requests::CustomerRequestId, endpoint,
    projects::ProjectId, states::StateId, work_items::WorkItemId,
};

/// Lists customer work items. Needs the scope `customers.work_items:read`.
// NOTE: docs sample is only a detail message
#[endpoint(GET, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/" -> Vec<CustomerWorkItem>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// ~ Customer request id.
    pub customer_request_id: Option<CustomerRequestId>,
    /// Words that are looked for.
    pub search: Option<String>,
}

/// Links customer work items. Needs the scope `customers.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/" -> LinkCustomerWorkItemsResult)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LinkCustomerWorkItems {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    /// ~ Customer request id.
    #[query]
    pub customer_request_id: Option<CustomerRequestId>,
    /// ~ Issue ids.
    pub issue_ids: Vec<WorkItemId>,
}

/// Unlinks a customer work item. Needs the scope `customers.work_items:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/customers/<customer_id>/issues/<work_item_id>/" -> (), query)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UnlinkCustomerWorkItem {
    pub workspace_slug: String,
    pub customer_id: CustomerId,
    pub work_item_id: WorkItemId,
    /// ~ Customer request id.
    pub customer_request_id: Option<CustomerRequestId>,
}

/// Id of a [`CustomerWorkItem`].
pub type CustomerWorkItemId = Id<CustomerWorkItem>;

/// ~ customer work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct CustomerWorkItem {
    /// Id of the customer work item.
    pub id: Option<CustomerWorkItemId>,
    /// Name of the customer work item.
    pub name: Option<String>,
    /// Its state.
    pub state_id: Option<StateId>,
    /// How urgent it is.
    pub priority: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// ~ Project  identifier.
    #[serde(rename = "project__identifier")]
    pub project_identifier: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// ~ link customer work items result.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct LinkCustomerWorkItemsResult {
    /// What the server says.
    pub message: Option<String>,
    /// ~ Linked issues.
    pub linked_issues: Option<Vec<LinkedCustomerWorkItem>>,
}

/// Id of a [`LinkedCustomerWorkItem`].
pub type LinkedCustomerWorkItemId = Id<LinkedCustomerWorkItem>;

/// ~ linked customer work item.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct LinkedCustomerWorkItem {
    /// Id of the linked customer work item.
    pub id: LinkedCustomerWorkItemId,
    /// Name of the linked customer work item.
    pub name: Option<String>,
    /// Its number in the project, from 1.
    pub sequence_id: Option<i64>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// ~ Project  identifier.
    #[serde(rename = "project__identifier")]
    pub project_identifier: Option<String>,
}
