//! Which features a project has.
//!
//! ```no_run
//! use plane_api::{Client, v2::projects::features::GetProjectFeatures};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let response = GetProjectFeatures::new("my-workspace", "ENG").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::plane::ids::ProjectId;

/// Gets which features a project has. Needs the scope `projects.features:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Turns features of a project on or off. Unset fields are left unchanged. Needs the scope `projects.features:write`.
///
/// `is_epic_enabled` remains off while the workspace manages work item types.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Whether cycles are created by themselves.
    pub is_automated_cycle_enabled: Option<bool>,
    /// Whether the project has epics.
    pub is_epic_enabled: Option<bool>,
    /// Whether cycles are started and ended by hand.
    pub is_manually_start_end_cycles_enabled: Option<bool>,
    /// Whether the project has milestones.
    pub is_milestone_enabled: Option<bool>,
    /// Whether cycles may overlap.
    pub is_parallel_cycles_enabled: Option<bool>,
    /// Whether the project has updates.
    pub is_project_updates_enabled: Option<bool>,
    /// Whether the project has workflows.
    pub is_workflow_enabled: Option<bool>,
}

/// Which features a project has.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectFeatures {
    /// Whether cycles are created by themselves.
    pub is_automated_cycle_enabled: Option<bool>,
    /// Whether the project has epics.
    pub is_epic_enabled: Option<bool>,
    /// Whether cycles are started and ended by hand.
    pub is_manually_start_end_cycles_enabled: Option<bool>,
    /// Whether the project has milestones.
    pub is_milestone_enabled: Option<bool>,
    /// Whether cycles may overlap.
    pub is_parallel_cycles_enabled: Option<bool>,
    /// Whether the project has updates.
    pub is_project_updates_enabled: Option<bool>,
    /// Whether the project has workflows.
    pub is_workflow_enabled: Option<bool>,
}
