//! OAuth requests and their responses.

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

/// Gets a token for an installation's bot. Only this request sends the client id and secret in the header, as
/// documented.
#[endpoint(POST, "/auth/o/token/" -> Bytes, form)]
#[derive(Debug)]
pub(super) struct GetBotToken {
    pub(super) grant_type: &'static str,
    pub(super) app_installation_id: AppInstallationId,
    pub(super) scope: Option<String>,
}

/// Revokes a token. Only the Python SDK defines it; it sends JSON.
#[endpoint(POST, "/auth/o/revoke-token/" -> (), auth = none)]
#[derive(Debug)]
pub(super) struct RevokeToken {
    pub(super) token: Secret,
    pub(super) client_id: String,
    pub(super) client_secret: Secret,
}

/// Lists the installations that a token is valid for.
#[endpoint(GET, "/auth/o/app-installation/" -> Vec<AppInstallation>, auth = none)]
#[derive(Debug)]
pub(super) struct ListAppInstallations {
    pub(super) id: Option<AppInstallationId>,
}

/// An installation of an app in a workspace.
///
/// ```
/// use plane_api::{Client, oauth::App};
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, _: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         let installations = r#"[{"id": "7", "workspace_detail": {"slug": "acme"}}]"#;
/// #         Box::pin(async move { Ok(Response::new(Body::from(installations))) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let app = App::new("my-client-id", "my-client-secret", Client::plane().transport(Server))?;
/// # let access_token = plane_api::Secret::from("my-access-token");
/// for installation in app.installations(&access_token, None).await? {
///     let slug = installation.workspace_detail.and_then(|workspace| workspace.slug);
///     println!("{}: {slug:?}", installation.id);
/// #   assert_eq!(slug.as_deref(), Some("acme"));
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct AppInstallation {
    /// Id of the installation, used to get the bot's tokens.
    pub id: AppInstallationId,
    /// Workspace of the installation.
    pub workspace: Option<WorkspaceId>,
    /// Details of the workspace, including the slug that requests need.
    pub workspace_detail: Option<InstalledWorkspace>,
    /// App that is installed.
    pub application: Option<ApplicationId>,
    /// User who installed the app.
    pub installed_by: Option<UserId>,
    /// User account of the app's bot.
    pub app_bot: Option<UserId>,
    /// Status of the installation.
    pub status: Option<InstallationStatus>,
    /// Webhook of the installation.
    pub webhook: Option<WebhookId>,
    /// Time of the installation.
    pub created_at: Option<Timestamp>,
    /// Time of the last change.
    pub updated_at: Option<Timestamp>,
    /// Time at which the installation was removed.
    pub deleted_at: Option<Timestamp>,
    /// User who created the installation.
    pub created_by: Option<UserId>,
    /// User who last changed the installation.
    pub updated_by: Option<UserId>,
}

open_enum! {
    /// Status of an installation.
    pub enum InstallationStatus {
        /// The app is installed in the workspace.
        Installed = "installed",
    }
}

/// Workspace of an installation.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct InstalledWorkspace {
    /// Id of the workspace.
    pub id: Option<WorkspaceId>,
    /// Name of the workspace.
    pub name: Option<String>,
    /// Slug of the workspace, which the paths of requests contain.
    pub slug: Option<String>,
    /// URL of the workspace's logo.
    pub logo_url: Option<String>,
}
