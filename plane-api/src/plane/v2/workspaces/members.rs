//! Members of a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::members::ListWorkspaceMembers;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceMembers>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceMembers::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use plane_macros::endpoint_routed_decoded as endpoint;

use crate::{
    endpoint::page::Cursor,
    plane::{
        ids::UserId,
        v2::{
            lists::CursorPage,
            projects::members::{Member, MemberExpand, MemberField, MemberOrder},
        },
    },
};

/// Lists the members of a workspace. Needs the scope `workspaces.members:read`.
///
/// In the response, `id` is the id of the membership, and `member_id` is the id of the user.
#[endpoint(GET, "/workspaces/<workspace_slug>/members/?paginate=cursor" -> CursorPage<Member>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembers {
    pub workspace_slug: String,
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

/// Removes a member from a workspace and all its projects. Needs the scope `workspaces.members:write`.
///
/// The removal cannot be undone.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(POST, "/workspaces/<workspace_slug>/members/remove/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceMember {
    pub workspace_slug: String,
    /// Email address of the member.
    pub email: String,
    /// `true` also frees the seat of the member.
    pub remove_seat: Option<bool>,
}
