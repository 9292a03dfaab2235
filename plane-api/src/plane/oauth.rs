//! Plane apps: OAuth authorization, access tokens and refresh tokens.
//!
//! Use this module if your program acts for Plane users who authorize it, or as a bot in their workspaces. Send the
//! user's browser to [`App::authorization_url`]. After the user has consented, Plane sends the browser back to the app's
//! redirect URI with a query that [`Callback::read`] checks. Then the app gets tokens:
//!
//! | | acts for the user | acts as a bot |
//! |---|---|---|
//! | get tokens with | [`App::exchange_code`], then [`App::refresh`] | [`App::bot_token`], with the id of the app's installation in a workspace |
//! | refresh them automatically with | [`App::user_tokens`] | [`App::bot_tokens`] |
//!
//! ```
//! use plane_api::{
//!     Auth, Client,
//!     oauth::{App, Callback, CodeVerifier, Scope, State},
//! };
//!
//! # async fn save(_: plane_api::oauth::TokenSet) -> std::io::Result<()> { Ok(()) }
//! # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
//! # struct Server;
//! # impl Transport for Server {
//! #     fn execute<'a>(&'a self, _: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
//! #         let tokens = r#"{"access_token": "a", "refresh_token": "r", "expires_in": 86400}"#;
//! #         Box::pin(async move { Ok(Response::new(Body::from(tokens))) })
//! #     }
//! # }
//! # #[tokio::main(flavor = "current_thread", start_paused = true)]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! const REDIRECT_URI: &str = "https://my-app.example.com/callback";
//!
//! let app = App::new("my-client-id", "my-client-secret", Client::plane())?;
//! # let app = App::new("my-client-id", "my-client-secret", Client::plane().transport(Server))?;
//!
//! // Send the user's browser to Plane. Keep the state and the verifier in the session.
//! let (state, verifier) = (State::random()?, CodeVerifier::random()?);
//! let challenge = verifier.challenge();
//! let url = app.authorization_url(REDIRECT_URI, &state, Some(&challenge), [Scope::CustomersWrite])?;
//!
//! # let query = &*format!("code=the-code&state={}", state.as_str());
//! # let session = [state.as_str(), verifier.as_str()];
//! // The browser returns with `?code=…&state=…`.
//! let callback = Callback::read(query, &State::from(session[0]))?;
//! let (code, verifier) = (callback.code.ok_or("no code")?, CodeVerifier::from(session[1]));
//! let tokens = app.exchange_code(code, REDIRECT_URI, Some(&verifier)).await?;
//!
//! // Tokens are refreshed automatically; each new refresh token is stored before it is used.
//! save(tokens.clone()).await?;
//! let tokens = app.user_tokens(tokens, |tokens| async { Ok(save(tokens).await?) });
//! let client = Client::new(Auth::token_source(tokens))?;
//! # Ok(())
//! # }
//! ```
//!
//! The Community Edition does not support apps; Plane Cloud and the commercial editions do.

mod callback;
mod code_verifier;
mod redirect_uri;
mod requests;
mod scope;
mod source;
mod tokens;

use std::fmt;

use http::{HeaderValue, header};
use url::form_urlencoded;

use self::redirect_uri::check_redirect_uri;
use self::requests::{ExchangeCode, GetBotToken, ListAppInstallations, RefreshTokens, RevokeToken};
pub use self::{
    callback::{Callback, CallbackError, State},
    code_verifier::{CodeChallenge, CodeVerifier},
    requests::{AppInstallation, InstallationStatus, InstalledWorkspace},
    scope::Scope,
    source::AppTokens,
    tokens::TokenSet,
};
use bytes::Bytes;

use crate::{
    client::{Client, auth::Auth, builder::ClientBuilder, call::Call},
    error::{Error, Result},
    plane::ids::AppInstallationId,
    secret::{self, Secret},
};

