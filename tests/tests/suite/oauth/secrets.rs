//! Client secrets, codes, tokens and states are shown nowhere, even if a server echoes the request.

use std::error::Error as _;

use plane_api::{
    Auth, Client, Error, Secret,
    oauth::{App, Callback, CodeVerifier, State},
};
use plane_tests::{Received, Reply, Server, answer, json};

use crate::transports::over;

fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.body_snippet());
    let mut source = error.source();
    while let Some(error) = source {
        text += &format!(" {error} {error:?}");
        source = error.source();
    }
    text
}

/// Echoes the whole request, in the form with this number.
fn echo(received: &Received, way: usize) -> Reply {
    let word = |text: &str| {
        text.chars()
            .map(|char| if char.is_alphanumeric() || char == '_' { char } else { ' ' })
            .collect::<String>()
    };
    let said = format!("{} {}", word(&received.head), word(&received.text()));
    // Issued tokens only occur in responses to token requests.
    let granted = if received.line().starts_with("POST") { "CANARY_granted" } else { "nothing" };
    match way {
        0 => json(400, &format!(r#"{{"error": "invalid_grant", "error_description": "{said}"}}"#)),
        1 => json(401, &format!(r#"{{"detail": "{said}", "name": ["{said}"]}}"#)),
        2 => json(500, &format!("<html>{said}")),
        3 => json(200, &format!(r#"{{"access": "{said}", "refresh_token": "{granted}"}}"#)),
        4 => json(200, &format!(r#"{{"access_token": "{granted}", "token_type": "mac"}}"#)),
        5 => json(200, &format!("<html>{said} {granted}")),
        6 => Reply::Send(answer(302, "Location: http://other.example/?CANARY_granted\r\n", &said)),
        _ => Reply::Close(format!("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{said}").into()),
    }
}

#[tokio::test]
async fn canaries_show_in_no_error_and_in_no_log() {
    let logged = crate::faults::secrets::logged();
    for way in 0..8 {
        let server = Server::start(move |received| echo(received, way)).await.unwrap();
        let builder = over(Client::plane()).base_url(server.url());
        let app = App::new("my-client", "CANARY_client_secret", builder).unwrap();
        let token = Secret::from("CANARY_token");
        let uri = "https://my.app/callback";
        let verifier = CodeVerifier::from("CANARY_verifier_of_a_code_that_is_long_enough");
        let mut text = String::new();
        for result in [
            app.exchange_code("CANARY_code_of_a_callback", uri, Some(&verifier)).await.map(drop),
            app.refresh(&token).await.map(drop),
            app.bot_token("installation", []).await.map(drop),
            app.installations(&token, None).await.map(drop),
        ] {
            text += &shown(&result.unwrap_err());
        }
        if let Err(error) = app.revoke(&token).await {
            text += &shown(&error);
        }
        assert!(!server.requests().is_empty());
        assert!(!text.contains("CANARY"), "{way}: {text}");

        let tokens: plane_api::oauth::TokenSet = serde_json::from_value(serde_json::json!({
            "access_token": "CANARY_access", "refresh_token": "CANARY_refresh", "expires_at": "2020-01-01T00:00:00Z",
        }))
        .unwrap();
        let auth = Auth::token_source(app.user_tokens(tokens, async |_| Ok(())));
        let client = over(Client::plane()).base_url(server.url()).auth(auth).build().unwrap();
        let request = plane_api::v1::customers::GetCustomer::new("w", "7");
        let error = request.send(&client).await.unwrap_err();
        assert!(!shown(&error).contains("CANARY"), "{way}: {}", shown(&error));
    }
    logged.assert_clean();
}

#[test]
fn nothing_prints_a_secret() {
    let app = App::new("my-client", "CANARY_secret", Client::plane()).unwrap();
    let state = State::from("CANARY_state");
    let callback = Callback::read("state=CANARY_state&code=CANARY_code", &state).unwrap();
    let tokens: plane_api::oauth::TokenSet = serde_json::from_value(serde_json::json!({
        "access_token": "CANARY_access", "refresh_token": "CANARY_refresh",
    }))
    .unwrap();
    let source = app.user_tokens(tokens.clone(), async |_| Ok(()));
    let text = format!(
        "{app:?} {state:?} {callback:?} {tokens:?} {source:?} {:?} {:?} {:?}",
        app.bot_tokens("installation", []),
        Auth::token_source(source.clone()),
        Callback::read("state=CANARY_other", &state).unwrap_err(),
    );
    assert!(!text.contains("CANARY"), "{text}");
}
