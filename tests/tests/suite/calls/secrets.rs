//! Keys and queries are shown nowhere.

use super::*;

fn shown(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.body_snippet());
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text += &format!(" {error} {error:?}");
        source = error.source();
    }
    text
}

#[tokio::test]
async fn the_key_is_shown_nowhere() {
    let echo = format!(r#"{{"detail": "bad key {KEY}", "name": ["{KEY}"], "id": 7}}"#);
    let redirect = format!("Location: http://other.example/?key={KEY}\r\n");
    let replies = [
        json(400, &echo),
        json(403, &echo),
        json(500, &format!("<html>{KEY}")),
        json(200, &echo),
        json(200, &format!("<html>{KEY}")),
        Reply::Send(answer(302, &redirect, &echo)),
        Reply::Close(Vec::new()),
        Reply::Close(format!("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{KEY}").into()),
        Reply::Close(format!("{KEY}\r\n\r\n").into()),
    ];
    for reply in replies {
        let error = rejection(reply.clone()).await;
        assert!(!shown(&error).contains(KEY), "{reply:?}: {}", shown(&error));
    }

    let server = Server::always(json(200, "{}")).await.unwrap();
    let client = client(&server);
    let builder = Client::builder("https://api.example").api_key(KEY);
    let call = client.call(&GetCustomer::new("7"));
    let future = UpdateCustomer::new("7").send(&client);
    let text = format!("{client:?} {:?} {builder:?} {call:?} {future:?}", Auth::bearer_token(KEY));
    assert!(!text.contains(KEY), "{text}");
}

#[tokio::test]
async fn a_query_is_shown_nowhere() {
    let server = Server::always(Reply::Close(Vec::new())).await.unwrap();
    let request = GetCustomer::new("7").expand("QUERY");
    let error = request.send(&client(&server)).await.unwrap_err();
    assert!(!shown(&error).contains("QUERY"), "{}", shown(&error));
    drop(server);
}

#[test]
fn secrets_of_hooks_are_there_and_not_shown() {
    use plane_api::{
        Secret,
        http::Request,
        v1::workflows::transition_hooks::{
            CreateWorkflowTransitionHook, UpdateWorkflowTransitionHook, WorkflowHookHandler,
            WorkflowHookPhase, WorkflowTransitionHook,
        },
    };

    let answer = format!(
        r#"{{"id": "7", "config": {{"secret_plaintext": "{KEY}"}}, "secret_plaintext": "{KEY}"}}"#
    );
    let hook: WorkflowTransitionHook = serde_json::from_str(&answer).unwrap();
    assert_eq!(hook.secret_plaintext.as_ref().map(Secret::expose), Some(KEY));
    assert_eq!(hook.config.as_ref().unwrap().0["secret_plaintext"], KEY);
    let config = serde_json::json!({"headers": {"authorization": KEY}});
    let (phase, handler) = (WorkflowHookPhase::Post, WorkflowHookHandler::SendWebhook);
    let create =
        CreateWorkflowTransitionHook::new("acme", "7", "8", "9", phase, handler, config.clone());
    let update = UpdateWorkflowTransitionHook::new("acme", "7", "8", "9", "10").config(config);
    for body in [create.request().unwrap(), update.request().unwrap()].map(Request::into_body) {
        assert!(String::from_utf8_lossy(body.as_bytes().unwrap()).contains(KEY));
    }
    assert!(!format!("{hook:?} {hook:#?} {create:?} {update:?}").contains(KEY));
}
