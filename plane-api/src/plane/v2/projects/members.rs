//! Members of a project.
//!
//! ```no_run
//! use plane_api::{Client, v2::projects::members::ListProjectMembers};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
//! let mut entries = ListProjectMembers::new("my-workspace", "ENG").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{open_enum::open_enum, page::Cursor},
    plane::{
        ids::{ProjectId, ProjectMembershipId, UserId},
        v2::{
            common::{RoleSlug, UserLite},
            lists::CursorPage,
        },
    },
};

/// Lists the members of a project. Needs the scope `projects.members:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/members/?paginate=cursor" -> CursorPage<Member>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectMembers {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Only those with this member.
    pub member_id: Option<UserId>,
    /// Only those with this role.
    pub role: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// Only those with one of these members.
    #[query(comma)]
    #[serde(rename = "member_id__in")]
    pub member_id_in: Vec<UserId>,
    /// Only those with one of these roles.
    #[query(comma)]
    #[serde(rename = "role__in")]
    pub role_in: Vec<String>,
    /// What the list is sorted by.
    pub order_by: Option<MemberOrder>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MemberField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Adds a member of the workspace to a project. Needs the scope `projects.members:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/members/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The person.
    pub member_id: UserId,
    /// The role.
    pub role: Option<RoleSlug>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Gets a project member. Needs the scope `projects.members:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Updates a project member. Unset fields are left unchanged. Needs the scope `projects.members:write`.
///
/// The member cannot be changed, only the role.
///
/// Known from a generated page and the SDKs only.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
    /// The person.
    pub member_id: Option<UserId>,
    /// The role.
    pub role: Option<RoleSlug>,
    /// Objects that the response has beside their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Removes a member from a project. Needs the scope `projects.members:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
}

/// A membership of a project or workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Member {
    /// Id of the membership.
    pub id: ProjectMembershipId,
    /// The person.
    pub member_id: Option<UserId>,
    /// The role.
    pub role: Option<RoleSlug>,
    /// The member, expanded, if it was expanded.
    pub member: Option<UserLite>,
}

open_enum! {
    /// What a list of memberships is sorted by, in ascending or descending order.
    pub enum MemberOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that a [`Member`] can have beside their ids.
    pub enum MemberExpand {
        Member = "member",
    }
}

open_enum! {
    /// Fields that a response can have of a [`Member`].
    pub enum MemberField {
        All = "all",
        Id = "id",
        MemberId = "member_id",
        Role = "role",
    }
}
