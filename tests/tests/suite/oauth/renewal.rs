//! Tokens that are refreshed: once for all waiting calls, and stored before they are used.

use std::{error::Error as _, time::Duration};

use plane_api::{Client, Delivery, Error, ErrorKind, TokenSource};
use tokio::task::JoinSet;

use super::server::{AuthorizationServer, CreateThing, Plan};

const LONG_AGO: &str = "2020-01-01T00:00:00Z";
const LATER: &str = "2999-01-01T00:00:00Z";

async fn send(client: &Client) -> plane_api::Result<()> {
    CreateThing::new().send(client).await.map(drop)
}

/// Sends 60 calls at once through three clients that share their tokens.
async fn send_many(authority: &AuthorizationServer, tokens: impl TokenSource + Clone) {
    authority.with(|state| {
        state.delay = Duration::from_secs(1);
        state.store_delay = Duration::from_secs(1);
    });
    let clients = [0; 3].map(|_| authority.client(tokens.clone()));
    let mut calls = JoinSet::new();
    for n in 0..60 {
        calls.spawn(CreateThing::new().send(&clients[n % 3]));
    }
    for result in calls.join_all().await {
        result.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_valid_token_is_used_without_a_request() {
    let authority = AuthorizationServer::default();
    let client = authority.client(authority.user_tokens(LATER));
    for _ in 0..3 {
        send(&client).await.unwrap();
    }
    assert_eq!(authority.events(), ["thing Bearer a0"; 3]);
}

#[tokio::test(start_paused = true)]
async fn however_many_wait_for_an_expired_token_the_server_is_asked_once() {
    let authority = AuthorizationServer::default();
    send_many(&authority, authority.user_tokens(LONG_AGO)).await;
    assert_eq!(authority.events()[..2], ["exchange r0", "store r1"]);
    assert_eq!(authority.events()[2..], ["thing Bearer a1"; 60]);
}

#[tokio::test(start_paused = true)]
async fn however_many_are_rejected_the_server_is_asked_once() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.is_revoked = true);
    send_many(&authority, authority.user_tokens(LATER)).await;
    let counts = ["exchange r0", "store r1", "thing Bearer a0", "thing Bearer a1"];
    assert_eq!(counts.map(|event| authority.count(event)), [1, 1, 60, 60]);
}

#[tokio::test(start_paused = true)]
async fn however_many_wait_for_a_bots_token_the_server_is_asked_once() {
    let authority = AuthorizationServer::default();
    send_many(&authority, authority.app().bot_tokens("bot", [])).await;
    assert_eq!(authority.events()[..1], ["exchange bot"]);
    assert_eq!(authority.events()[1..], ["thing Bearer a1"; 60]);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_token_of_a_bot_is_requested_again() {
    let authority = AuthorizationServer::default();
    let client = authority.client(authority.app().bot_tokens("bot", []));
    send(&client).await.unwrap();
    authority.with(|state| state.is_revoked = true);
    send(&client).await.unwrap();
    assert_eq!(
        authority.events(),
        ["exchange bot", "thing Bearer a1", "thing Bearer a1", "exchange bot", "thing Bearer a2"]
    );
}

#[tokio::test(start_paused = true)]
async fn each_refresh_token_is_used_once() {
    let authority = AuthorizationServer::default();
    let client = authority.client(authority.user_tokens(LATER));
    for n in 1..=5 {
        authority.with(|state| state.is_revoked = true);
        send(&client).await.unwrap();
        assert_eq!(authority.with(|state| state.stored.clone()), Some(format!("r{n}")));
    }
    assert_eq!(authority.count("exchange"), 5);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_never_lasts_a_minute_is_not_renewed_for_every_call() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.expires_in = Some(40));
    let client = authority.client(authority.user_tokens(LONG_AGO));
    for _ in 0..5 {
        send(&client).await.unwrap();
    }
    assert_eq!((authority.count("exchange"), authority.count("thing Bearer a1")), (1, 5));
}

