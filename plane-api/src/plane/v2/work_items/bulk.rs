//! Bulk requests for work items, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::work_items::bulk::{BulkCreateWorkItems, CreateWorkItemRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateWorkItems>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateWorkItemRow { name: "Fix the login".into(), ..Default::default() };
//! let response = BulkCreateWorkItems::new("acme", "ENG", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use jiff::civil::Date;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{
            CycleId, EstimatePointId, LabelId, ModuleId, ProjectId, StateId, UserId, WorkItemId,
            WorkItemTypeId,
        },
        v2::{bulk::BulkResponse, common::Priority},
    },
};

/// Creates up to 50 work items. Needs the scope `projects.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/bulk-create/" -> BulkResponse<WorkItemId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each work item, 1 to 50.
    pub items: Vec<CreateWorkItemRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Deletes up to 50 work items. Needs the scope `projects.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/bulk-delete/" -> BulkResponse<WorkItemId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkDeleteWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Ids of the work items, 1 to 50.
    pub ids: Vec<WorkItemId>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and deletes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 work items. Unset fields are left unchanged. Needs the scope `projects.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/bulk-update/" -> BulkResponse<WorkItemId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// One row for each work item, 1 to 50.
    pub items: Vec<UpdateWorkItemRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateWorkItems`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateWorkItemRow {
    /// Name of the work item, at most 255 characters.
    pub name: String,
    /// Users to whom the work item is assigned. If unset, a new work item is assigned to the default assignee of the
    /// project; an empty list assigns it to nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Users to whom the work item is assigned, by email address. Mutually exclusive with `assignee_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// Values of custom properties, by name or id of the property. `null` ([`Patch::Clear`]) instead of a map has no
    /// effect.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle that the work item belongs to.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. Not included in responses.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub description_html: Patch<String>,
    /// Estimate of the work item, by the value of the point, such as `8`. Mutually exclusive with `estimate_point_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate: Patch<String>,
    /// Estimate of the work item: a [point](crate::v2::estimates::points) of the project's estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// Labels of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels of the work item, by name. Mutually exclusive with `label_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// Modules that the work item belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// Parent work item, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<String>,
    /// Parent work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<WorkItemId>,
    /// Priority of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// State of the work item, by name. Mutually exclusive with `state_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<String>,
    /// State of the work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Type of the work item, by name. Mutually exclusive with `type_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<String>,
    /// Type of the work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub type_id: Patch<WorkItemTypeId>,
}

/// A row of [`BulkUpdateWorkItems`]: the id of the work item, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateWorkItemRow {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Name of the work item, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Users to whom the work item is assigned. The list replaces the current assignees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Users to whom the work item is assigned, by email address. Mutually exclusive with `assignee_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// Values of custom properties, by name or id of the property. Properties that are not in the map keep their
    /// values. `null` ([`Patch::Clear`]) instead of a map changes nothing.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// Cycle that the work item belongs to.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. Not included in responses.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub description_html: Patch<String>,
    /// Estimate of the work item, by the value of the point, such as `8`. Mutually exclusive with `estimate_point_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate: Patch<String>,
    /// Estimate of the work item: a [point](crate::v2::estimates::points) of the project's estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_point_id: Patch<EstimatePointId>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// Labels of the work item. The list replaces the current labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Labels of the work item, by name. Mutually exclusive with `label_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// Modules that the work item belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// Parent work item, by key, such as `PROJ-142`. Mutually exclusive with `parent_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<String>,
    /// Parent work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<WorkItemId>,
    /// Priority of the work item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// State of the work item, by name. Mutually exclusive with `state_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<String>,
    /// State of the work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// Type of the work item, by name. Mutually exclusive with `type_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<String>,
    /// Type of the work item.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub type_id: Patch<WorkItemTypeId>,
}
