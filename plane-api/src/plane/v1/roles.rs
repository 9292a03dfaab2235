//! Roles: custom sets of permissions for the members of a workspace or its projects.
//!
//! Custom roles are part of Plane's commercial editions: the Community Edition lacks these routes
//! ([`Error::is_route_missing`](crate::Error::is_route_missing)) and supports only
//! [`MemberRole`](crate::v1::common::MemberRole). Only Plane's Python SDK defines these requests.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::roles::{ListRoles, RoleNamespace};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListRoles>().reply(plane_api::testing::Reply::page([serde_json::json!({})], None));
//! # let client = mock.client();
//! let mut roles = ListRoles::new("my-workspace").namespace(RoleNamespace::Project).items(&client);
//! while let Some(role) = roles.next().await {
//!     println!("{:?}", role?.slug);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{
        open_enum::open_enum,
        page::{Cursor, Page},
    },
    plane::ids::RoleId,
};

/// Lists the roles of a workspace and of its projects. All projects share the same roles.
#[endpoint(GET, "/workspaces/<workspace_slug>/roles/" -> Page<Role>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListRoles {
    pub workspace_slug: String,
    /// Returns only roles for the workspace, or only roles for projects; both if unset.
    pub namespace: Option<RoleNamespace>,
    /// Items per page, at most 100; 20 if unset.
    pub per_page: Option<u32>,
    /// Page to return; the first if unset.
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

/// A custom set of permissions in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Id of the role. Plane's Python SDK does not decode this field, but documents that the server sends it.
    pub id: Option<RoleId>,
    /// Name of the role.
    pub name: Option<String>,
    /// Slug of the role, unique among the roles with the same [`namespace`](Role::namespace).
    pub slug: Option<String>,
    /// Scope of the role: the workspace or a project.
    pub namespace: Option<RoleNamespace>,
}

open_enum! {
    /// Scope of a role.
    pub enum RoleNamespace {
        /// The workspace.
        Workspace = "workspace",
        /// A project.
        Project = "project",
    }
}
