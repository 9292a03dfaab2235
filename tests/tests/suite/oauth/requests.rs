//! Requests to the authorization server, and how their responses are decoded.

use plane_api::{
    Client, Delivery, ErrorKind, Secret,
    oauth::{App, Callback, CallbackError, CodeVerifier, InstallationStatus, Scope, State},
};
use plane_tests::{Received, Reply, Server, json};
use proptest::prelude::*;

use super::app;

const ID: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
const GRANT: &str = r#"{"access_token": "pln_a", "token_type": "Bearer", "expires_in": 86400,
                        "refresh_token": "pln_refresh_b", "scope": "customers:read customers:write"}"#;

async fn server(answer: &str) -> (Server, App) {
    let server = Server::always(json(200, answer)).await.unwrap();
    let app = app(server.url());
    (server, app)
}

/// Returns the only request: its line, credentials, type and body.
fn sent(server: &Server) -> [String; 4] {
    let requests = server.requests();
    let [Received { .. }] = requests.as_slice() else { panic!("{requests:?}") };
    let header = |name| requests[0].header(name).unwrap_or_default().to_owned();
    [
        requests[0].line().to_owned(),
        header("authorization"),
        header("content-type"),
        requests[0].text(),
    ]
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_code_is_exchanged() {
    let (server, app) = server(GRANT).await;
    let verifier = CodeVerifier::from("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    let exchange = app.exchange_code("c/d", "https://my.app/callback?a=b", Some(&verifier));
    let tokens = exchange.await.unwrap();
    let body = "grant_type=authorization_code&code=c%2Fd&redirect_uri=https%3A%2F%2Fmy.app%2Fcallback%3Fa%3Db\
                &client_id=my-client&client_secret=my-secret\
                &code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    assert_eq!(sent(&server), ["POST /auth/o/token/", "", FORM, body]);
    assert_eq!(tokens.access_token.expose(), "pln_a");
    assert_eq!(tokens.refresh_token.unwrap().expose(), "pln_refresh_b");
    assert_eq!(tokens.scopes, [Scope::CustomersRead, Scope::CustomersWrite]);
    assert!(tokens.expires_at.is_some());
}

#[tokio::test]
async fn a_code_is_exchanged_without_a_verifier_if_there_was_no_challenge() {
    let (server, app) = server(GRANT).await;
    app.exchange_code("c", "https://my.app/", None).await.unwrap();
    assert!(!sent(&server)[3].contains("code_verifier"));
    let short = CodeVerifier::from("short");
    let error = app.exchange_code("c", "https://my.app/", Some(&short)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_and_kept_if_there_is_no_other() {
    let (server, app) = server(r#"{"access_token": "pln_a", "token_type": "bearer"}"#).await;
    let tokens = app.refresh(&Secret::from("old")).await.unwrap();
    let body =
        "grant_type=refresh_token&refresh_token=old&client_id=my-client&client_secret=my-secret";
    assert_eq!(sent(&server), ["POST /auth/o/token/", "", FORM, body]);
    assert_eq!(tokens.refresh_token.unwrap().expose(), "old");
    assert!(tokens.expires_at.is_none() && tokens.scopes.is_empty());
}

#[tokio::test]
async fn a_bots_token_is_got_with_the_installation() {
    // Computed with Python's `base64`.
    let basic = "Basic bXktY2xpZW50Om15LXNlY3JldA==";
    let (server, app) =
        server(r#"{"access_token": "pln_bot_a", "token_type": "Bearer", "expires_in": 86400}"#)
            .await;
    let tokens = app.bot_token(ID, []).await.unwrap();
    let body = format!("grant_type=client_credentials&app_installation_id={ID}");
    assert_eq!(sent(&server), ["POST /auth/o/token/", basic, FORM, &body]);
    assert_eq!((tokens.access_token.expose(), tokens.refresh_token.is_none()), ("pln_bot_a", true));

    let (server, app) = self::server(GRANT).await;
    app.bot_token(ID, [Scope::CustomersRead, Scope::from("write")]).await.unwrap();
    let body = format!("{body}&scope=customers%3Aread+write");
    assert_eq!(sent(&server), ["POST /auth/o/token/", basic, FORM, &body]);
}

#[tokio::test]
async fn a_token_is_revoked() {
    let (server, app) = server("").await;
    app.revoke(&Secret::from("pln_a")).await.unwrap();
    let body = r#"{"token":"pln_a","client_id":"my-client","client_secret":"my-secret"}"#;
    assert_eq!(sent(&server), ["POST /auth/o/revoke-token/", "", "application/json", body]);
}

#[tokio::test]
async fn installations_are_listed_with_the_token() {
    let answer = r#"[{"id": "installation-uuid", "workspace": "workspace-uuid",
        "workspace_detail": {"name": "My Workspace", "slug": "my-workspace"},
        "app_bot": "bot-user-uuid", "status": "installed"}]"#;
    let (server, app) = server(answer).await;
    let token = Secret::from("pln_bot_a");
    let found = app.installations(&token, Some(ID.into())).await.unwrap();
    let line = format!("GET /auth/o/app-installation/?id={ID}");
    assert_eq!(sent(&server), [line.as_str(), "Bearer pln_bot_a", "", ""]);
    assert_eq!(found[0].id, "installation-uuid");
    assert_eq!(found[0].status, Some(InstallationStatus::Installed));
    assert_eq!(found[0].workspace_detail.as_ref().unwrap().slug.as_deref(), Some("my-workspace"));

    let (server, app) = self::server("[]").await;
    assert!(app.installations(&token, None).await.unwrap().is_empty());
    assert_eq!(sent(&server)[0], "GET /auth/o/app-installation/");
    let error = app.installations(&Secret::from("CANARY\n"), None).await.unwrap_err();
    assert!(error.kind() == ErrorKind::Request && !format!("{error:?}").contains("CANARY"));
}

#[test]
fn the_consent_page_is_found_wherever_the_base_url_ends() {
    let query = "client_id=my-client&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback\
                 &scope=projects%3Aread+customers.requests%3Awrite+write&state=s%261\
                 &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    // The verifier and the challenge of RFC 7636, appendix B.
    let challenge = CodeVerifier::from("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge();
    let uri = "http://localhost:3000/callback";
    let url = |base_url: &str| {
        let scopes = [Scope::ProjectsRead, Scope::CustomersRequestsWrite, Scope::from("write")];
        app(base_url).authorization_url(uri, &State::from("s&1"), Some(&challenge), scopes).unwrap()
    };
    for end in ["", "/", "/api", "/api/v1", "/api/v1/"] {
        let base_url = format!("https://plane.example{end}");
        assert_eq!(url(&base_url), format!("https://plane.example/auth/o/authorize-app/?{query}"));
        let base_url = format!("https://host.example/plane{end}");
        assert_eq!(
            url(&base_url),
            format!("https://host.example/plane/auth/o/authorize-app/?{query}")
        );
    }
    let app = App::new("i", "s", Client::plane()).unwrap();
    let url = app.authorization_url("https://my.app/", &State::from("s"), None, []).unwrap();
    let query = "client_id=i&response_type=code&redirect_uri=https%3A%2F%2Fmy.app%2F&state=s";
    assert_eq!(
        url,
        format!("https://api.plane.so/auth/o/authorize-app/?{query}"),
        "no scope, the cloud"
    );
}

#[tokio::test]
async fn redirect_uris_follow_the_rule_for_base_urls() {
    let app = app("https://plane.example");
    let insecure = Client::plane().base_url("http://plane.example").allow_insecure_http(true);
    let insecure = App::new("i", "s", insecure).unwrap();
    for (uri, words) in [
        ("http://my.app/callback", Some("is not encrypted")),
        ("https://me@my.app/callback", Some("user name")),
        ("https://my.app/callback#part", Some("fragment")),
        ("myapp://callback", Some("write `https://`")),
        ("javascript:alert(1)", Some("write `https://`")),
        ("my.app/callback", Some("write it like")),
        ("", Some("write it like")),
        ("https://my.app/callback?a=b", None),
        ("http://127.0.0.1:3000/callback", None),
        ("http://[::1]/callback", None),
    ] {
        let url = app
            .authorization_url(uri, &State::from("s"), None, [])
            .map_err(|error| error.to_string());
        assert_eq!(url.is_ok(), words.is_none(), "{uri}");
        if let Some(words) = words {
            let error = url.unwrap_err();
            assert!(error.contains(words), "{error}");
            assert_eq!(
                app.exchange_code("c", uri, None).await.unwrap_err().delivery(),
                Delivery::NotSent
            );
        }
        let is_allowed = words.is_none_or(|words| words == "is not encrypted");
        assert_eq!(
            insecure.authorization_url(uri, &State::from("s"), None, []).is_ok(),
            is_allowed,
            "{uri}"
        );
    }
    let error = App::new("i", "s", Client::plane().base_url("http://plane.example")).unwrap_err();
    assert!(error.to_string().contains("is not encrypted"), "{error}");
}

#[test]
fn an_app_without_a_name_is_rejected() {
    for (id, secret, words) in [
        ("", "s", "invalid client id: it is empty"),
        ("i", " ", "invalid client secret: it is empty"),
        ("i", "CANARY\n", "trim it"),
    ] {
        let error = App::new(id, secret, Client::plane()).unwrap_err();
        assert!(
            error.to_string().contains(words) && !error.to_string().contains("CANARY"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_rejection_has_oauths_code_whatever_its_status() {
    for (body, detail) in [
        (r#"{"error": "invalid_grant", "error_description": "It is over."}"#, "It is over."),
        (r#"{"error": "invalid_grant"}"#, "invalid_grant"),
        (r#"{"error": "invalid_grant", "access_token": null}"#, "invalid_grant"),
    ] {
        for status in [400, 200] {
            let server = Server::always(json(status, body)).await.unwrap();
            let error = app(server.url()).refresh(&Secret::from("old")).await.unwrap_err();
            assert_eq!((error.code(), error.detail()), (Some("invalid_grant"), Some(detail)));
            assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
            assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
            assert_eq!((error.attempts(), server.requests().len()), (1, 1), "{error}");
        }
    }
}

#[tokio::test]
async fn an_exchange_whose_response_is_lost_is_not_repeated() {
    let server = Server::always(Reply::Close(Vec::new())).await.unwrap();
    let error = app(server.url()).refresh(&Secret::from("old")).await.unwrap_err();
    assert_eq!((error.delivery(), server.requests().len()), (Delivery::Unknown, 1));
}

proptest! {
    #[test]
    fn a_callback_is_accepted_only_with_its_state(query in "[ -$&-*,-~]{0,40}", state in "[a-z]{0,3}") {
        // For any input, nothing panics, and nothing is accepted without the state.
        let is_there = query.contains("state") && !state.is_empty();
        prop_assert!(is_there || Callback::read(&query, &State::from(state.as_str())).is_err());
        let query = format!("state=another&code=c&{query}");
        let result = Callback::read(&query, &State::from(state.as_str()));
        prop_assert_eq!(result.unwrap_err(), CallbackError::StateMismatch);
    }
}

#[test]
fn every_documented_scope_is_known_and_none_is_invented() {
    let documented: Vec<_> = include_str!("../../../fixtures/scopes.txt").lines().collect();
    assert_eq!(documented.len(), 83);
    for scope in &documented {
        assert!(!matches!(Scope::from(*scope), Scope::Other(_)), "{scope}");
        assert_eq!(Scope::from(*scope).as_str(), *scope);
    }
    let source = include_str!("../../../../plane-api/src/plane/oauth/scope.rs");
    let declared: Vec<_> = source
        .lines()
        .filter_map(|line| line.trim().strip_suffix("\",")?.split(" = \"").nth(1))
        .collect();
    assert_eq!(declared, documented);
}
