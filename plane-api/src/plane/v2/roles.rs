//! Roles: a role defines which permissions a member of a workspace or project has.
//!
//! Plane documents these requests only in its generated API reference and its SDKs.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::roles::ListRoles;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListRoles>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Login"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/?paginate=cursor" -> CursorPage<Role>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListRoles {
    pub workspace_slug: String,
    /// `true` returns only built-in roles, `false` only custom roles.
    pub is_system: Option<bool>,
    /// Returns only roles that apply in this part of Plane: see [`Namespace`].
    pub namespace: Option<Namespace>,
    /// Returns only roles that match this search text.
    pub search: Option<String>,
    /// Returns only roles with this slug.
    pub slug: Option<String>,
    /// Sort order.
    pub order_by: Option<RoleOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<RoleField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
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
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<RoleField>,
}

/// A role that members can have.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Id of the role.
    pub id: RoleId,
    /// Name of the role.
    pub name: Option<String>,
    /// Slug of the role.
    pub slug: Option<String>,
    /// Description, as plain text.
    pub description: Option<String>,
    /// Level of the role in the hierarchy of roles.
    #[serde(default, deserialize_with = "coerce")]
    pub level: Option<i64>,
    /// Scope of the role.
    pub namespace: Option<Namespace>,
    /// Status of the role.
    pub status: Option<RoleStatus>,
    /// `true` if Plane created the role.
    pub is_system: Option<bool>,
}

open_enum! {
    /// Sort order of a list of roles, ascending or descending.
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
    /// Fields of [`Role`] that a response can include.
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
    /// Scope of a role or permission scheme: the whole instance, a workspace, or a project.
    pub enum Namespace {
        Instance = "instance",
        Workspace = "workspace",
        Project = "project",
    }
}

open_enum! {
    /// Status of a role.
    pub enum RoleStatus {
        Active = "active",
        Inactive = "inactive",
    }
}
