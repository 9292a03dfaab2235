//! Invitations to a workspace. A user who accepts an invitation becomes a [member](crate::v1::workspaces::members).
//!
#![cfg_attr(feature = "testing", doc = "```")]
#![cfg_attr(not(feature = "testing"), doc = "```ignore")]
//! use plane_api::{
//!     v1::{common::MemberRole, workspaces::invitations::CreateWorkspaceInvitation},
//! };
//!
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> plane_api::Result<()> {
//! # let mock = plane_api::testing::Mock::plane();
//! # mock.expect_any::<CreateWorkspaceInvitation>().reply(serde_json::json!({"id": "9e22df71-1860-4fd6-8b3c-4ab3c5725c56", "email": "text", "role": 20, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z", "accepted": true}));
//! # let client = mock.client();
//! let invitation = CreateWorkspaceInvitation::new("my-workspace", "carol@acme.example")
//!     .role(MemberRole::Guest)
//!     .send(&client)
//!     .await?;
//! println!("{}", invitation.id);
//! # Ok(())
//! # }
//! ```

use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::coerce::coerce,
    plane::{ids::WorkspaceInvitationId, v1::common::MemberRole},
};

/// Lists the invitations to a workspace, without pagination.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/" -> Vec<WorkspaceInvitation>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceInvitations {
    pub workspace_slug: String,
}

/// Invites a user to a workspace.
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceInvitation {
    pub workspace_slug: String,
    /// Email address of the invited user, at most 255 characters.
    pub email: String,
    /// Role in the workspace. An unknown role is rejected with 400.
    pub role: Option<MemberRole>,
}

/// Gets an invitation.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// Updates an invitation. Unset fields are left unchanged.
#[endpoint(PATCH, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
    /// Email address. Plane documents this field, but the server rejects changes of the address with 400.
    pub email: Option<String>,
    /// Role in the workspace.
    pub role: Option<MemberRole>,
}

/// Withdraws an invitation.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// An invitation to a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceInvitation {
    /// Id of the invitation.
    pub id: WorkspaceInvitationId,
    /// Email address of the invited user.
    pub email: String,
    /// Role in the workspace.
    pub role: MemberRole,
    /// Creation time.
    #[serde(deserialize_with = "coerce")]
    pub created_at: Timestamp,
    /// Time of the last change.
    #[serde(deserialize_with = "coerce")]
    pub updated_at: Timestamp,
    /// Time at which the invitation was accepted or declined; unset until then.
    #[serde(default, deserialize_with = "coerce")]
    pub responded_at: Option<Timestamp>,
    /// `true` if the invitation was accepted.
    pub accepted: bool,
}
