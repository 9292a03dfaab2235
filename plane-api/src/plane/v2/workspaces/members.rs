//! Members of a workspace.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::members::ListWorkspaceMembers};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// `id` is that of the membership, `member_id` that of the person.
#[endpoint(GET, "/workspaces/<workspace_slug>/members/?paginate=cursor" -> CursorPage<Member>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceMembers {
    pub workspace_slug: String,
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

/// Removes a member from a workspace and all its projects. Needs the scope `workspaces.members:write`.
///
/// This cannot be undone.
///
/// Known from a generated page and the SDKs only.
#[endpoint(POST, "/workspaces/<workspace_slug>/members/remove/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RemoveWorkspaceMember {
    pub workspace_slug: String,
    /// Email address.
    pub email: String,
    /// Whether the seat becomes free as well.
    pub remove_seat: Option<bool>,
}
