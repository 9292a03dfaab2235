//! Apps: how they are authorized, and where their tokens come from.
//!
//! A person sends the browser to [`App::authorization_url`], says yes there, and comes back to the app's redirect URI
//! with what [`Callback::read`] reads. From then on the app acts for that person, or as a bot in the workspace:
//!
//! | | acts for the person | acts as a bot |
//! |---|---|---|
//! | gets tokens by | [`App::exchange_code`], then [`App::refresh`] | [`App::bot_token`], with the installation's id |
//! | renews them by | [`App::user_tokens`] | [`App::bot_tokens`] |
//!
//! ```no_run
//! use plane_api::{
//!     Auth, Client,
//!     oauth::{App, Callback, CodeVerifier, Scope, State},
//! };
//!
//! # async fn save(_: plane_api::oauth::TokenSet) -> std::io::Result<()> { Ok(()) }
//! # async fn example(query: &str, session: [&str; 2]) -> Result<(), Box<dyn std::error::Error>> {
//! const REDIRECT_URI: &str = "https://my-app.example.com/callback";
//!
//! let app = App::new("my-client-id", "my-client-secret", Client::plane())?;
//!
//! // Whoever wants to use the app is sent to Plane. State and verifier are kept in the session.
//! let (state, verifier) = (State::random()?, CodeVerifier::random()?);
//! let challenge = verifier.challenge();
//! let url = app.authorization_url(REDIRECT_URI, &state, Some(&challenge), [Scope::CustomersWrite])?;
//!
//! // The browser comes back with `?code=…&state=…`.
//! let callback = Callback::read(query, &State::from(session[0]))?;
//! let (code, verifier) = (callback.code.ok_or("no code")?, CodeVerifier::from(session[1]));
//! let tokens = app.exchange_code(code, REDIRECT_URI, Some(&verifier)).await?;
//!
//! // From here on the tokens renew themselves; each new refresh token is stored before it is needed.
//! save(tokens.clone()).await?;
//! let tokens = app.user_tokens(tokens, |tokens| async { Ok(save(tokens).await?) });
//! let client = Client::new(Auth::token_source(tokens))?;
//! # Ok(())
//! # }
//! ```
//!
//! The Community Edition has no apps: only Plane's cloud and its commercial editions do.

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

/// An app as it is registered with Plane.
///
/// It is cheap to clone, and its clones share their connections.
#[derive(Clone)]
pub struct App {
    id: String,
    secret: Secret,
    /// Its paths begin where the API root does, and it sends id and secret as the header `Authorization`.
    client: Client,
    allow_insecure_http: bool,
}

impl App {
    /// An app with its client id and client secret.
    ///
    /// The builder says which server it is registered with, and sets limits, transport and the like. Its base URL is the
    /// one that clients have, whether or not it ends in the API root; its API root and credentials do not count, as apps
    /// are authorized beside the API, under `/auth/o/`.
    ///
    /// # Errors
    ///
    /// When id or secret are empty or have white space around them, or the client cannot be built.
    pub fn new(
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
        builder: ClientBuilder,
    ) -> Result<Self> {
        let (id, secret) = (client_id.into(), client_secret.into());
        for (name, value) in [("id", id.as_str()), ("secret", secret.expose())] {
            secret::check(value).map_err(|reason| {
                Error::config(format!("invalid client {name}: {reason}"))
            })?;
        }
        let encoded =
            |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let auth = Auth::basic(encoded(&id), encoded(secret.expose()));
        let allow_insecure_http = builder.allow_insecure_http;
        let client = builder.auth(auth).build_beside_api()?;
        Ok(Self { id, secret, client, allow_insecure_http })
    }

    /// Where to send the browser of who wants to use the app, to be asked for consent.
    ///
    /// The redirect URI is one that the app is registered with: `https://`, or `http://` on loopback, as for base URLs.
    /// Without scopes the app gets those that it is registered with.
    ///
    /// The challenge is that of the [`CodeVerifier`] that the code is exchanged with (PKCE). Pass `None` only if the server
    /// does not know PKCE and rejects it.
    ///
    /// # Errors
    ///
    /// When the redirect URI cannot be used.
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

