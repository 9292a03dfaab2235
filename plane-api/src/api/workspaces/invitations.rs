//! ~ Invitations.

use jiff::Timestamp;
use serde::Deserialize;

use crate::{Id, common::MemberRole, endpoint};

/// Lists workspace invitations.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/" -> Vec<WorkspaceInvitation>)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceInvitations {
    pub workspace_slug: String,
}

/// Creates a workspace invitation.
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceInvitation {
    pub workspace_slug: String,
    /// Email address. 255 characters at most.
    pub email: String,
    /// The role.
    pub role: Option<MemberRole>,
}

/// Gets a workspace invitation.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// Updates a workspace invitation.
// NOTE: server rejects email changes with 400
#[endpoint(PATCH, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
    /// Email address. 255 characters at most.
    pub email: Option<String>,
    /// The role.
    pub role: Option<MemberRole>,
}

/// Deletes a workspace invitation.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> ())]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// Id of a [`WorkspaceInvitation`].
pub type WorkspaceInvitationId = Id<WorkspaceInvitation>;

/// ~ workspace invitation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceInvitation {
    /// Id of the workspace invitation.
    pub id: WorkspaceInvitationId,
    /// Email address.
    pub email: String,
    /// The role.
    pub role: MemberRole,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// ~ Responded at.
    pub responded_at: Option<Timestamp>,
    /// ~ Accepted.
    pub accepted: bool,
}
