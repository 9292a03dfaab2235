//! The requests, and what they answer.

use bytes::Bytes;
use jiff::Timestamp;
use plane_macros::endpoint_routed_decoded as endpoint;
use serde::Deserialize;

use crate::{
    endpoint::open_enum::open_enum,
    plane::ids::{AppInstallationId, ApplicationId, UserId, WebhookId, WorkspaceId},
    secret::Secret,
};

/// Exchanges the code of a callback for tokens.
#[endpoint(POST, "/auth/o/token/" -> Bytes, form, auth = none)]
#[derive(Debug)]
pub(super) struct ExchangeCode {
    pub(super) grant_type: &'static str,
    pub(super) code: Secret,
    pub(super) redirect_uri: String,
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
    pub(super) code_verifier: Option<Secret>,
}

/// Exchanges a refresh token for new tokens.
#[endpoint(POST, "/auth/o/token/" -> Bytes, form, auth = none)]
#[derive(Debug)]
pub(super) struct RefreshTokens {
    pub(super) grant_type: &'static str,
    pub(super) refresh_token: Secret,
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
}

/// Gets a token of an installation's bot. Here alone the app names itself in the header, as the documentation has it.
#[endpoint(POST, "/auth/o/token/" -> Bytes, form)]
#[derive(Debug)]
pub(super) struct GetBotToken {
    pub(super) grant_type: &'static str,
    pub(super) app_installation_id: AppInstallationId,
    pub(super) scope: Option<String>,
}

/// Revokes a token. Only the Python SDK knows of it, and sends JSON.
#[endpoint(POST, "/auth/o/revoke-token/" -> (), auth = none)]
#[derive(Debug)]
pub(super) struct RevokeToken {
    pub(super) token: Secret,
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
}

/// Lists the installations that a token is for.
#[endpoint(GET, "/auth/o/app-installation/" -> Vec<AppInstallation>, auth = none)]
#[derive(Debug)]
pub(super) struct ListAppInstallations {
    pub(super) id: Option<AppInstallationId>,
}

/// An app that is installed in a workspace.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AppInstallation {
    /// Id of the installation: what a bot's tokens are asked for with.
    pub id: AppInstallationId,
    /// The workspace that it is installed in.
    pub workspace: Option<WorkspaceId>,
    /// More of the workspace, its slug above all, which requests address it by.
    pub workspace_detail: Option<InstalledWorkspace>,
    /// The app.
    pub application: Option<ApplicationId>,
    /// Who installed it.
    pub installed_by: Option<UserId>,
    /// The user that the app's bot acts as.
    pub app_bot: Option<UserId>,
    /// Whether it is installed still.
    pub status: Option<InstallationStatus>,
    /// The webhook of the installation.
    pub webhook: Option<WebhookId>,
    /// When it was installed.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was removed.
    pub deleted_at: Option<Timestamp>,
    /// Who created it.
    pub created_by: Option<UserId>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

open_enum! {
    /// Whether an app is installed still.
    pub enum InstallationStatus {
        /// It is.
        Installed = "installed",
    }
}

/// The workspace that an app is installed in.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct InstalledWorkspace {
    /// Id of the workspace.
    pub id: Option<WorkspaceId>,
    /// Name of the workspace.
    pub name: Option<String>,
    /// What requests address it by.
    pub slug: Option<String>,
    /// URL of its logo.
    pub logo_url: Option<String>,
}
