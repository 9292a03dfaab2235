//! A refresh token that the server has exchanged is kept, regardless of when the waiting calls are dropped.

use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use plane_api::{Client, TokenSource};
use tokio::{
    task::yield_now,
    time::{sleep, timeout},
};

use super::server::{AuthorizationServer, CreateThing};

const LONG_AGO: &str = "2020-01-01T00:00:00Z";

/// Asserts that a call succeeds, and that the tokens of the only exchange are stored.
async fn assert_whole(authority: &AuthorizationServer, client: &Client, what: &str) {
    CreateThing::new().send(client).await.unwrap();
    assert_eq!(authority.count("exchange"), 1, "{what}: {:?}", authority.events());
    assert_eq!(authority.count("store"), 1, "{what}: {:?}", authority.events());
    assert_eq!(authority.with(|state| state.stored.clone()).as_deref(), Some("r1"), "{what}");
    let events = authority.events();
    let at = |event: &str| events.iter().position(|other| other == event).unwrap();
    assert!(at("store r1") < at("thing Bearer a1"), "{what}: {events:?}");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_given_up_at_any_time_loses_nothing() {
    // The exchange takes 2 s, the store another 2 s, the call itself 2 s.
    for tenths in 0..70 {
        let authority = AuthorizationServer::default();
        authority.with(|state| {
            state.delay = Duration::from_secs(2);
            state.store_delay = Duration::from_secs(2);
        });
        let client = authority.client(authority.user_tokens(LONG_AGO));
        let limit = Duration::from_millis(100 * tenths);
        let given_up = timeout(limit, CreateThing::new().send(&client)).await.is_err();
        assert_eq!(given_up, tenths < 60, "{tenths}");
        assert_whole(&authority, &client, &format!("after {limit:?}")).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_given_up_after_any_number_of_polls_is_not_lost() {
    let mut was_ready = false;
    for polls in 0..200 {
        let authority = AuthorizationServer::default();
        let tokens = authority.user_tokens(LONG_AGO);
        let client = authority.client(tokens.clone());
        {
            let mut token = pin!(tokens.token(None));
            for _ in 0..polls {
                let poll = poll_fn(|context| Poll::Ready(token.as_mut().poll(context))).await;
                was_ready = poll.is_ready();
                if was_ready {
                    break;
                }
                yield_now().await;
            }
        }
        assert_whole(&authority, &client, &format!("after {polls} polls")).await;
        if was_ready {
            return;
        }
    }
    panic!("the call never completes");
}

#[tokio::test(start_paused = true)]
async fn a_refresh_whose_only_caller_is_dropped_is_stored() {
    let authority = AuthorizationServer::default();
    authority.with(|state| {
        state.delay = Duration::from_secs(2);
        state.store_delay = Duration::from_secs(2);
    });
    let client = authority.client(authority.user_tokens(LONG_AGO));
    timeout(Duration::from_secs(1), CreateThing::new().send(&client)).await.unwrap_err();
    drop(client);
    assert_eq!(authority.with(|state| state.stored.clone()), None);
    sleep(Duration::from_secs(4)).await;
    assert_eq!(authority.with(|state| state.stored.clone()).as_deref(), Some("r1"));
}

#[tokio::test(start_paused = true)]
async fn any_of_many_callers_may_be_dropped() {
    let authority = AuthorizationServer::default();
    authority.with(|state| {
        state.delay = Duration::from_secs(2);
        state.store_delay = Duration::from_secs(2);
    });
    let tokens = authority.user_tokens(LONG_AGO);
    let clients = [0; 2].map(|_| authority.client(tokens.clone()));
    let calls: Vec<_> = (0..40_u64)
        .map(|n| {
            let call = CreateThing::new().send(&clients[usize::from(n % 2 == 0)]);
            // Every other call gives up early, including the first.
            let limit = Duration::from_millis(if n % 2 == 0 { 100 * n } else { 60_000 });
            tokio::spawn(timeout(limit, call))
        })
        .collect();
    for (n, call) in calls.into_iter().enumerate() {
        let result = call.await.unwrap();
        assert_eq!(result.is_ok(), n % 2 == 1, "{n}");
        result.into_iter().for_each(|answer| drop(answer.unwrap()));
    }
    assert_whole(&authority, &clients[0], "many").await;
}
