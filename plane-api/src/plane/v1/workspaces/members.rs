//! Workspace members: the users of a workspace, and their roles.
//!
//! To add a user, create an [invitation](crate::v1::workspaces::invitations).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v1::{common::MemberRole, workspaces::members::ListWorkspaceMembers};
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceMembers>().reply(serde_json::json!([{"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56"}]));
//! # let client = mock.client();
//! let members = ListWorkspaceMembers::new("my-workspace").send(&client).await?;
//! for admin in members.iter().filter(|member| member.role == Some(MemberRole::Admin)) {
//!     println!("{}: {:?}", admin.id, admin.display_name);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::page::{Cursor, Page},
    plane::{ids::UserId, v1::common::MemberRole},
};

/// Lists the members of a workspace, without pagination. Needs the scope `workspaces.members:read`.
///
/// Only Plane's Python SDK defines the fields of this request; the Community Edition ignores these fields and returns
/// all members.
#[endpoint(GET, "/workspaces/<workspace_slug>/members/" -> Vec<WorkspaceMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembers {
    pub workspace_slug: String,
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
    /// `true` returns only active members, `false` only inactive ones.
    pub is_active: Option<bool>,
    /// `true` returns only bots, `false` only people.
    pub is_bot: Option<bool>,
}

/// Lists the members of a workspace, with pagination. Only Plane's Python SDK defines this request; the Community
/// Edition lacks this route.
#[endpoint(GET, "/workspaces/<workspace_slug>/members-lite/" -> Page<WorkspaceMember>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembersLite {
    pub workspace_slug: String,
    /// Page to return; the first if unset.
    pub cursor: Option<Cursor>,
    /// Items per page, at most 1,000.
    pub per_page: Option<u32>,
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
    /// `true` returns only active members, `false` only inactive ones.
    pub is_active: Option<bool>,
    /// `true` returns only bots, `false` only people.
    pub is_bot: Option<bool>,
}

/// Removes a member from a workspace. Needs the scope `workspaces.members:write`. The Community Edition lacks this
/// route.
///
/// Only Plane's documentation describes this request. It does not say how to identify **the member to remove**: the
/// documented sample identifies no member, and neither does this request. Try the request on a disposable workspace
/// first.
#[endpoint(POST, "/workspaces/<workspace_slug>/members/remove/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceMember {
    pub workspace_slug: String,
}

/// A member of a workspace, as a user.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceMember {
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
    /// Role in the workspace.
    pub role: Option<MemberRole>,
    /// Slug of the role. The Community Edition omits this field and the following ones.
    pub role_slug: Option<String>,
    /// `true` if the membership is active.
    pub is_active: Option<bool>,
    /// `true` if the member is a bot.
    pub is_bot: Option<bool>,
}
