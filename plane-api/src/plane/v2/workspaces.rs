//! Workspaces: the top level of Plane. A workspace contains projects and members. The submodules contain the other
//! requests for a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::GetWorkspace;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<GetWorkspace>().reply(serde_json::json!({"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "name": "Acme"}));
//! # let client = mock.client();
//! let response = GetWorkspace::new("my-workspace").send(&client).await?;
//! println!("{response:?}");
//! # Ok(())
//! # }
//! ```

pub mod assets;
pub mod automations;
pub mod features;
pub mod invitations;
pub mod members;
pub mod pages;
pub mod views;
pub mod work_item_properties;
pub mod work_item_templates;
pub mod work_item_types;
pub mod work_items;

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum},
    plane::ids::{RoleId, UserId, WorkspaceId},
};

/// Gets a workspace. Needs the scope `read`.
///
/// Plane documents this request only in its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/" -> Workspace, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspace {
    pub workspace_slug: String,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceField>,
}

/// Counts the project members by role. Needs the scope `workspaces.members:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/project-role-distribution/" -> ProjectRoleDistribution, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectRoleDistribution {
    pub workspace_slug: String,
}

/// Numbers of project members by role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistribution {
    /// The roles, with the number of project members who have each role.
    #[serde(default, deserialize_with = "coerce")]
    pub roles: Option<Vec<ProjectRoleDistributionEntry>>,
    /// Number of project members. A user who is a member of several projects counts once.
    #[serde(default, deserialize_with = "coerce")]
    pub total_distinct_members: Option<i64>,
    /// Number of memberships. A user who is a member of several projects counts once for each project.
    #[serde(default, deserialize_with = "coerce")]
    pub total_memberships: Option<i64>,
}

/// Number of project members with a role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectRoleDistributionEntry {
    /// Id of the role.
    pub role_id: Option<RoleId>,
    /// Name of the role.
    pub name: Option<String>,
    /// Slug of the role.
    pub slug: Option<String>,
    /// Level of the role in the hierarchy of roles.
    #[serde(default, deserialize_with = "coerce")]
    pub level: Option<i64>,
    /// `true` if Plane created the role.
    pub is_system: Option<bool>,
    /// Number of memberships with this role. A user counts once for each project.
    #[serde(default, deserialize_with = "coerce")]
    pub membership_count: Option<i64>,
    /// Number of project members with this role. A user counts once.
    #[serde(default, deserialize_with = "coerce")]
    pub distinct_member_count: Option<i64>,
}

/// A workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Workspace {
    /// Id of the workspace.
    pub id: WorkspaceId,
    /// Name of the workspace.
    pub name: Option<String>,
    /// Slug of the workspace.
    pub slug: Option<String>,
    /// URL of the logo of the workspace.
    pub logo_url: Option<String>,
    /// Size of the organisation that the workspace belongs to.
    pub organization_size: Option<String>,
    /// User who owns the workspace.
    pub owner_id: Option<UserId>,
    /// Name of the time zone, such as `Europe/Berlin`.
    pub timezone: Option<String>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    #[serde(default, deserialize_with = "coerce")]
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// Fields of [`Workspace`] that a response can include.
    pub enum WorkspaceField {
        All = "all",
        CreatedAt = "created_at",
        Id = "id",
        LogoUrl = "logo_url",
        Name = "name",
        OrganizationSize = "organization_size",
        OwnerId = "owner_id",
        Slug = "slug",
        Timezone = "timezone",
        UpdatedAt = "updated_at",
    }
}
