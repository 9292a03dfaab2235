//! ~ Roles.

use serde::Deserialize;

use crate::{Cursor, Id, Page, endpoint, open_enum};

/// Lists roles.
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/" -> Page<Role>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListRoles {
    pub workspace_slug: String,
    /// ~ Namespace.
    pub namespace: Option<RoleNamespace>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
}

/// Gets a role.
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/<role_id>/" -> Role)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRole {
    pub workspace_slug: String,
    pub role_id: RoleId,
}

/// Id of a [`Role`].
pub type RoleId = Id<Role>;

/// ~ role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Name of the role.
    pub name: Option<String>,
    /// Name as part of a URL.
    pub slug: Option<String>,
    /// ~ Namespace.
    pub namespace: Option<String>,
}

open_enum! {
    /// ~ role namespace.
    pub enum RoleNamespace {
        /// ~ Workspace.
        Workspace = "workspace",
        /// ~ Project.
        Project = "project",
    }
}
