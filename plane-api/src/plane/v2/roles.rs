//! Roles: what members may do.
//!
//! Known from generated pages and the SDKs only.
//!
//! ```no_run
//! use plane_api::{Client, v2::roles::ListRoles};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListRoles::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor},
    plane::{ids::RoleId, v2::lists::CursorPage},
};

/// Lists the roles of a workspace. Needs the scope `workspaces.roles:read`.
///
/// The filter `slug` is for the slug of a role.
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/?paginate=cursor" -> CursorPage<Role>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListRoles {
    pub workspace_slug: String,
    /// Only those that Plane created, or only the others.
    pub is_system: Option<bool>,
    /// Only those with this namespace.
    pub namespace: Option<Namespace>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with this slug.
    pub slug: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<RoleOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<RoleField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Gets a role. Needs the scope `workspaces.roles:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/<role_id>/" -> Role, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetRole {
    pub workspace_slug: String,
    pub role_id: RoleId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<RoleField>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Id of the role.
    pub id: RoleId,
    /// Name of the role.
    pub name: Option<String>,
    /// Slug.
    pub slug: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Level in the hierarchy.
    #[serde(default, deserialize_with = "coerce")]
    pub level: Option<i64>,
    /// What it applies to.
    pub namespace: Option<Namespace>,
    /// Status of the role.
    pub status: Option<RoleStatus>,
    /// Whether Plane created it.
    pub is_system: Option<bool>,
}

open_enum! {
    /// What a list of roles is sorted by, in ascending or descending order.
    pub enum RoleOrder {
        Id = "id",
        IdDesc = "-id",
        Level = "level",
        LevelDesc = "-level",
        Name = "name",
        NameDesc = "-name",
        Namespace = "namespace",
        NamespaceDesc = "-namespace",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Role`].
    pub enum RoleField {
        All = "all",
        Description = "description",
        Id = "id",
        IsSystem = "is_system",
        Level = "level",
        Name = "name",
        Namespace = "namespace",
        Slug = "slug",
        Status = "status",
    }
}

open_enum! {
    /// What a role or permission scheme applies to.
    pub enum Namespace {
        Instance = "instance",
        Workspace = "workspace",
        Project = "project",
    }
}

open_enum! {
    /// Whether a role is in use.
    pub enum RoleStatus {
        Active = "active",
        Inactive = "inactive",
    }
}
