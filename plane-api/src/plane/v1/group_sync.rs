//! Group sync: memberships of a workspace and its projects, derived from the groups of an identity provider.
//!
//! A mapping gives the members of a group a role, in the workspace or in projects. Group sync is part of Plane's
//! commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and some subscription plans do not include it
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only workspace admins may use it.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::group_sync::{CreateProjectGroupMapping, UpdateGroupSyncConfig};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<UpdateGroupSyncConfig>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}));
//! # mock.expect_any::<CreateProjectGroupMapping>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "idp_group_name": "text", "all_projects": true, "role": "text", "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}));
//! # let client = mock.client();
//! UpdateGroupSyncConfig::new("my-workspace").is_enabled(true).send(&client).await?;
//! CreateProjectGroupMapping::new("my-workspace", "engineering", "member")
//!     .project("ROC")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, patch::Patch},
    plane::ids::{GroupSyncConfigId, ProjectGroupMappingId, WorkspaceGroupMappingId},
};

/// Gets the group sync settings of a workspace. Needs the scope `workspaces.group_sync:read`.
///
/// If the workspace has no settings yet, Plane creates settings with default values.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetGroupSyncConfig {
    pub workspace_slug: String,
}

/// Updates the group sync settings of a workspace. Unset fields are left unchanged. Needs
/// the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateGroupSyncConfig {
    pub workspace_slug: String,
    /// `true` if group sync is enabled.
    pub is_enabled: Option<bool>,
    /// `true` if a user's groups are synced at each login.
    pub sync_on_login: Option<bool>,
    /// `true` if members who leave a group **lose** the workspace or project access that the group granted.
    pub auto_remove: Option<bool>,
    /// `true` if groups are also synced between logins.
    pub sync_offline: Option<bool>,
    /// Claim in which the identity provider lists a user's groups, such as `groups`.
    pub group_attribute_key: Option<String>,
    /// Slug of the role of members whom group sync adds to the workspace, such as `member`.
    pub default_workspace_role: Option<String>,
}

/// Lists the project mappings, without pagination. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> Vec<ProjectGroupMapping>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectGroupMappings {
    pub workspace_slug: String,
    /// Returns only mappings of the project with this identifier, in upper or lower case. If the identifier is unknown,
    /// the list is empty. Plane documents this field for a future release.
    pub project_identifier: Option<String>,
}

/// Gives the members of a group a role in one project or in all projects. Needs
/// the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: String,
    /// Identifier of the project, such as `ROC`. Mutually exclusive with `all_projects`.
    pub project: Option<String>,
    /// `true` if the mapping applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Gets a project mapping. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Updates a project mapping. Unset fields are left unchanged; a request without any field is rejected with 400. Needs
/// the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: Option<String>,
    /// Identifier of the project, such as `ROC`. Mutually exclusive with `all_projects`. Only Plane's documentation of
    /// API v2 says that this field can be cleared.
    pub project: Patch<String>,
    /// `true` if the mapping applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Updates a project mapping, identified by project and group name instead of its id. Unset fields are left unchanged.
/// Needs the scope `workspaces.group_sync:write`.
///
/// A mapping to all projects has no project identifier: use [`UpdateProjectGroupMapping`] for it. A request without any
/// field is rejected with 400. Plane documents this request for a future release; a server may lack it.
// Plane names the path parameter `idp_group_name`, like a field of the body.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<project_key>/<group_name>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMappingByKey {
    pub workspace_slug: String,
    /// Identifier of the mapping's project, such as `ROC`, in upper or lower case.
    pub project_key: String,
    /// Exact name of the mapping's group at the identity provider.
    pub group_name: String,
    /// New name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: Option<String>,
    /// Identifier of the new project, such as `ROC`. Mutually exclusive with `all_projects`.
    pub project: Patch<String>,
    /// `true` if the mapping applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Deletes a project mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Lists the workspace mappings, without pagination. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> Vec<WorkspaceGroupMapping>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceGroupMappings {
    pub workspace_slug: String,
}

/// Gives the members of a group a role in a workspace. Needs the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: String,
}

/// Gets a workspace mapping. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Updates a workspace mapping. Unset fields are left unchanged; a request without any field is rejected with 400.
/// Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: Option<String>,
}

/// Deletes a workspace mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Settings of group sync in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GroupSyncConfig {
    /// Id of the settings. Requests do not need this id, because a workspace has only one `GroupSyncConfig`.
    pub id: GroupSyncConfigId,
    /// `true` if group sync is enabled.
    pub is_enabled: Option<bool>,
    /// `true` if a user's groups are synced at each login.
    pub sync_on_login: Option<bool>,
    /// `true` if members who leave a group lose the workspace or project access that the group granted.
    pub auto_remove: Option<bool>,
    /// `true` if groups are also synced between logins.
    pub sync_offline: Option<bool>,
    /// Claim in which the identity provider lists a user's groups, such as `groups`.
    pub group_attribute_key: Option<String>,
    /// Slug of the role of members whom group sync adds to the workspace.
    pub default_workspace_role: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

/// Role of a group in one project or in all projects.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectGroupMapping {
    /// Id of the mapping.
    pub id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// Identifier of the project, such as `ROC`; unset if the mapping applies to all projects.
    pub project: Option<String>,
    /// `true` if the mapping applies to all projects of the workspace.
    pub all_projects: bool,
    /// Slug of the role that the group's members get.
    pub role: String,
    /// Creation time.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
}

/// Role of a group in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceGroupMapping {
    /// Id of the mapping.
    pub id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// Slug of the role that the group's members get.
    pub role: String,
    /// Creation time.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
}