/// An app registered with Plane.
///
/// Cloning is cheap; clones share their connections.
///
/// ```
/// use plane_api::{Client, oauth::App};
///
/// # use plane_api::{Body, BoxFuture, CallInfo, Transport, TransportError, http::{Request, Response}};
/// # struct Server;
/// # impl Transport for Server {
/// #     fn execute<'a>(&'a self, _: Request<Body>, _: &'a CallInfo) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
/// #         Box::pin(async { Ok(Response::new(Body::from(r#"{"access_token": "a", "expires_in": 86400}"#))) })
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> plane_api::Result<()> {
/// # let builder = Client::plane().transport(Server);
/// let app = App::new("my-client-id", "my-client-secret", builder)?;
/// let tokens = app.bot_token("6ba7b810-9dad-11d1-80b4-00c04fd430c8", []).await?;
/// assert!(tokens.expires_at.is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct App {
    id: String,
    secret: Secret,
    /// A client for paths below the parent of the API root. It sends the client id and secret in the header `Authorization`.
    client: Client,
    allow_insecure_http: bool,
}

impl App {
    /// Creates an app from its client id and client secret.
    ///
    /// The builder sets the timeouts, the transport, the server at which the app is registered, and other options. The
    /// base URL is the same as for clients, with or without the API root. The builder's API root and credentials are
    /// ignored, because apps are authorized outside the API, under `/auth/o/`.
    ///
    /// # Errors
    ///
    /// Returns an error if the id or secret is empty or has surrounding white space, or if the client cannot be built.
    pub fn new(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        builder: ClientBuilder,
    ) -> Result<Self> {
        let (id, secret) = (client_id.into(), client_secret.into());
        for (name, value) in [("id", id.as_str()), ("secret", secret.expose())] {
            secret::check(value)
                .map_err(|reason| Error::config(format!("invalid client {name}: {reason}")))?;
        }
        let encoded =
            |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let auth = Auth::basic(encoded(&id), encoded(secret.expose()));
        let allow_insecure_http = builder.allow_insecure_http;
        let client = builder.auth(auth).build_beside_api()?;
        Ok(Self { id, secret, client, allow_insecure_http })
    }

