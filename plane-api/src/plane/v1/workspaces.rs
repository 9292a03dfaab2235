//! Workspaces: what a workspace offers, and who does what in it. Requests address it by its slug, which is the first
//! part of its path in Plane: `my-workspace` in `https://app.plane.so/my-workspace/`.
//!
//! Workspaces themselves are created and deleted in Plane only. The requests of this page, not those of its parts, are
//! for Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)).
//!
//! ```no_run
//! use plane_api::{Client, v1::workspaces::GetWorkspaceFeatures};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Gets which features of a workspace are switched on. Needs the scope `workspaces.features:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceFeatures {
    pub workspace_slug: String,
}

/// Switches features of a workspace on or off. Those that are not set stay as they are. Needs the scope
/// `workspaces.features:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceFeatures {
    pub workspace_slug: String,
    /// Whether projects are grouped by [state](project_states).
    pub project_grouping: Patch<bool>,
    /// Whether [initiatives](crate::v1::initiatives) are enabled.
    pub initiatives: Patch<bool>,
    /// Whether [teamspaces](crate::v1::teamspaces) are enabled.
    pub teams: Patch<bool>,
    /// Whether [customers](crate::v1::customers) are enabled.
    pub customers: Patch<bool>,
    /// Whether workspace [pages](crate::v1::pages) are enabled, in addition to project pages.
    pub wiki: Patch<bool>,
    /// Whether Plane's AI assistant is enabled.
    pub pi: Patch<bool>,
    /// Whether [types of work items](work_item_types) are the workspace's own. Only releases of Plane's Python SDK know
    /// of it.
    pub work_item_types: Patch<bool>,
    /// Whether it has [releases](crate::v1::releases). Only releases of Plane's Python SDK know of it.
    pub releases: Patch<bool>,
    /// Whether [states of work items](states) are the workspace's own, instead of each project's. Only releases of
    /// Plane's Python SDK know of it.
    pub states_owned_by_workspace: Patch<bool>,
}

/// Counts the members of all projects of a workspace, by their role. Only Plane's Python SDK defines it.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-role-distribution/" -> ProjectRoleDistribution)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectRoleDistribution {
    pub workspace_slug: String,
}

/// Which features of a workspace are switched on.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceFeatures {
    /// Whether projects are grouped by [state](project_states).
    pub project_grouping: Option<bool>,
    /// Whether [initiatives](crate::v1::initiatives) are enabled.
    pub initiatives: Option<bool>,
    /// Whether [teamspaces](crate::v1::teamspaces) are enabled.
    pub teams: Option<bool>,
    /// Whether [customers](crate::v1::customers) are enabled.
    pub customers: Option<bool>,
    /// Whether workspace [pages](crate::v1::pages) are enabled, in addition to project pages.
    pub wiki: Option<bool>,
    /// Whether Plane's AI assistant is enabled.
    pub pi: Option<bool>,
    /// Whether [types of work items](work_item_types) are the workspace's own.
    pub work_item_types: Option<bool>,
    /// Whether it has [releases](crate::v1::releases).
    pub releases: Option<bool>,
    /// Whether [states of work items](states) are the workspace's own, instead of each project's.
    pub states_owned_by_workspace: Option<bool>,
}

/// How many members of projects have which role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistribution {
    /// Number of memberships in projects: somebody counts as often as there are projects to be a member of.
    #[serde(default, deserialize_with = "coerce")]
    pub total_memberships: Option<i64>,
    /// Number of people in projects: everybody counts once.
    #[serde(default, deserialize_with = "coerce")]
    pub total_distinct_members: Option<i64>,
    /// The roles, with their part of these numbers.
    #[serde(default, deserialize_with = "coerce")]
    pub roles: Option<Vec<ProjectRoleCount>>,
}

/// How many members of projects have one role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleCount {
    /// Id of the role.
    pub role_id: Option<RoleId>,
    /// Name of the role.
    pub name: Option<String>,
    /// What the role is known by.
    pub slug: Option<String>,
    /// Whether the role is one of Plane's own, not of the workspace.
    pub is_system: Option<bool>,
    /// How much the role may do, compared with others.
    #[serde(default, deserialize_with = "coerce")]
    pub level: Option<i64>,
    /// Number of memberships with it.
    #[serde(default, deserialize_with = "coerce")]
    pub membership_count: Option<i64>,
    /// Number of people who have it in one project at least.
    #[serde(default, deserialize_with = "coerce")]
    pub distinct_member_count: Option<i64>,
}
