//! Group sync: roles that follow from the groups of an identity provider.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::group_sync::GetGroupSyncConfig};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let response = GetGroupSyncConfig::new("my-workspace").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{GroupSyncConfigId, ProjectGroupMappingId, ProjectId, WorkspaceGroupMappingId},
        v2::{common::RoleSlug, lists::CursorPage},
    },
};

/// Gets how groups are synchronized. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetGroupSyncConfig {
    pub workspace_slug: String,
}

/// Updates how groups are synchronized. Unset fields are left unchanged. Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateGroupSyncConfig {
    pub workspace_slug: String,
    /// Whether roles are removed from those who leave a group.
    pub auto_remove: Option<bool>,
    /// The role of those who are in no group.
    pub default_workspace_role_slug: Patch<String>,
    /// Attribute of the identity provider that has the groups, 255 characters at most.
    pub group_attribute_key: Option<String>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// Whether groups are synchronized in the background.
    pub sync_offline: Option<bool>,
    /// Whether groups are synchronized when somebody signs in.
    pub sync_on_login: Option<bool>,
}

/// Lists which groups have which roles in projects. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/?paginate=cursor" -> CursorPage<ProjectGroupMapping>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectGroupMappings {
    pub workspace_slug: String,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<ProjectGroupMappingOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gives a group a role in a project, or in all projects. Needs the scope `workspaces.group_sync:write`.
///
/// With `all_projects`, `project_id` is ignored.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider, 255 characters at most.
    pub idp_group_name: String,
    /// The role.
    pub role_slug: String,
    /// Whether it is for all projects.
    pub all_projects: Option<bool>,
    /// The project that it belongs to.
    pub project_id: Patch<ProjectId>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Deletes the role of a group in a project. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Gets which role a group has in a project. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Updates which role a group has in a project. Unset fields are left unchanged. Needs the scope
/// `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Whether it is for all projects.
    pub all_projects: Option<bool>,
    /// Name of the group at the identity provider, 255 characters at most.
    pub idp_group_name: Option<String>,
    /// The project that it belongs to.
    pub project_id: Patch<ProjectId>,
    /// The role.
    pub role_slug: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Lists which groups have which roles in the workspace. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/?paginate=cursor" -> CursorPage<WorkspaceGroupMapping>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceGroupMappings {
    pub workspace_slug: String,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkspaceGroupMappingOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gives a group a role in the workspace. Needs the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider, 255 characters at most.
    pub idp_group_name: String,
    /// The role.
    pub role_slug: String,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// Deletes the role of a group in the workspace. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Gets which role a group has in the workspace. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// Updates which role a group has in the workspace. Unset fields are left unchanged. Needs the scope
/// `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Name of the group at the identity provider, 255 characters at most.
    pub idp_group_name: Option<String>,
    /// The role.
    pub role_slug: Option<String>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// The role that a group of an identity provider has in a project, or in all.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectGroupMapping {
    /// Id of the mapping.
    pub id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// The project that it belongs to.
    pub project_id: Option<ProjectId>,
    /// Whether it is for all projects.
    pub all_projects: Option<bool>,
    /// The role.
    pub role_slug: Option<RoleSlug>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

/// How groups of an identity provider are synchronized.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GroupSyncConfig {
    /// Id of the settings.
    pub id: GroupSyncConfigId,
    /// Attribute of the identity provider that has the groups.
    pub group_attribute_key: Option<String>,
    /// Whether it is turned on.
    pub is_enabled: Option<bool>,
    /// Whether groups are synchronized when somebody signs in.
    pub sync_on_login: Option<bool>,
    /// Whether groups are synchronized in the background.
    pub sync_offline: Option<bool>,
    /// Whether roles are removed from those who leave a group.
    pub auto_remove: Option<bool>,
    /// The role of those who are in no group.
    pub default_workspace_role_slug: Option<String>,
}

/// The role that a group of an identity provider has in the workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceGroupMapping {
    /// Id of the mapping.
    pub id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// The role.
    pub role_slug: Option<RoleSlug>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

open_enum! {
    /// What a list of mappings is sorted by, in ascending or descending order.
    pub enum ProjectGroupMappingOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        IdpGroupName = "idp_group_name",
        IdpGroupNameDesc = "-idp_group_name",
    }
}

open_enum! {
    /// Fields that a response can have of a [`ProjectGroupMapping`].
    pub enum ProjectGroupMappingField {
        All = "all",
        AllProjects = "all_projects",
        CreatedAt = "created_at",
        Id = "id",
        IdpGroupName = "idp_group_name",
        ProjectId = "project_id",
        RoleSlug = "role_slug",
    }
}

open_enum! {
    /// What a list of mappings is sorted by, in ascending or descending order.
    pub enum WorkspaceGroupMappingOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
        IdpGroupName = "idp_group_name",
        IdpGroupNameDesc = "-idp_group_name",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkspaceGroupMapping`].
    pub enum WorkspaceGroupMappingField {
        All = "all",
        CreatedAt = "created_at",
        Id = "id",
        IdpGroupName = "idp_group_name",
        RoleSlug = "role_slug",
    }
}