    /// Exchanges the code of a callback for the user's tokens. The redirect URI is the one that the code came to, and the
    /// verifier the one whose challenge went with the URL; `None` if no challenge did.
    ///
    /// # Errors
    ///
    /// When the verifier or the redirect URI cannot be used, before anything is sent. When the server refuses: with [`Error::code`] `invalid_grant` the code is used up, too old or not this app's.
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

    /// Exchanges a refresh token for the next tokens. The server may not take it again: store those that come back
    /// before anything else. [`App::user_tokens`] does all that.
    ///
    /// # Errors
    ///
    /// When the server refuses: with [`Error::code`] `invalid_grant` the grant is over, and the user has to authorize the
    /// app again.
    pub async fn refresh(&self, refresh_token: &Secret) -> Result<TokenSet> {
        let request = RefreshTokens::new(
            "refresh_token",
            refresh_token.clone(),
            self.id.as_str(),
            self.secret.clone(),
        );
        let answer = self.send(self.client.call(&request)).await?;
        TokenSet::read(&answer, Some(refresh_token.clone()))
    }

    /// Gets a token for the bot of an installation. When it expires, another one is got the same way.
    ///
    /// Without scopes the bot gets those that the app is registered with.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn bot_token(
        &self,
        installation: impl Into<AppInstallationId>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> Result<TokenSet> {
        let mut request = GetBotToken::new("client_credentials", installation);
        request.scope = scope::joined(scopes);
        TokenSet::read(&self.send(self.client.call(&request)).await?, None)
    }

    /// Revokes a token. Plane's documentation does not have it, its Python SDK does.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn revoke(&self, token: &Secret) -> Result<()> {
        let request = RevokeToken::new(token.clone(), self.id.as_str(), self.secret.clone());
        self.client.call(&request).send().await
    }

    /// Lists the installations that an access token is for, or the one with this id. Its workspace's slug is what
    /// requests need.
    ///
    /// # Errors
    ///
    /// When the token cannot be sent, or the server refuses it.
    pub async fn installations(
        &self,
        access_token: &Secret,
        id: Option<AppInstallationId>,
    ) -> Result<Vec<AppInstallation>> {
        let mut bearer = HeaderValue::try_from(format!("Bearer {}", access_token.expose()))
            .map_err(|_| {
                Error::request("the access token contains characters that are not allowed in a header")
            })?;
        bearer.set_sensitive(true);
        let mut request = ListAppInstallations::new();
        request.id = id;
        self.client.call(&request).header(header::AUTHORIZATION, bearer).send().await
    }

    /// The tokens of a user, renewed as they expire: for [`Auth::token_source`].
    ///
    /// `store` keeps what it is given, in the place of what was kept before; it is called with each new set, before its
    /// access token is used for the first time. If it fails, the call that waits for the token does, too, and the next
    /// call stores first. The tokens that are given here are not stored again. It must not wait for a call that needs
    /// these tokens, which waits for it.
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

    /// The tokens of an installation's bot, got and renewed as they are needed: for [`Auth::token_source`].
    #[must_use]
    pub fn bot_tokens(
        &self,
        installation: impl Into<AppInstallationId>,
        scopes: impl IntoIterator<Item = Scope>,
    ) -> AppTokens {
        AppTokens::bot(self.clone(), installation.into(), scopes.into_iter().collect())
    }

    /// Sends a request for tokens. Its answer is not decoded by the client, whose errors would keep it.
    async fn send(&self, call: Call<Bytes>) -> Result<Bytes> {
        let json = HeaderValue::from_static("application/json");
        let call = call.secrets([self.secret.clone()]).decoded_by(tokens::accepted);
        call.header(header::ACCEPT, json).send().await
    }
}

/// Shows id and server.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("id", &self.id)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
