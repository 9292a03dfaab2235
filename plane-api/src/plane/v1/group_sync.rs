//! Group sync: who is in a workspace and in its projects, as the groups of an identity provider have it.
//!
//! A mapping gives a role to the members of a group, in the workspace or in projects. Group sync is part of Plane's
//! commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)), and a plan may lack it
//! ([`Error::is_plan_required`](crate::Error::is_plan_required)). Only admins of the workspace may use it.
//!
//! ```no_run
//! use plane_api::{Client, v1::group_sync::{CreateProjectGroupMapping, UpdateGroupSyncConfig}};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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

/// Gets how a workspace syncs groups. Needs the scope `workspaces.group_sync:read`.
///
/// Where nothing was configured before, Plane creates the configuration, with its defaults.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetGroupSyncConfig {
    pub workspace_slug: String,
}

/// Changes how a workspace syncs groups. Unset fields stay unchanged. Needs the scope
/// `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateGroupSyncConfig {
    pub workspace_slug: String,
    /// Whether groups are synced.
    pub is_enabled: Option<bool>,
    /// Whether a user's groups are synced at each login.
    pub sync_on_login: Option<bool>,
    /// Whether who leaves a group **loses** what it gave, the workspace or its projects.
    pub auto_remove: Option<bool>,
    /// Whether groups are also synced between logins.
    pub sync_offline: Option<bool>,
    /// Identity provider claim that lists a user's groups, such as `groups`.
    pub group_attribute_key: Option<String>,
    /// Role of those whom group sync adds to the workspace, by its slug, such as `member`.
    pub default_workspace_role: Option<String>,
}

/// Lists which groups have a role in projects, all at once. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> Vec<ProjectGroupMapping>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectGroupMappings {
    pub workspace_slug: String,
    /// Those of this project, by its identifier in any case; none if it is unknown. Documented for a release to come.
    pub project_identifier: Option<String>,
}

/// Gives the members of a group a role in one project or in all. Needs the scope `workspaces.group_sync:write`.
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
    /// Whether it applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Gets which role a group has in projects. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Changes which role a group has in projects. Unset fields stay unchanged; a request without any is rejected
/// with 400. Needs the scope `workspaces.group_sync:write`.
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
    /// Identifier of the project, such as `ROC`. Mutually exclusive with `all_projects`.
    /// API v2 documents that it can be cleared; unverified for v1.
    pub project: Patch<String>,
    /// Whether it applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Changes which role a group has in a project, by their names. Unset fields stay unchanged. Needs the scope
/// `workspaces.group_sync:write`.
///
/// Mappings for all projects have no project to name: [`UpdateProjectGroupMapping`] changes them. A request without a field is
/// rejected with 400. Documented for a release to come: a server may lack it.
// Plane names the path parameter `idp_group_name`, as a field of the body.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<project_key>/<group_name>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMappingByKey {
    pub workspace_slug: String,
    /// Identifier of the project, such as `ROC`, in any case.
    pub project_key: String,
    /// Name of the group at the identity provider, exactly.
    pub group_name: String,
    /// New name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group's members get, such as `member`.
    pub role: Option<String>,
    /// Identifier of the project, such as `ROC`. Mutually exclusive with `all_projects`.
    pub project: Patch<String>,
    /// Whether it applies to all projects of the workspace. Mutually exclusive with `project`.
    pub all_projects: Option<bool>,
}

/// Takes the role in projects from a group. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Lists which groups have a role in a workspace, all at once. Needs the scope `workspaces.group_sync:read`.
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

/// Gets which role a group has in a workspace. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Changes which role a group has in a workspace. Unset fields stay unchanged; a request without any is rejected
/// with 400. Needs the scope `workspaces.group_sync:write`.
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

/// Takes the role in a workspace from a group. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// How a workspace syncs groups.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GroupSyncConfig {
    /// Id of the configuration. Requests do without it: a workspace has one.
    pub id: GroupSyncConfigId,
    /// Whether groups are synced.
    pub is_enabled: Option<bool>,
    /// Whether a user's groups are synced at each login.
    pub sync_on_login: Option<bool>,
    /// Whether who leaves a group loses what it gave, the workspace or its projects.
    pub auto_remove: Option<bool>,
    /// Whether groups are also synced between logins.
    pub sync_offline: Option<bool>,
    /// Identity provider claim that lists a user's groups, such as `groups`.
    pub group_attribute_key: Option<String>,
    /// Role of those whom group sync adds to the workspace, by its slug.
    pub default_workspace_role: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

/// The role that a group has in one project or in all.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectGroupMapping {
    /// Id of the mapping.
    pub id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// The project, by its identifier, such as `ROC`, unless it is for all.
    pub project: Option<String>,
    /// Whether it is for all projects of the workspace.
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

/// The role that a group has in a workspace.
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
