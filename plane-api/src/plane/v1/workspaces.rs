//! Workspaces: the features, members, states and workflows of a workspace.
//!
//! Requests identify a workspace by its slug, which is the first segment of the workspace's path in Plane:
//! `my-workspace` in `https://app.plane.so/my-workspace/`. Workspaces themselves can only be created and deleted in
//! Plane. The requests in this module itself are part of Plane's commercial editions: the Community Edition lacks these
//! routes ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::workspaces::GetWorkspaceFeatures;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkspaceFeatures>().reply(serde_json::json!({}));
//! # let client = mock.client();
//! let features = GetWorkspaceFeatures::new("my-workspace").send(&client).await?;
//! if features.customers == Some(true) {
//!     println!("has customers");
//! }
//! # Ok(())
//! # }
//! ```

pub mod invitations;
pub mod members;
pub mod project_labels;
pub mod project_states;
pub mod states;
pub mod work_item_properties;
pub mod work_item_property_options;
pub mod work_item_types;
pub mod workflow_states;
pub mod workflow_transition_hooks;
pub mod workflow_transitions;
pub mod workflows;

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::RoleId,
};

/// Gets the enabled features of a workspace. Needs the scope `workspaces.features:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceFeatures {
    pub workspace_slug: String,
}

/// Enables or disables features of a workspace. Unset fields are left unchanged. Needs
/// the scope `workspaces.features:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceFeatures {
    pub workspace_slug: String,
    /// `true` if projects are grouped by [state](project_states).
    pub project_grouping: Patch<bool>,
    /// `true` if [initiatives](crate::v1::initiatives) are enabled.
    pub initiatives: Patch<bool>,
    /// `true` if [teamspaces](crate::v1::teamspaces) are enabled.
    pub teams: Patch<bool>,
    /// `true` if [customers](crate::v1::customers) are enabled.
    pub customers: Patch<bool>,
    /// `true` if workspace [pages](crate::v1::pages) are enabled, in addition to project pages.
    pub wiki: Patch<bool>,
    /// `true` if Plane's AI assistant is enabled.
    pub pi: Patch<bool>,
    /// `true` if [work item types](work_item_types) are managed by the workspace. Only Plane's Python SDK defines this
    /// field.
    pub work_item_types: Patch<bool>,
    /// `true` if [releases](crate::v1::releases) are enabled. Only Plane's Python SDK defines this field.
    pub releases: Patch<bool>,
    /// `true` if [work item states](states) are managed by the workspace instead of by each project. Only Plane's
    /// Python SDK defines this field.
    pub states_owned_by_workspace: Patch<bool>,
}

/// Counts the members of all projects of a workspace, by role. Only Plane's Python SDK defines this request.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-role-distribution/" -> ProjectRoleDistribution)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectRoleDistribution {
    pub workspace_slug: String,
}

/// Enabled features of a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceFeatures {
    /// `true` if projects are grouped by [state](project_states).
    pub project_grouping: Option<bool>,
    /// `true` if [initiatives](crate::v1::initiatives) are enabled.
    pub initiatives: Option<bool>,
    /// `true` if [teamspaces](crate::v1::teamspaces) are enabled.
    pub teams: Option<bool>,
    /// `true` if [customers](crate::v1::customers) are enabled.
    pub customers: Option<bool>,
    /// `true` if workspace [pages](crate::v1::pages) are enabled, in addition to project pages.
    pub wiki: Option<bool>,
    /// `true` if Plane's AI assistant is enabled.
    pub pi: Option<bool>,
    /// `true` if [work item types](work_item_types) are managed by the workspace.
    pub work_item_types: Option<bool>,
    /// `true` if [releases](crate::v1::releases) are enabled.
    pub releases: Option<bool>,
    /// `true` if [work item states](states) are managed by the workspace instead of by each project.
    pub states_owned_by_workspace: Option<bool>,
}

/// Number of project members, by role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistribution {
    /// Number of project memberships; a user counts once per project.
    #[serde(default, deserialize_with = "coerce")]
    pub total_memberships: Option<i64>,
    /// Number of users who are members of a project; a user counts once.
    #[serde(default, deserialize_with = "coerce")]
    pub total_distinct_members: Option<i64>,
    /// The same numbers for each role.
    #[serde(default, deserialize_with = "coerce")]
    pub roles: Option<Vec<ProjectRoleCount>>,
}

/// Number of project members with a role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleCount {
    /// Id of the role.
    pub role_id: Option<RoleId>,
    /// Name of the role.
    pub name: Option<String>,
    /// Slug of the role.
    pub slug: Option<String>,
    /// `true` if the role is built into Plane, `false` if the workspace defines it.
    pub is_system: Option<bool>,
    /// Rank of the role among the roles.
    #[serde(default, deserialize_with = "coerce")]
    pub level: Option<i64>,
    /// Number of memberships with the role.
    #[serde(default, deserialize_with = "coerce")]
    pub membership_count: Option<i64>,
    /// Number of users who have the role in at least one project.
    #[serde(default, deserialize_with = "coerce")]
    pub distinct_member_count: Option<i64>,
}