#[tokio::test(start_paused = true)]
async fn tokens_that_cannot_be_stored_are_not_used_and_not_lost() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.store_failures = 2);
    let client = authority.client(authority.user_tokens(LONG_AGO));
    for _ in 0..2 {
        let error = send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Token, Delivery::NotSent));
        assert_eq!(error.source().unwrap().to_string(), "the disk is full");
    }
    send(&client).await.unwrap();
    assert_eq!(
        authority.events(),
        ["exchange r0", "store r1 fails", "store r1 fails", "store r1", "thing Bearer a1"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_store_that_panics_does_not_affect_others() {
    let authority = AuthorizationServer::default();
    let (app, kept) = (authority.app(), authority.clone());
    let tokens = serde_json::from_value(serde_json::json!({
        "access_token": "a0", "refresh_token": "r0", "expires_at": LONG_AGO,
    }));
    let source = app.user_tokens(tokens.unwrap(), move |_| {
        let is_first = kept.with(|state| state.stored.replace("once".to_owned())).is_none();
        async move {
            assert!(!is_first, "the disk is on fire");
            Ok(())
        }
    });
    let client = authority.client(source);
    let error = send(&client).await.unwrap_err();
    assert!(error.source().unwrap().to_string().contains("the store panicked"), "{error:?}");
    send(&client).await.unwrap();
    assert_eq!(authority.events(), ["exchange r0", "thing Bearer a1"]);
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_grant_is_recognized_by_its_code() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.plan = vec![Plan::Refuse]);
    let error = send(&authority.client(authority.user_tokens(LONG_AGO))).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Token, Delivery::NotSent));
    let source: &Error = error.source().unwrap().downcast_ref().unwrap();
    assert_eq!(source.code(), Some("invalid_grant"));
    assert_eq!(authority.events(), ["exchange r0"]);
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_that_was_rejected_for_good_is_not_sent_again() {
    let authority = AuthorizationServer::default();
    authority.with(|state| {
        state.plan = vec![Plan::Refuse];
        state.delay = Duration::from_secs(1);
    });
    let tokens = authority.user_tokens(LONG_AGO);
    let clients = [0; 3].map(|_| authority.client(tokens.clone()));
    let mut calls = JoinSet::new();
    for n in 0..1000 {
        calls.spawn(CreateThing::new().send(&clients[n % 3]));
    }
    let mut results = calls.join_all().await;
    // Later calls fail, too.
    results.push(CreateThing::new().send(&clients[0]).await);
    for result in results {
        let error = result.unwrap_err();
        let source: &Error = error.source().unwrap().downcast_ref().unwrap();
        assert_eq!(source.code(), Some("invalid_grant"));
    }
    assert_eq!(authority.events(), ["exchange r0"]);
}

#[tokio::test(start_paused = true)]
async fn a_valid_access_token_is_used_until_it_expires() {
    let authority = AuthorizationServer::default();
    authority.with(|state| {
        state.plan = vec![Plan::Refuse];
        state.expires_in = Some(40);
    });
    let soon = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_secs(30)).unwrap();
    let client = authority.client(authority.user_tokens(&soon.to_string()));
    for _ in 0..5 {
        send(&client).await.unwrap();
    }
    assert!(authority.count("exchange") <= 1, "{:?}", authority.events());
}

#[tokio::test(start_paused = true)]
async fn without_a_refresh_token_the_grant_ends() {
    let authority = AuthorizationServer::default();
    let tokens = serde_json::from_value(serde_json::json!({"access_token": "a0"})).unwrap();
    let client = authority.client(authority.app().user_tokens(tokens, async |_| Ok(())));
    send(&client).await.unwrap();
    authority.with(|state| state.is_revoked = true);
    let error = send(&client).await.unwrap_err();
    assert!(error.source().unwrap().to_string().contains("authorize the app again"), "{error:?}");
    assert_eq!(authority.events(), ["thing Bearer a0"; 2]);
}

#[tokio::test(start_paused = true)]
async fn an_exchange_that_did_not_take_place_is_repeated_and_one_that_may_have_is_not() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.plan = vec![Plan::Disconnect, Plan::Disconnect]);
    send(&authority.client(authority.user_tokens(LONG_AGO))).await.unwrap();
    assert_eq!(
        authority.events(),
        ["exchange r0", "exchange r0", "exchange r0", "store r1", "thing Bearer a1"]
    );

    let authority = AuthorizationServer::default();
    authority.with(|state| state.plan = vec![Plan::Lose]);
    let client = authority.client(authority.user_tokens(LONG_AGO));
    let error = send(&client).await.unwrap_err();
    let source: &Error = error.source().unwrap().downcast_ref().unwrap();
    assert_eq!(source.delivery(), Delivery::Unknown);
    assert_eq!(authority.events(), ["exchange r0"]);
    // Tokens that the server sent and nobody received are lost. No client can prevent that, but the error says so.
    let error = send(&client).await.unwrap_err();
    let source: &Error = error.source().unwrap().downcast_ref().unwrap();
    assert_eq!(source.code(), Some("invalid_grant"));
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_responds_does_not_block_callers_forever() {
    let authority = AuthorizationServer::default();
    authority.with(|state| state.plan = vec![Plan::Hang]);
    let client = authority.client(authority.user_tokens(LONG_AGO));
    let error = send(&client).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent, "the thing was not sent: {error:?}");
    send(&client).await.unwrap();
    assert_eq!(authority.events(), ["exchange r0", "store r1", "thing Bearer a1"]);
}
