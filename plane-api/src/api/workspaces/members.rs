//! ~ Members.

use serde::Deserialize;

use crate::{Cursor, Id, Page, endpoint};

/// Lists workspace members. Needs the scope `workspaces.members:read`.
#[endpoint(GET, "/workspaces/<workspace_slug>/members/" -> Vec<WorkspaceMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembers {
    pub workspace_slug: String,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the workspace member in another system.
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

/// Lists workspace members lite.
#[endpoint(GET, "/workspaces/<workspace_slug>/members-lite/" -> Page<WorkspaceMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembersLite {
    pub workspace_slug: String,
    /// Fields to answer as objects instead of ids.
    #[query(comma)]
    pub expand: Vec<String>,
    /// Fields to answer; all if unset.
    #[query(comma)]
    pub fields: Vec<String>,
    /// Id of the workspace member in another system.
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

/// Removes a workspace member. Needs the scope `workspaces.members:write`.
// NOTE: docs show no body at all; which member is removed is not documented
#[endpoint(POST, "/workspaces/<workspace_slug>/members/remove/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceMember {
    pub workspace_slug: String,
}

/// Id of a [`WorkspaceMember`].
pub type WorkspaceMemberId = Id<WorkspaceMember>;

/// ~ workspace member.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceMember {
    /// Id of the workspace member.
    pub id: WorkspaceMemberId,
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
