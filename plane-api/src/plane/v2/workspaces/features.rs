//! Features of a workspace, which can be enabled and disabled.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::features::GetWorkspaceFeatures;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkspaceFeatures>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "is_wiki_enabled": true}));
//! # let client = mock.client();
//! let response = GetWorkspaceFeatures::new("my-workspace").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::endpoint::coerce::coerce;

/// Gets the features of a workspace, and whether they are enabled. Needs the scope `workspaces.features:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceFeatures {
    pub workspace_slug: String,
}

/// Enables or disables features of a workspace. Unset fields are left unchanged. Needs
/// the scope `workspaces.features:write`.
///
/// If you set `is_work_item_types_enabled` to `true`, the workspace manages work item types and properties from then
/// on, and the server rejects requests that write them in projects. This cannot be undone.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceFeatures {
    pub workspace_slug: String,
    /// `true` if the workspace manages work item types and properties.
    pub is_work_item_types_enabled: Option<bool>,
    /// Level of new work item types in the hierarchy of types.
    pub work_item_type_default_level: Option<i64>,
    /// `true` if work item types form a hierarchy of levels.
    pub is_workitem_hierarchy_enabled: Option<bool>,
    /// `true` if projects can be grouped.
    pub is_project_grouping_enabled: Option<bool>,
    /// `true` if teamspaces are enabled.
    pub is_teams_enabled: Option<bool>,
    /// `true` if the wiki is enabled.
    pub is_wiki_enabled: Option<bool>,
    /// `true` if initiatives are enabled.
    pub is_initiative_enabled: Option<bool>,
    /// `true` if customers are enabled.
    pub is_customer_enabled: Option<bool>,
    /// `true` if releases are enabled.
    pub is_release_enabled: Option<bool>,
    /// `true` if the time spent in each state is measured.
    pub is_state_duration_enabled: Option<bool>,
    /// `true` if Plane's assistant is enabled.
    pub is_pi_enabled: Option<bool>,
    /// `true` if members can create projects.
    pub is_member_project_creation_enabled: Option<bool>,
}

/// Features of a workspace, and whether they are enabled.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceFeatures {
    /// Id of this object.
    pub id: String,
    /// `true` if customers are enabled.
    pub is_customer_enabled: Option<bool>,
    /// `true` if initiatives are enabled.
    pub is_initiative_enabled: Option<bool>,
    /// `true` if members can create projects.
    pub is_member_project_creation_enabled: Option<bool>,
    /// `true` if Plane's assistant is enabled.
    pub is_pi_enabled: Option<bool>,
    /// `true` if projects can be grouped.
    pub is_project_grouping_enabled: Option<bool>,
    /// `true` if releases are enabled.
    pub is_release_enabled: Option<bool>,
    /// `true` if the time spent in each state is measured.
    pub is_state_duration_enabled: Option<bool>,
    /// `true` if teamspaces are enabled.
    pub is_teams_enabled: Option<bool>,
    /// `true` if the wiki is enabled.
    pub is_wiki_enabled: Option<bool>,
    /// `true` if the workspace manages work item types and properties.
    pub is_work_item_types_enabled: Option<bool>,
    /// `true` if work item types form a hierarchy of levels.
    pub is_workitem_hierarchy_enabled: Option<bool>,
    /// Level of new work item types in the hierarchy of types.
    #[serde(default, deserialize_with = "coerce")]
    pub work_item_type_default_level: Option<i64>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}