    /// Returns the URL of the consent page, to which the user's browser is sent.
    ///
    /// The redirect URI must be registered for the app. It must use `https://`; `http://` is allowed under the same
    /// conditions as in a base URL, such as on loopback. Without scopes, the app gets all scopes that it is registered
    /// with.
    ///
    /// Create the challenge with [`CodeVerifier::challenge`], and pass the same verifier to [`App::exchange_code`] later
    /// (PKCE). Pass `None` only if the server rejects PKCE.
    ///
    /// # Errors
    ///
    /// Returns an error if the redirect URI is invalid.
    pub fn authorization_url(
        &self,
        redirect_uri: &str,
        state: &State,
        challenge: Option<&CodeChallenge>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> Result<String> {
        check_redirect_uri(redirect_uri, self.allow_insecure_http)?;
        let mut query = form_urlencoded::Serializer::new(String::new());
        query
            .append_pair("client_id", &self.id)
            .append_pair("response_type", "code")
            .append_pair("redirect_uri", redirect_uri);
        if let Some(scope) = scope::joined(scopes) {
            query.append_pair("scope", &scope);
        }
        query.append_pair("state", state.as_str());
        if let Some(challenge) = challenge {
            query.append_pair("code_challenge", challenge.as_str());
            query.append_pair("code_challenge_method", "S256");
        }
        Ok(format!("{}/auth/o/authorize-app/?{}", self.client.prefix(), query.finish()))
    }

    /// Exchanges the code of a callback for the user's tokens. Pass the redirect URI and the verifier that belong to
    /// the authorization URL; the verifier is `None` if the URL had no challenge.
    ///
    /// # Errors
    ///
    /// - An error before anything is sent, if the verifier or the redirect URI is invalid.
    /// - An error if the server rejects the code. If [`Error::code`] is `invalid_grant`, the code was already used, has
    ///   expired or belongs to another app.
    pub async fn exchange_code(
        &self,
        code: impl Into<Secret>,
        redirect_uri: &str,
        verifier: Option<&CodeVerifier>,
    ) -> Result<TokenSet> {
        check_redirect_uri(redirect_uri, self.allow_insecure_http)?;
        let verifier = verifier.map(CodeVerifier::checked).transpose()?.cloned();
        let code = code.into();
        let mut request = ExchangeCode::new(
            "authorization_code",
            code,
            redirect_uri,
            self.id.as_str(),
            self.secret.clone(),
        );
        request.code_verifier = verifier.clone();
        TokenSet::read(&self.send(self.client.call(&request)).await?, None)
    }

    /// Exchanges a refresh token for new tokens. The server may accept a refresh token only once, so store the new
    /// tokens before you use them. [`App::user_tokens`] does this automatically.
    ///
    /// # Errors
    ///
    /// Returns an error if the server rejects the token. If [`Error::code`] is `invalid_grant`, the authorization has
    /// ended, and the user must authorize the app again.
    pub async fn refresh(&self, refresh_token: &Secret) -> Result<TokenSet> {
        let request = RefreshTokens::new(
            "refresh_token",
            refresh_token.clone(),
            self.id.as_str(),
            self.secret.clone(),
        );
        let response = self.send(self.client.call(&request)).await?;
        TokenSet::read(&response, Some(refresh_token.clone()))
    }

    /// Gets a token for the bot of an installation. Call this method again when the token expires.
    ///
    /// Without scopes, the bot gets all scopes that the app is registered with.
    ///
    /// # Errors
    ///
    /// Returns an error if the server rejects the request.
    pub async fn bot_token(
        &self,
        installation: impl Into<AppInstallationId>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> Result<TokenSet> {
        let mut request = GetBotToken::new("client_credentials", installation);
        request.scope = scope::joined(scopes);
        TokenSet::read(&self.send(self.client.call(&request)).await?, None)
    }

    /// Revokes a token. Plane does not document this request; only its Python SDK contains it.
    ///
    /// # Errors
    ///
    /// Returns an error if the server rejects the request.
    pub async fn revoke(&self, token: &Secret) -> Result<()> {
        let request = RevokeToken::new(token.clone(), self.id.as_str(), self.secret.clone());
        self.client.call(&request).send().await
    }

    /// Lists the installations that an access token is valid for; with `id`, only the installation that has this id. An
    /// installation contains the workspace slug that requests need.
    ///
    /// # Errors
    ///
    /// Returns an error if the token contains invalid characters or the server rejects it.
    pub async fn installations(
        &self,
        access_token: &Secret,
        id: Option<AppInstallationId>,
    ) -> Result<Vec<AppInstallation>> {
        let mut bearer = HeaderValue::try_from(format!("Bearer {}", access_token.expose()))
            .map_err(|_| {
                Error::request(
                    "the access token contains characters that are not allowed in a header",
                )
            })?;
        bearer.set_sensitive(true);
        let mut request = ListAppInstallations::new();
        request.id = id;
        self.client.call(&request).header(header::AUTHORIZATION, bearer).send().await
    }

    /// Returns a token source for a user. It refreshes expired tokens. Pass it to [`Auth::token_source`].
    ///
    /// `store` saves each new set of tokens in place of the previous one. The client does not use a new access token before
    /// `store` has succeeded. If `store` fails, the call that needs the token fails too, and the next call runs `store`
    /// again. `store` is not called with `tokens`, which you have stored yourself. `store` must not wait for a call that
    /// needs these tokens, because that call waits for `store`.
    pub fn user_tokens<F>(
        &self,
        tokens: TokenSet,
        store: impl Fn(TokenSet) -> F + Send + Sync + 'static,
    ) -> AppTokens
    where
        F: Future<Output = Result<(), Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
    {
        AppTokens::user(self.clone(), tokens, store)
    }

    /// Returns a token source for the bot of an installation. It gets new tokens as needed. Pass it to
    /// [`Auth::token_source`].
    #[must_use]
    pub fn bot_tokens(
        &self,
        installation: impl Into<AppInstallationId>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> AppTokens {
        AppTokens::bot(self.clone(), installation.into(), scopes.into_iter().collect())
    }

    /// Sends a token request. The client does not decode the response, because its errors would contain the tokens.
    async fn send(&self, call: Call<Bytes>) -> Result<Bytes> {
        let json = HeaderValue::from_static("application/json");
        let call = call.secrets([self.secret.clone()]).decoded_by(tokens::accepted);
        call.header(header::ACCEPT, json).send().await
    }
}

/// Shows the client id and the server.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("id", &self.id)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
