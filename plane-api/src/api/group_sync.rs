//! ~ Group sync.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Id, endpoint};

/// Gets a group sync config. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetGroupSyncConfig {
    pub workspace_slug: String,
}

/// Updates a group sync config. Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateGroupSyncConfig {
    pub workspace_slug: String,
    /// Whether it is switched on.
    pub is_enabled: Option<bool>,
    /// ~ Sync on login.
    pub sync_on_login: Option<bool>,
    /// ~ Auto remove.
    pub auto_remove: Option<bool>,
    /// ~ Sync offline.
    pub sync_offline: Option<bool>,
    /// ~ Group attribute key.
    pub group_attribute_key: Option<String>,
    /// ~ Default workspace role.
    pub default_workspace_role: Option<String>,
}

/// Lists project group mappings. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> Vec<ProjectGroupMapping>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectGroupMappings {
    pub workspace_slug: String,
}

/// Creates a project group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// The role.
    pub role: String,
    /// The project that it belongs to.
    pub project: Option<String>,
    /// ~ All projects.
    pub all_projects: Option<bool>,
}

/// Gets a project group mapping. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Updates a project group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// The role.
    pub role: Option<String>,
    /// The project that it belongs to.
    pub project: Option<String>,
    /// ~ All projects.
    pub all_projects: Option<bool>,
}

/// Deletes a project group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Lists workspace group mappings. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> Vec<WorkspaceGroupMapping>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceGroupMappings {
    pub workspace_slug: String,
}

/// Creates a workspace group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// The role.
    pub role: String,
}

/// Gets a workspace group mapping. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Updates a workspace group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// The role.
    pub role: Option<String>,
}

/// Deletes a workspace group mapping. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Id of a [`GroupSyncConfig`].
pub type GroupSyncConfigId = Id<GroupSyncConfig>;

/// ~ group sync config.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GroupSyncConfig {
    /// Id of the group sync config.
    pub id: GroupSyncConfigId,
    /// Whether it is switched on.
    pub is_enabled: Option<bool>,
    /// ~ Sync on login.
    pub sync_on_login: Option<bool>,
    /// ~ Auto remove.
    pub auto_remove: Option<bool>,
    /// ~ Sync offline.
    pub sync_offline: Option<bool>,
    /// ~ Group attribute key.
    pub group_attribute_key: Option<String>,
    /// ~ Default workspace role.
    pub default_workspace_role: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// Id of a [`ProjectGroupMapping`].
pub type ProjectGroupMappingId = Id<ProjectGroupMapping>;

/// ~ project group mapping.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectGroupMapping {
    /// Id of the project group mapping.
    pub id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// The project that it belongs to.
    pub project: Option<String>,
    /// ~ All projects.
    pub all_projects: bool,
    /// The role.
    pub role: String,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Id of a [`WorkspaceGroupMapping`].
pub type WorkspaceGroupMappingId = Id<WorkspaceGroupMapping>;

/// ~ workspace group mapping.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceGroupMapping {
    /// Id of the workspace group mapping.
    pub id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: String,
    /// The role.
    pub role: String,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
