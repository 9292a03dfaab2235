//! Invitations to a workspace.
//!
//! ```no_run
//! use plane_api::{Client, v2::workspaces::invitations::ListWorkspaceInvitations};
//!
//! # async fn example(client: Client) -> plane_api::Result<()> {
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
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/?paginate=cursor" -> CursorPage<WorkspaceInvitation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ListWorkspaceInvitations {
    pub workspace_slug: String,
    /// Only those that were accepted, or only the others.
    pub accepted: Option<bool>,
    /// Only those with this email.
    pub email: Option<String>,
    /// Only those that match this text.
    pub search: Option<String>,
    /// What the list is sorted by.
    pub order_by: Option<WorkspaceInvitationOrder>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
    /// Which page; the first if unset.
    #[page]
    pub cursor: Option<Cursor>,
    /// Entries on a page, 200 at most; 50 if unset.
    #[page(size = 200)]
    pub per_page: Option<u32>,
}

/// Invites somebody to a workspace. Needs the scope `workspaces.members:write`.
///
/// The server sends an email.
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/" -> WorkspaceInvitation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceInvitation {
    pub workspace_slug: String,
    /// Email address.
    pub email: String,
    /// What the email says.
    pub message: Patch<String>,
    /// The role that somebody is invited to.
    pub role: Option<InvitationRole>,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
}

/// Gets a workspace invitation. Needs the scope `workspaces.members:read`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(GET, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> WorkspaceInvitation, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
    /// Fields that the response has; `id` is always among them. All if unset.
    #[query(comma)]
    pub fields: Vec<WorkspaceInvitationField>,
}

/// Deletes a workspace invitation. Needs the scope `workspaces.members:write`.
///
/// Known from a generated page and the SDKs only.
#[endpoint(DELETE, "/workspaces/<workspace_slug>/invitations/<invitation_id>/" -> (), root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DeleteWorkspaceInvitation {
    pub workspace_slug: String,
    pub invitation_id: WorkspaceInvitationId,
}

/// Invites up to 100 people to a workspace. Needs the scope `workspaces.members:write`.
///
/// The server sends an email to each. People who were invited before are omitted from the response. This is not a
/// request of the type described in [`bulk`](crate::v2::bulk).
#[endpoint(POST, "/workspaces/<workspace_slug>/invitations/bulk/" -> Vec<WorkspaceInvitation>, root = "/api/v2")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BulkCreateWorkspaceInvitations {
    pub workspace_slug: String,
    /// Email addresses, 100 at most.
    pub emails: Vec<String>,
    /// The role that somebody is invited to.
    pub role: Option<InvitationRole>,
    /// What the email says.
    pub message: Patch<String>,
}

/// An invitation to a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct WorkspaceInvitation {
    /// Id of the invitation.
    pub id: WorkspaceInvitationId,
    /// Email address.
    pub email: Option<String>,
    /// Whether it was accepted.
    pub accepted: Option<bool>,
    /// What the email says.
    pub message: Option<String>,
    /// The role that somebody is invited to.
    pub role: Option<RoleSlug>,
    /// When it was answered.
    #[serde(default, deserialize_with = "coerce")]
    pub responded_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "coerce")]
    pub created_at: Option<Timestamp>,
    /// Who created it.
    pub created_by_id: Option<UserId>,
}

open_enum! {
    /// What a list of invitations is sorted by, in ascending or descending order.
    pub enum WorkspaceInvitationOrder {
        CreatedAt = "created_at",
        CreatedAtDesc = "-created_at",
        Id = "id",
        IdDesc = "-id",
    }
}

open_enum! {
    /// Fields that a response can have of a [`WorkspaceInvitation`].
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
