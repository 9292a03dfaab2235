//! Members of a project.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::projects::members::ListProjectMembers;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListProjectMembers>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
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
    /// Returns only the membership of this user.
    pub member_id: Option<UserId>,
    /// Returns only members whose role has this slug, such as `admin`.
    pub role: Option<String>,
    /// Returns only members that match this search text.
    pub search: Option<String>,
    /// Returns only the memberships of these users.
    #[query(comma)]
    #[serde(rename = "member_id__in")]
    pub member_id_in: Vec<UserId>,
    /// Returns only members whose role has one of these slugs.
    #[query(comma)]
    #[serde(rename = "role__in")]
    pub role_in: Vec<String>,
    /// Sort order.
    pub order_by: Option<MemberOrder>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MemberField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Adds a member of the workspace to a project. Needs the scope `projects.members:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/members/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// User who becomes a member.
    pub member_id: UserId,
    /// Role of the member in the project; `member` if unset.
    pub role: Option<RoleSlug>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Gets a project member. Needs the scope `projects.members:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Updates a project member. Unset fields are left unchanged. Needs the scope `projects.members:write`.
///
/// Only the role can be changed.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> Member, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
    /// User who is the member. Leave this field unset: the user of a membership cannot be changed.
    pub member_id: Option<UserId>,
    /// Role of the member in the project.
    pub role: Option<RoleSlug>,
    /// Objects to include in the response, in addition to their ids.
    #[query(comma)]
    pub expand: Vec<MemberExpand>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<MemberField>,
}

/// Removes a member from a project. Needs the scope `projects.members:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/members/<membership_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub membership_id: ProjectMembershipId,
}

/// The membership of a user in a project or workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Member {
    /// Id of the membership.
    pub id: ProjectMembershipId,
    /// User who is the member.
    pub member_id: Option<UserId>,
    /// Role of the member.
    pub role: Option<RoleSlug>,
    /// User who is the member, if `expand` includes `member`.
    pub member: Option<UserLite>,
}

open_enum! {
    /// Sort order of a list of memberships, ascending or descending.
    pub enum MemberOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Objects that `expand` can add to [`Member`].
    pub enum MemberExpand {
        Member = "member",
    }
}

open_enum! {
    /// Fields of [`Member`] that a response can include.
    pub enum MemberField {
        All = "all",
        Id = "id",
        MemberId = "member_id",
        Role = "role",
    }
}
