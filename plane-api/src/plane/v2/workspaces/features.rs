//! Which features a workspace has.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::features::GetWorkspaceFeatures};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let response = GetWorkspaceFeatures::new("my-workspace").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::endpoint::coerce::coerce;

/// Gets which features a workspace has. Needs the scope `workspaces.features:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceFeatures {
    pub workspace_slug: String,
}

/// Turns features of a workspace on or off. Unset fields are left unchanged. Needs the scope
/// `workspaces.features:write`.
///
/// `is_work_item_types_enabled` moves work item types and properties to the workspace: requests that write them in
/// projects are rejected from then on. It cannot be undone.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceFeatures {
    pub workspace_slug: String,
    /// Whether the workspace manages work item types and properties.
    pub is_work_item_types_enabled: Option<bool>,
    /// The level of new work item types.
    pub work_item_type_default_level: Option<i64>,
    /// Whether work item types have levels.
    pub is_workitem_hierarchy_enabled: Option<bool>,
    /// Whether projects can be grouped.
    pub is_project_grouping_enabled: Option<bool>,
    /// Whether the workspace has teamspaces.
    pub is_teams_enabled: Option<bool>,
    /// Whether the workspace has a wiki.
    pub is_wiki_enabled: Option<bool>,
    /// Whether the workspace has initiatives.
    pub is_initiative_enabled: Option<bool>,
    /// Whether the workspace has customers.
    pub is_customer_enabled: Option<bool>,
    /// Whether the workspace has releases.
    pub is_release_enabled: Option<bool>,
    /// Whether the time in each state is measured.
    pub is_state_duration_enabled: Option<bool>,
    /// Whether the workspace has Plane's assistant.
    pub is_pi_enabled: Option<bool>,
    /// Whether members may create projects.
    pub is_member_project_creation_enabled: Option<bool>,
}

/// Which features a workspace has.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceFeatures {
    /// Id of the features.
    pub id: String,
    /// Whether the workspace has customers.
    pub is_customer_enabled: Option<bool>,
    /// Whether the workspace has initiatives.
    pub is_initiative_enabled: Option<bool>,
    /// Whether members may create projects.
    pub is_member_project_creation_enabled: Option<bool>,
    /// Whether the workspace has Plane's assistant.
    pub is_pi_enabled: Option<bool>,
    /// Whether projects can be grouped.
    pub is_project_grouping_enabled: Option<bool>,
    /// Whether the workspace has releases.
    pub is_release_enabled: Option<bool>,
    /// Whether the time in each state is measured.
    pub is_state_duration_enabled: Option<bool>,
    /// Whether the workspace has teamspaces.
    pub is_teams_enabled: Option<bool>,
    /// Whether the workspace has a wiki.
    pub is_wiki_enabled: Option<bool>,
    /// Whether the workspace manages work item types and properties.
    pub is_work_item_types_enabled: Option<bool>,
    /// Whether work item types have levels.
    pub is_workitem_hierarchy_enabled: Option<bool>,
    /// The level of new work item types.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_default_level: Option<i64>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}
