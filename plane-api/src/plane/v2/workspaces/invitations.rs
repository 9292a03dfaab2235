//! Invitations to a workspace.
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::v2::workspaces::invitations::ListWorkspaceInvitations;
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<ListWorkspaceInvitations>().reply(serde_json::json!({"data": [{"id": "6ba7b811-9dad-11d1-80b4-00c04fd430c8", "email": "ada@acme.example"}], "has_more": false, "next_cursor": null, "pagination": {"style": "cursor"}}));
//! # let client = mock.client();
//! let mut entries = ListWorkspaceInvitations::new("my-workspace").items(&client);
//! while let Some(entry) = entries.next().await {
//!     println!("{:?}", entry?);
//! }
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::{coerce::coerce, open_enum::open_enum, page::Cursor, patch::Patch},
    plane::{
        ids::{UserId, WorkspaceInvitationId},
        v2::{
            common::{InvitationRole, RoleSlug},
            lists::CursorPage,
        },
    },
};

/// Lists the invitations to a workspace. Needs the scope `workspaces.members:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/?paginate=cursor" -> CursorPage<WorkspaceInvitation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceInvitations {
    pub workspace_slug: String,
    /// `true` returns only accepted invitations, `false` only the others.
    pub accepted: Option<bool>,
    /// Returns only invitations to this email address.
    pub email: Option<String>,
    /// Returns only invitations that match this search text.
    pub search: Option<String>,
    /// Sort order.
    pub order_by: Option<WorkspaceInvitationOrder>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
    /// Page to return; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Items per page, at most 200; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Invites a user to a workspace. Needs the scope `workspaces.members:write`.
///
/// The server sends an email to the user.
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/" -> WorkspaceInvitation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceInvitation {
    pub workspace_slug: String,
    /// Email address of the invited user.
    pub email: String,
    /// Text of the email that the server sends.
    pub message: Patch<String>,
    /// Role that the invited user gets.
    pub role: Option<InvitationRole>,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
}

/// Gets a workspace invitation. Needs the scope `workspaces.members:read`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
    /// Fields to include in the response; all if unset. `id` is always included.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
}

/// Deletes a workspace invitation. Needs the scope `workspaces.members:write`.
///
/// Plane documents this request only in its generated API reference and its SDKs.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// Invites up to 100 people to a workspace. Needs the scope `workspaces.members:write`.
///
/// The server sends an email to each person. The response does not contain people who were invited before. Unlike the
/// requests in [`bulk`](crate::v2::bulk), this request has no rows and no `all_or_none`.
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/bulk/" -> Vec<WorkspaceInvitation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateWorkspaceInvitations {
    pub workspace_slug: String,
    /// Email addresses of the people to invite, at most 100.
    pub emails: Vec<String>,
    /// Role that the invited users get.
    pub role: Option<InvitationRole>,
    /// Text of the email that the server sends.
    pub message: Patch<String>,
}

/// An invitation to a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceInvitation {
    /// Id of the invitation.
    pub id: WorkspaceInvitationId,
    /// Email address of the invited user.
    pub email: Option<String>,
    /// `true` if the invitation was accepted.
    pub accepted: Option<bool>,
    /// Text of the email that the server sends.
    pub message: Option<String>,
    /// Role that the invited user gets.
    pub role: Option<RoleSlug>,
    /// Time at which the invited user responded.
    #[serde(default, deserialize_with = "coerce")]
    pub responded_at: Option<Timestamp>,
    /// Creation time.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// User who created the invitation.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// Sort order of a list of invitations, ascending or descending.
    pub enum WorkspaceInvitationOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields of [`WorkspaceInvitation`] that a response can include.
    pub enum WorkspaceInvitationField {
        All = "all",
        Accepted = "accepted",
        CreatedAt = "created_at",
        CreatedById = "created_by_id",
        Email = "email",
        Id = "id",
        Message = "message",
        RespondedAt = "responded_at",
        Role = "role",
    }
}
