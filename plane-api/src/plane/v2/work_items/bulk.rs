//! Several work items in one request, up to 50: see [`bulk`](crate::v2::bulk) for longer lists.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::work_items::bulk::{BulkCreateWorkItems, CreateWorkItemRow}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// The rows, 1 to 50.
    pub items: Vec<CreateWorkItemRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
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
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 work items. Unset fields are left unchanged. Needs the scope `projects.work_items:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/work-items/bulk-update/" -> BulkResponse<WorkItemId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateWorkItems {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The rows, 1 to 50.
    pub items: Vec<UpdateWorkItemRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateWorkItems`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateWorkItemRow {
    /// Name of the work item, 255 characters at most.
    pub name: String,
    /// Who works on it. If unset, the default assignee of the project; an empty list is nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Who works on it, by email address. Instead of `assignee_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// Values of custom properties, by the name or id of the property. `null` changes nothing.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// The cycle that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. No response has it.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub description_html: Patch<String>,
    /// The estimate, by its value. Instead of `estimate_point_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate: Patch<String>,
    /// The estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_point_id: Patch<EstimatePointId>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// Its labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Its labels, by name. Instead of `label_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// The modules that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// The parent, by its key, such as `PROJ-142`. Instead of `parent_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<String>,
    /// What it stands below.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<WorkItemId>,
    /// How urgent the work item is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// When it starts.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// The state, by name. Instead of `state_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<String>,
    /// The state that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// When it is due.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// The type, by name. Instead of `type_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<String>,
    /// The type.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub type_id: Patch<WorkItemTypeId>,
}

/// A row of [`BulkUpdateWorkItems`]: the work item to update, and what to change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateWorkItemRow {
    /// Id of the work item.
    pub id: WorkItemId,
    /// Name of the work item, 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who works on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee_ids: Option<Vec<UserId>>,
    /// Who works on it, by email address. Instead of `assignee_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignees: Option<Vec<String>>,
    /// Values of custom properties, by the name or id of the property. `null` changes nothing.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub custom_fields: Patch<BTreeMap<String, Value>>,
    /// The cycle that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cycle_id: Patch<CycleId>,
    /// Description, as HTML. No response has it.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub description_html: Patch<String>,
    /// The estimate, by its value. Instead of `estimate_point_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate: Patch<String>,
    /// The estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_point_id: Patch<EstimatePointId>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the work item in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
    /// Its labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_ids: Option<Vec<LabelId>>,
    /// Its labels, by name. Instead of `label_ids`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// The modules that it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_ids: Option<Vec<ModuleId>>,
    /// The parent, by its key, such as `PROJ-142`. Instead of `parent_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent: Patch<String>,
    /// What it stands below.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub parent_id: Patch<WorkItemId>,
    /// How urgent the work item is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// When it starts.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Date>,
    /// The state, by name. Instead of `state_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state: Patch<String>,
    /// The state that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// When it is due.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Date>,
    /// The type, by name. Instead of `type_id`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub r#type: Patch<String>,
    /// The type.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub type_id: Patch<WorkItemTypeId>,
}
