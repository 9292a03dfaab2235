//! Group sync: members of a workspace get roles from their groups at an identity provider. A *mapping* gives a group a
//! role in the workspace, in a project, or in all projects.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::group_sync::GetGroupSyncConfig;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetGroupSyncConfig>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "is_enabled": true}));
//! # let client = mock.client();
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

/// Gets the settings of group sync. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetGroupSyncConfig {
    pub workspace_slug: String,
}

/// Updates the settings of group sync. Unset fields are left unchanged. Needs the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/config/" -> GroupSyncConfig, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateGroupSyncConfig {
    pub workspace_slug: String,
    /// `true` if members who leave a group lose the roles that the group granted.
    pub auto_remove: Option<bool>,
    /// Slug of the workspace role of members who are in no group.
    pub default_workspace_role_slug: Patch<String>,
    /// Name of the identity provider's attribute that contains the groups of a user; at most 255 characters.
    pub group_attribute_key: Option<String>,
    /// `true` if group sync is enabled.
    pub is_enabled: Option<bool>,
    /// `true` if groups are synchronized in the background.
    pub sync_offline: Option<bool>,
    /// `true` if groups are synchronized when a user signs in.
    pub sync_on_login: Option<bool>,
}

/// Lists the mappings that give groups roles in projects. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/?paginate=cursor" -> CursorPage<ProjectGroupMapping>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectGroupMappings {
    pub workspace_slug: String,
    /// Returns only mappings that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<ProjectGroupMappingOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gives a group a role in a project, or in all projects. Needs the scope `workspaces.group_sync:write`.
///
/// If `all_projects` is `true`, the server ignores `project_id`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/project-mappings/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider, at most 255 characters.
    pub idp_group_name: String,
    /// Slug of the role that the group has.
    pub role_slug: String,
    /// `true` if the mapping applies to all projects.
    pub all_projects: Option<bool>,
    /// Project that the mapping applies to.
    pub project_id: Patch<ProjectId>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Deletes a mapping that gives a group a role in projects. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
}

/// Gets a mapping that gives a group a role in projects. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Updates a mapping that gives a group a role in projects. Unset fields are left unchanged. Needs
/// the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/project-mappings/<mapping_id>/" -> ProjectGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: ProjectGroupMappingId,
    /// `true` if the mapping applies to all projects.
    pub all_projects: Option<bool>,
    /// Name of the group at the identity provider, at most 255 characters.
    pub idp_group_name: Option<String>,
    /// Project that the mapping applies to.
    pub project_id: Patch<ProjectId>,
    /// Slug of the role that the group has.
    pub role_slug: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<ProjectGroupMappingField>,
}

/// Lists the mappings that give groups roles in the workspace. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/?paginate=cursor" -> CursorPage<WorkspaceGroupMapping>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceGroupMappings {
    pub workspace_slug: String,
    /// Returns only mappings that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkspaceGroupMappingOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gives a group a role in the workspace. Needs the scope `workspaces.group_sync:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceGroupMapping {
    pub workspace_slug: String,
    /// Name of the group at the identity provider, at most 255 characters.
    pub idp_group_name: String,
    /// Slug of the role that the group has.
    pub role_slug: String,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// Deletes a mapping that gives a group a role in the workspace. Needs the scope `workspaces.group_sync:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
}

/// Gets a mapping that gives a group a role in the workspace. Needs the scope `workspaces.group_sync:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// Updates a mapping that gives a group a role in the workspace. Unset fields are left unchanged. Needs
/// the scope `workspaces.group_sync:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/group-sync/workspace-mappings/<mapping_id>/" -> WorkspaceGroupMapping, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceGroupMapping {
    pub workspace_slug: String,
    pub mapping_id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider, at most 255 characters.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group has.
    pub role_slug: Option<String>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceGroupMappingField>,
}

/// A mapping: the role of an identity provider's group in one project, or in all projects.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectGroupMapping {
    /// Id of the mapping.
    pub id: ProjectGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Project that the mapping applies to.
    pub project_id: Option<ProjectId>,
    /// `true` if the mapping applies to all projects.
    pub all_projects: Option<bool>,
    /// Slug of the role that the group has.
    pub role_slug: Option<RoleSlug>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

/// Settings of group sync.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct GroupSyncConfig {
    /// Id of the settings.
    pub id: GroupSyncConfigId,
    /// Name of the identity provider's attribute that contains the groups of a user.
    pub group_attribute_key: Option<String>,
    /// `true` if group sync is enabled.
    pub is_enabled: Option<bool>,
    /// `true` if groups are synchronized when a user signs in.
    pub sync_on_login: Option<bool>,
    /// `true` if groups are synchronized in the background.
    pub sync_offline: Option<bool>,
    /// `true` if members who leave a group lose the roles that the group granted.
    pub auto_remove: Option<bool>,
    /// Slug of the workspace role of members who are in no group.
    pub default_workspace_role_slug: Option<String>,
}

/// A mapping: the role of an identity provider's group in the workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceGroupMapping {
    /// Id of the mapping.
    pub id: WorkspaceGroupMappingId,
    /// Name of the group at the identity provider.
    pub idp_group_name: Option<String>,
    /// Slug of the role that the group has.
    pub role_slug: Option<RoleSlug>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
}

open_enum! {
    /// Sort order of a list of project mappings, ascending or descending.
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
    /// Fields of [`ProjectGroupMapping`] that a response can include.
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
    /// Sort order of a list of workspace mappings, ascending or descending.
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
    /// Fields of [`WorkspaceGroupMapping`] that a response can include.
    pub enum WorkspaceGroupMappingField {
        All = "all",
        CreatedAt = "created_at",
        Id = "id",
        IdpGroupName = "idp_group_name",
        RoleSlug = "role_slug",
    }
}
