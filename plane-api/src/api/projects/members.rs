//! ~ Members.

use serde::Deserialize;

use crate::{Cursor, Id, Page, common::MemberRole, endpoint, projects::ProjectId, users::UserId};

/// Lists project members. Needs the scope `projects.members:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/" -> Vec<ProjectMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectMembers {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the project member in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// Role, by its slug.
    pub role_slug: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is a bot.
    pub is_bot: Option<bool>,
}

/// Adds a project member. Needs the scope `projects.members:write`.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/" -> ProjectMembership)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// The member.
    pub member: UserId,
    /// The role.
    pub role: Option<MemberRole>,
}

/// Lists project members lite.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members-lite/" -> Page<ProjectMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectMembersLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the project member in another system.
    pub external_id: Option<String>,
    /// The system that `external_id` belongs to.
    pub external_source: Option<String>,
    /// Field to sort by, with `-` before it in descending order, such as `-created_at`.
    pub order_by: Option<String>,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// Role, by its slug.
    pub role_slug: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is a bot.
    pub is_bot: Option<bool>,
    /// Which page; the first if unset.
    pub cursor: Option<Cursor>,
    /// Entries on a page, 100 at most.
    pub per_page: Option<u32>,
}

/// Gets a project member. Needs the scope `projects.members:read`.
// NOTE: docs sample {id,member,role}; CE returns the user record
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ProjectMembership)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: UserId,
}

/// Updates a project member. Needs the scope `projects.members:write`.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ProjectMembership)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: UserId,
    /// The member.
    pub member: Option<UserId>,
    /// The role.
    pub role: Option<MemberRole>,
}

/// Removes a project member. Needs the scope `projects.members:write`.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: UserId,
}

/// Id of a [`ProjectMember`].
pub type ProjectMemberId = Id<ProjectMember>;

/// ~ project member.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectMember {
    /// Id of the project member.
    pub id: ProjectMemberId,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// URL of the avatar, or an empty string.
    pub avatar: Option<String>,
    /// URL of the avatar, if it was uploaded.
    pub avatar_url: Option<String>,
    /// The name that Plane shows.
    pub display_name: Option<String>,
    /// The role.
    pub role: Option<i64>,
    /// Role, by its slug.
    pub role_slug: Option<String>,
    /// Whether it is in use.
    pub is_active: Option<bool>,
    /// Whether it is a bot.
    pub is_bot: Option<bool>,
}

/// Id of a [`ProjectMembership`].
pub type ProjectMembershipId = Id<ProjectMembership>;

/// ~ project membership.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectMembership {
    /// Id of the project membership.
    pub id: ProjectMembershipId,
    /// The member.
    pub member: UserId,
    /// The role.
    pub role: MemberRole,
}
