//! Several projects in one request, up to 50: see [`bulk`](crate::v2::bulk) for longer lists.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::projects::bulk::{BulkCreateProjects, CreateProjectRow}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
    /// The rows, 1 to 50.
    pub items: Vec<CreateProjectRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// Updates up to 50 projects. Unset fields are left unchanged. Needs the scope `projects:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/bulk-update/" -> BulkResponse<ProjectId>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkUpdateProjects {
    pub workspace_slug: String,
    /// The rows, 1 to 50.
    pub items: Vec<UpdateProjectRow>,
    /// Whether nothing is written if a row fails. The request is rejected then, with 409.
    pub all_or_none: Option<bool>,
}

/// A row of [`BulkCreateProjects`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CreateProjectRow {
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`. At most 255 characters.
    pub identifier: String,
    /// Name of the project, 255 characters at most.
    pub name: String,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Who sees the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<ProjectNetwork>,
    /// How urgent the project is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Emoji of the project, as the hexadecimal number of its character, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub emoji: Patch<String>,
    /// Icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon_prop: Patch<Value>,
    /// URL of the picture above the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cover_image: Patch<String>,
    /// Emoji or icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Whether the project has modules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_view: Option<bool>,
    /// Whether the project has cycles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_view: Option<bool>,
    /// Whether the project has views.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_views_view: Option<bool>,
    /// Whether the project has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_view: Option<bool>,
    /// Whether the project has an intake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intake_view: Option<bool>,
    /// Whether guests see all work items instead of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest_view_all_features: Option<bool>,
    /// Whether time is tracked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether work items have types.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_issue_type_enabled: Option<bool>,
    /// When it starts.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// When it is due.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Timestamp>,
    /// Months after which completed work items are archived; 0 for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_in: Option<i64>,
    /// Who is assigned to work items that are created without assignees.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_assignee_id: Patch<UserId>,
    /// Who leads the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub project_lead_id: Patch<UserId>,
    /// The state that idle work items are closed with.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_state_id: Patch<StateId>,
    /// The estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_id: Patch<EstimateId>,
    /// The state that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the project in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}

/// A row of [`BulkUpdateProjects`]: the project to update, and what to change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct UpdateProjectRow {
    /// Id of the project.
    pub id: ProjectId,
    /// Identifier, which the keys of its work items begin with: `ENG` in `ENG-7`. At most 255 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// Name of the project, 255 characters at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description, as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Who sees the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network: Option<ProjectNetwork>,
    /// How urgent the project is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Emoji of the project, as the hexadecimal number of its character, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub emoji: Patch<String>,
    /// Icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub icon_prop: Patch<Value>,
    /// URL of the picture above the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub cover_image: Patch<String>,
    /// Emoji or icon of the project, as JSON.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub logo_props: Patch<Value>,
    /// Whether the project has modules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module_view: Option<bool>,
    /// Whether the project has cycles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle_view: Option<bool>,
    /// Whether the project has views.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue_views_view: Option<bool>,
    /// Whether the project has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_view: Option<bool>,
    /// Whether the project has an intake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intake_view: Option<bool>,
    /// Whether guests see all work items instead of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest_view_all_features: Option<bool>,
    /// Whether time is tracked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_time_tracking_enabled: Option<bool>,
    /// Whether work items have types.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_issue_type_enabled: Option<bool>,
    /// When it starts.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub start_date: Patch<Timestamp>,
    /// When it is due.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub target_date: Patch<Timestamp>,
    /// Months after which completed work items are archived; 0 for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive_in: Option<i64>,
    /// Months after which idle work items are closed; 0 for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub close_in: Option<i64>,
    /// Who is assigned to work items that are created without assignees.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_assignee_id: Patch<UserId>,
    /// Who leads the project.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub project_lead_id: Patch<UserId>,
    /// The state that idle work items are closed with.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub default_state_id: Patch<StateId>,
    /// The estimate.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub estimate_id: Patch<EstimateId>,
    /// The state that it is in.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub state_id: Patch<StateId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// The system that `external_id` belongs to, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_source: Patch<String>,
    /// Id of the project in another system, 255 characters at most.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub external_id: Patch<String>,
}
