//! Bulk requests for projects, with up to 50 rows each. For longer lists, use
//! [`send_in_batches`](crate::v2::bulk::send_in_batches).
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::bulk::{BulkCreateProjects, CreateProjectRow};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<BulkCreateProjects>().reply(serde_json::json!({"results": [{"index": 0, "result": "created", "id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "succeeded": 1, "failed": 0}));
//! # let client = mock.client();
//! let row = CreateProjectRow { identifier: "PAY".into(), name: "Payments".into(), ..Default::default() };
//! let response = BulkCreateProjects::new("acme", [row]).send(&client).await?;
//! println!("{} of {} failed", response.failed, response.results.len());
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Serialize;
use serde_json::Value;

use crate::{
    endpoint::patch::Patch,
    plane::{
        ids::{EstimateId, ProjectId, StateId, UserId},
        v2::{bulk::BulkResponse, common::Priority, projects::ProjectNetwork},
    },
};

/// Creates up to 50 projects. Needs the scope `projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/bulk-create/" -> BulkResponse<ProjectId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateProjects {
    pub workspace_slug: String,
    /// One row for each project, 1 to 50.
    pub items: Vec<CreateProjectRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 projects. Unset fields are left unchanged. Needs the scope `projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/bulk-update/" -> BulkResponse<ProjectId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateProjects {
    pub workspace_slug: String,
    /// One row for each project, 1 to 50.
    pub items: Vec<UpdateProjectRow>,
    /// If `true` and a row fails, the server rejects the whole request with 409 and writes nothing.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateProjects`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateProjectRow {
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, at most 255 characters.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Visibility of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<ProjectNetwork>,
    /// Priority of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`; at most 255 characters. An old format: see
    /// `logo_props`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub emoji: Patch<String>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon_prop: Patch<Value>,
    /// URL of the cover image.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cover_image: Patch<String>,
    /// Emoji or icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// `true` if modules are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_view: Option<bool>,
    /// `true` if cycles are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_view: Option<bool>,
    /// `true` if views are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_views_view: Option<bool>,
    /// `true` if pages are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_view: Option<bool>,
    /// `true` if the intake is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intake_view: Option<bool>,
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest_view_all_features: Option<bool>,
    /// `true` if time tracking is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if work item types are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_issue_type_enabled: Option<bool>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Timestamp>,
    /// Months after which completed work items are archived; 0 means never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_in: Option<i64>,
    /// User to whom new work items are assigned by default.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_assignee_id: Patch<UserId>,
    /// User who leads the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub project_lead_id: Patch<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_state_id: Patch<StateId>,
    /// Estimate that the project uses.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_id: Patch<EstimateId>,
    /// State of the project itself, not of work items.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the project in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateProjects`]: the id of the project, and the changes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateProjectRow {
    /// Id of the project.
    pub id: ProjectId,
    /// Identifier of the project, with which the keys of work items begin: `ENG` in `ENG-7`. At most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Name of the project, at most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Visibility of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<ProjectNetwork>,
    /// Priority of the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Emoji of the project, as a hexadecimal code point such as `1f680`; at most 255 characters. An old format: see
    /// `logo_props`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub emoji: Patch<String>,
    /// Icon of the project, as JSON. An old format: see `logo_props`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon_prop: Patch<Value>,
    /// URL of the cover image.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cover_image: Patch<String>,
    /// Emoji or icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// `true` if modules are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_view: Option<bool>,
    /// `true` if cycles are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_view: Option<bool>,
    /// `true` if views are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_views_view: Option<bool>,
    /// `true` if pages are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_view: Option<bool>,
    /// `true` if the intake is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intake_view: Option<bool>,
    /// `true` if guests see all work items, `false` if guests see only their own work items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest_view_all_features: Option<bool>,
    /// `true` if time tracking is enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_time_tracking_enabled: Option<bool>,
    /// `true` if work item types are enabled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_issue_type_enabled: Option<bool>,
    /// Start date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// Due date.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Timestamp>,
    /// Months after which completed work items are archived; 0 means never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_in: Option<i64>,
    /// Months of inactivity after which work items are closed; 0 means never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_in: Option<i64>,
    /// User to whom new work items are assigned by default.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_assignee_id: Patch<UserId>,
    /// User who leads the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub project_lead_id: Patch<UserId>,
    /// State of inactive work items after they are closed: see `close_in`.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_state_id: Patch<StateId>,
    /// Estimate that the project uses.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_id: Patch<EstimateId>,
    /// State of the project itself, not of work items.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Name of the system that `external_id` comes from, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the project in another system, at most 255 characters.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
