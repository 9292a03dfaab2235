//! Project members: the users who work on a project, and their roles.
//!
//! A membership has its own id, different from the user's. [`AddProjectMember`] returns the id of the membership, and
//! the other requests need this id. [`ListProjectMembers`] returns users without the ids of their memberships.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::MemberRole, projects::members::{AddProjectMember, RemoveProjectMember}},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<AddProjectMember>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "member": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "role": 20}));
//! # mock.expect_any::<RemoveProjectMember>().reply(plane_api::testing::Reply::new(plane_api::http::StatusCode::NO_CONTENT));
//! # let client = mock.client();
//! let project = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
//! let user = "eb5d75ef-b44d-498e-b4d4-33a58980d841";
//! let membership = AddProjectMember::new("my-workspace", project, user)
//!     .role(MemberRole::Guest)
//!     .send(&client)
//!     .await?;
//! RemoveProjectMember::new("my-workspace", project, membership.id).send(&client).await?;
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;
use serde_json::Value;

use crate::{
    endpoint::page::{Cursor, Page},
    plane::{
        ids::{ProjectId, ProjectMembershipId, UserId},
        v1::common::MemberRole,
    },
};

/// Lists the members of a project, as users, without pagination. Needs the scope `projects.members:read`.
///
/// Removed members are still listed, and nothing distinguishes them from other members. Only Plane's Python SDK defines
/// the fields of this request; the Community Edition ignores these fields and returns all members.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/" -> Vec<ProjectMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectMembers {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to return as objects instead of ids. Only Plane's Python SDK defines this field.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too. Only Plane's Python SDK defines
    /// this field.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Returns only the member with this id in another system. Only Plane's Python SDK defines this field.
    pub external_id: Option<String>,
    /// Returns only members whose `external_id` comes from this system. Only Plane's Python SDK defines this field.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Returns only members with this first name.
    pub first_name: Option<String>,
    /// Returns only members with this last name.
    pub last_name: Option<String>,
    /// Returns only members with this email address.
    pub email: Option<String>,
    /// Returns only members with this display name.
    pub display_name: Option<String>,
    /// Returns only members whose role has this slug.
    pub role_slug: Option<String>,
    /// `true` returns only current members, `false` only former ones.
    pub is_active: Option<bool>,
    /// `true` returns only bots, `false` only people.
    pub is_bot: Option<bool>,
}

/// Adds a member of the workspace to a project. Needs the scope `projects.members:write`. Only project admins may use
/// this request.
///
/// Community Edition 1.3.1 rejects a former member with 400 `The payload is not valid`: a removed member cannot be
/// added again.
#[endpoint(POST, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/" -> ProjectMembership)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AddProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// User to add.
    pub member: UserId,
    /// Role in the project; [`Guest`](MemberRole::Guest) if unset.
    pub role: Option<MemberRole>,
}

/// Lists the members of a project, with pagination.
///
/// Only Plane's Python SDK defines this request, and the Community Edition lacks the route.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members-lite/" -> Page<ProjectMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListProjectMembersLite {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    /// Fields to return as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to include in the response; all if unset. `id` is always requested too.
    #[query(comma)]
    #[serde(serialize_with = "crate::plane::v1::common::with_id")]
    pub fields: Vec<String>,
    /// Returns only the member with this id in another system.
    pub external_id: Option<String>,
    /// Returns only members whose `external_id` comes from this system.
    pub external_source: Option<String>,
    /// Field to sort by; a leading `-` sorts in descending order, as in `-created_at`.
    pub order_by: Option<String>,
    /// Returns only members with this first name.
    pub first_name: Option<String>,
    /// Returns only members with this last name.
    pub last_name: Option<String>,
    /// Returns only members with this email address.
    pub email: Option<String>,
    /// Returns only members with this display name.
    pub display_name: Option<String>,
    /// Returns only members whose role has this slug.
    pub role_slug: Option<String>,
    /// `true` returns only current members, `false` only former ones.
    pub is_active: Option<bool>,
    /// `true` returns only bots, `false` only people.
    pub is_bot: Option<bool>,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 1,000.
    pub per_page: Option<u32>,
}

/// Gets a member of a project. Needs the scope `projects.members:read`.
///
/// Plane documents that the response is the membership, but the Community Edition sends the user.
#[endpoint(GET, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ProjectMemberDetail)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: ProjectMembershipId,
}

/// Changes the role of a project member. Needs the scope `projects.members:write`. Only project admins may use this
/// request.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ProjectMembership)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: ProjectMembershipId,
    /// User who takes over the membership.
    pub member: Option<UserId>,
    /// Role in the project.
    pub role: Option<MemberRole>,
}

/// Removes a member from a project. Needs the scope `projects.members:write`. Only project admins may use this request.
///
/// The membership becomes inactive. The membership and the user's work are kept. On Community Edition 1.3.1 a removed
/// user cannot be added again, [`ListProjectMembers`] still lists the user like any other member, and getting or
/// updating the removed membership responds with 200.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/projects/<project_id>/project-members/<member_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveProjectMember {
    pub workspace_slug: String,
    pub project_id: ProjectId,
    pub member_id: ProjectMembershipId,
}

/// A member of a project, as a user. The Community Edition omits the role.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectMember {
    /// Id of the user, not of the membership.
    pub id: UserId,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Email address. Guests see only their own address.
    pub email: Option<String>,
    /// URL of the avatar, or an empty string.
    pub avatar: Option<String>,
    /// URL of the avatar, if it was uploaded.
    pub avatar_url: Option<String>,
    /// Display name.
    pub display_name: Option<String>,
    /// Role in the project.
    pub role: Option<MemberRole>,
    /// Slug of the role.
    pub role_slug: Option<String>,
    /// `true` if the membership is active.
    pub is_active: Option<bool>,
    /// `true` if the member is a bot.
    pub is_bot: Option<bool>,
}

/// The response to [`GetProjectMember`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "Value")]
#[non_exhaustive]
pub enum ProjectMemberDetail {
    /// The membership, as documented.
    Membership(ProjectMembership),
    /// The user, as sent by the Community Edition.
    User(ProjectMember),
}

// Not `untagged`: serde buffers untagged values in a form that corrupts numbers if the feature `arbitrary_precision` of
// `serde_json` is enabled.
impl TryFrom<Value> for ProjectMemberDetail {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<Self, serde_json::Error> {
        match value.get("member") {
            None | Some(Value::Null) => serde_json::from_value(value).map(Self::User),
            Some(_) => serde_json::from_value(value).map(Self::Membership),
        }
    }
}

/// Membership of a user in a project.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ProjectMembership {
    /// Id of the membership, not of the user.
    pub id: ProjectMembershipId,
    /// User who is a member.
    pub member: UserId,
    /// Role in the project.
    pub role: MemberRole,
}
