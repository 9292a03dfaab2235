//! Features of a project, which can be enabled and disabled.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::features::GetProjectFeatures;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetProjectFeatures>().reply(serde_json::json!({"is_epic_enabled": true}));
//! # let client = mock.client();
//! let response = GetProjectFeatures::new("my-workspace", "ENG").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::plane::ids::ProjectId;

/// Gets the features of a project, and whether they are enabled. Needs the scope `projects.features:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
}

/// Enables or disables features of a project. Unset fields are left unchanged. Needs
/// the scope `projects.features:write`.
///
/// If the workspace manages work item types, `is_epic_enabled` is always `false`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/features/" -> ProjectFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectFeatures {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// `true` if cycles are created automatically.
    pub is_automated_cycle_enabled: Option<bool>,
    /// `true` if epics are enabled.
    pub is_epic_enabled: Option<bool>,
    /// `true` if cycles are started and ended manually.
    pub is_manually_start_end_cycles_enabled: Option<bool>,
    /// `true` if milestones are enabled.
    pub is_milestone_enabled: Option<bool>,
    /// `true` if cycles can overlap.
    pub is_parallel_cycles_enabled: Option<bool>,
    /// `true` if project updates are enabled.
    pub is_project_updates_enabled: Option<bool>,
    /// `true` if workflows are enabled.
    pub is_workflow_enabled: Option<bool>,
}

/// Features of a project, and whether they are enabled.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectFeatures {
    /// `true` if cycles are created automatically.
    pub is_automated_cycle_enabled: Option<bool>,
    /// `true` if epics are enabled.
    pub is_epic_enabled: Option<bool>,
    /// `true` if cycles are started and ended manually.
    pub is_manually_start_end_cycles_enabled: Option<bool>,
    /// `true` if milestones are enabled.
    pub is_milestone_enabled: Option<bool>,
    /// `true` if cycles can overlap.
    pub is_parallel_cycles_enabled: Option<bool>,
    /// `true` if project updates are enabled.
    pub is_project_updates_enabled: Option<bool>,
    /// `true` if workflows are enabled.
    pub is_workflow_enabled: Option<bool>,
}
