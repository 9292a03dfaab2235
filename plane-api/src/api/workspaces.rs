//! ~ Workspaces.

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

use serde::Deserialize;

use crate::{Patch, endpoint, roles::RoleId};

/// Gets a workspace features. Needs the scope `workspaces.features:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceFeatures {
    pub workspace_slug: String,
}

/// Updates a workspace features. Needs the scope `workspaces.features:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/features/" -> WorkspaceFeatures)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceFeatures {
    pub workspace_slug: String,
    /// ~ Project grouping.
    pub project_grouping: Patch<bool>,
    /// ~ Initiatives.
    pub initiatives: Patch<bool>,
    /// ~ Teams.
    pub teams: Patch<bool>,
    /// ~ Customers.
    pub customers: Patch<bool>,
    /// ~ Wiki.
    pub wiki: Patch<bool>,
    /// ~ Pi.
    pub pi: Patch<bool>,
    /// ~ Work item types.
    pub work_item_types: Patch<bool>,
    /// ~ Releases.
    pub releases: Patch<bool>,
    /// ~ States owned by workspace.
    pub states_owned_by_workspace: Patch<bool>,
}

/// Gets a project role distribution.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-role-distribution/" -> ProjectRoleDistribution)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectRoleDistribution {
    pub workspace_slug: String,
}

/// ~ workspace features.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceFeatures {
    /// ~ Project grouping.
    pub project_grouping: Option<bool>,
    /// ~ Initiatives.
    pub initiatives: Option<bool>,
    /// ~ Teams.
    pub teams: Option<bool>,
    /// ~ Customers.
    pub customers: Option<bool>,
    /// ~ Wiki.
    pub wiki: Option<bool>,
    /// ~ Pi.
    pub pi: Option<bool>,
    /// ~ Work item types.
    pub work_item_types: Option<bool>,
    /// ~ Releases.
    pub releases: Option<bool>,
    /// ~ States owned by workspace.
    pub states_owned_by_workspace: Option<bool>,
}

/// ~ project role distribution.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistribution {
    /// ~ Total memberships.
    pub total_memberships: Option<i64>,
    /// ~ Total distinct members.
    pub total_distinct_members: Option<i64>,
    /// ~ Roles.
    pub roles: Option<Vec<ProjectRoleDistributionEntry>>,
}

/// ~ project role distribution entry.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistributionEntry {
    /// ~ Role id.
    pub role_id: Option<RoleId>,
    /// Name of the project role distribution entry.
    pub name: Option<String>,
    /// Name as part of a URL.
    pub slug: Option<String>,
    /// ~ Is system.
    pub is_system: Option<bool>,
    /// Level in the hierarchy.
    pub level: Option<i64>,
    /// ~ Membership count.
    pub membership_count: Option<i64>,
    /// ~ Distinct member count.
    pub distinct_member_count: Option<i64>,
}
