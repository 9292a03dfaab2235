//! A small authorization server like Plane's. It assumes consent, and issues tokens that the sandbox accepts.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use plane_api::{oauth::State as Random, sandbox::Sandbox};
use tokio::net::TcpListener;
use url::form_urlencoded;

pub(crate) const CLIENT_ID: &str = "sample-app";
pub(crate) const CLIENT_SECRET: &str = "sample-secret";

/// The server, on loopback.
pub(crate) struct AuthorizationServer {
    url: String,
}

/// The state of the server.
struct Shared {
    sandbox: Arc<Sandbox>,
    redirect_uri: String,
    /// The current code or refresh token, which can be exchanged for tokens once.
    grant: Mutex<Option<String>>,
}

impl AuthorizationServer {
    pub(crate) async fn start(sandbox: Arc<Sandbox>, redirect_uri: String) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let router = Router::new()
            .route("/auth/o/authorize-app/", get(authorize))
            .route("/auth/o/token/", post(token))
            .with_state(Arc::new(Shared { sandbox, redirect_uri, grant: Mutex::default() }));
        tokio::spawn(axum::serve(listener, router).into_future());
        Ok(Self { url })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Shared {
    /// Issues a new code or refresh token, which replaces the current one.
    fn issue(&self, kind: &str) -> Result<String, Rejection> {
        let random = Random::random().map_err(|_| Rejection("server_error"))?;
        let grant = format!("{kind}_{}", random.as_str());
        *self.grant.lock().unwrap_or_else(PoisonError::into_inner) = Some(grant.clone());
        Ok(grant)
    }

    /// Returns `true` if this is the current grant, and uses it up.
    fn take(&self, offered: &str) -> bool {
        let mut grant = self.grant.lock().unwrap_or_else(PoisonError::into_inner);
        grant.take_if(|grant| grant == offered).is_some()
    }
}

/// Assumes consent, and redirects the browser back with a code.
async fn authorize(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Rejection> {
    let query = pairs(&query.unwrap_or_default());
    let is = |name: &str, value: &str| query.get(name).is_some_and(|found| found == value);
    if !(is("client_id", CLIENT_ID)
        && is("response_type", "code")
        && is("redirect_uri", &shared.redirect_uri))
    {
        // An invalid client or redirect URI must not cause a redirect.
        return Err(Rejection("invalid_request"));
    }
    let code = shared.issue("code")?;
    let mut answer = form_urlencoded::Serializer::new(format!("{}?", shared.redirect_uri));
    answer.append_pair("code", &code);
    if let Some(state) = query.get("state") {
        answer.append_pair("state", state);
    }
    Ok((StatusCode::FOUND, [(header::LOCATION, answer.finish())]).into_response())
}

/// Issues tokens for a code or a refresh token.
async fn token(State(shared): State<Arc<Shared>>, body: String) -> Result<Response, Rejection> {
    let form = pairs(&body);
    let word = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    if (word("client_id"), word("client_secret")) != (CLIENT_ID, CLIENT_SECRET) {
        return Err(Rejection("invalid_client"));
    }
    let offered = match word("grant_type") {
        "authorization_code" if word("redirect_uri") == shared.redirect_uri => word("code"),
        "refresh_token" => word("refresh_token"),
        _ => return Err(Rejection("invalid_request")),
    };
    if !shared.take(offered) {
        return Err(Rejection("invalid_grant"));
    }
    let refresh_token = shared.issue("pln_refresh")?;
    let access_token = refresh_token.replace("pln_refresh", "pln");
    shared.sandbox.set_access_token(access_token.as_str());
    let answer = serde_json::json!({
        "access_token": access_token,
        "refresh_token": refresh_token,
        "token_type": "Bearer",
        "expires_in": 86400,
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], answer.to_string()).into_response())
}

fn pairs(text: &str) -> HashMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// The reason for a rejection, as an OAuth error code.
struct Rejection(&'static str);

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let body = serde_json::json!({"error": self.0}).to_string();
        (StatusCode::BAD_REQUEST, [(header::CONTENT_TYPE, "application/json")], body)
            .into_response()
    }
}
