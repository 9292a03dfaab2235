//! Tokens from a source: one request at a time, before they expire, and once more after a rejection.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use plane_api::{
    Auth, Body, BoxFuture, Bytes, CallInfo, Client, Delivery, Error, ErrorKind, Token, TokenSource,
    Transport, TransportError, Value, endpoint,
    http::{Request, Response},
};
use plane_tests::{Received, Reply, Server, json};
use tokio::{sync::Semaphore, task::JoinHandle};

#[endpoint(POST, "/things/")]
pub struct CreateThing {}

#[endpoint(GET, "/public/", auth = none)]
pub struct GetPublic {}

/// The outcome of the n-th request to a source.
type Script = fn(usize) -> Result<Token, &'static str>;

/// A source that returns tokens by a script, each after a permit.
struct Scripted {
    script: Script,
    asked: AtomicUsize,
    rejected: AtomicUsize,
    permits: Semaphore,
}

impl Scripted {
    fn new(script: Script) -> Arc<Self> {
        let (asked, rejected) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Arc::new(Self { script, asked, rejected, permits: Semaphore::new(1000) })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl TokenSource for Scripted {
    fn token<'a>(
        &'a self,
        rejected: Option<&'a Token>,
    ) -> BoxFuture<'a, Result<Token, Box<dyn std::error::Error + Send + Sync>>> {
        let n = self.asked.fetch_add(1, Ordering::SeqCst);
        self.rejected.fetch_add(usize::from(rejected.is_some()), Ordering::SeqCst);
        Box::pin(async move {
            self.permits.acquire().await.unwrap().forget();
            Ok((self.script)(n)?)
        })
    }
}

fn accepts(token: &'static str) -> impl Fn(&Received) -> Reply + Send + Sync {
    move |received: &Received| {
        if received.header("authorization") == Some(&format!("Bearer {token}")) {
            json(200, "null")
        } else {
            json(401, r#"{"detail": "Token expired"}"#)
        }
    }
}

fn client(server: &Server, source: &Arc<Scripted>) -> Client {
    let auth = Auth::token_source(source.clone());
    Client::builder(server.url()).auth(auth).build().unwrap()
}

async fn send(client: &Client) -> Result<Value, Error> {
    CreateThing::new().send(client).await
}

#[tokio::test]
async fn however_many_calls_wait_the_source_is_asked_once() {
    let server = Server::start(accepts("t0")).await.unwrap();
    let source = Scripted::new(|n| Ok(Token::new(format!("t{n}"))));
    source.permits.forget_permits(1000);
    let client = client(&server, &source);
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(CreateThing::new().send(&client))).collect();
    while source.asked() == 0 {
        tokio::task::yield_now().await;
    }
    source.permits.add_permits(1);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!((source.asked(), server.requests().len()), (1, 20));
}

/// A server without sockets that accepts one token and counts its requests.
#[derive(Clone)]
struct Accepting(&'static str, Arc<AtomicUsize>);

impl Accepting {
    fn new(token: &'static str) -> Self {
        Self(token, Arc::default())
    }

    fn client(&self, source: &Arc<Scripted>) -> Client {
        let auth = Auth::token_source(source.clone());
        Client::builder("https://api.example").transport(self.clone()).auth(auth).build().unwrap()
    }

    fn requests(&self) -> usize {
        self.1.load(Ordering::SeqCst)
    }
}

impl Transport for Accepting {
    fn execute<'a>(
        &'a self,
        request: Request<Body>,
        _: &'a CallInfo,
    ) -> BoxFuture<'a, Result<Response<Body>, TransportError>> {
        self.1.fetch_add(1, Ordering::SeqCst);
        let token = request.headers()["authorization"].to_str().unwrap();
        let status = if token == format!("Bearer {}", self.0) { 200 } else { 401 };
        let mut response = Response::new(Body::from(Bytes::from_static(b"null")));
        *response.status_mut() = status.try_into().unwrap();
        Box::pin(async { Ok(response) })
    }
}

fn send_many(client: &Client, calls: usize) -> Vec<JoinHandle<Result<Value, Error>>> {
    (0..calls).map(|_| tokio::spawn(CreateThing::new().send(client))).collect()
}

/// Returns once all other tasks wait, because paused time advances only then.
async fn everybody_waits() {
    tokio::time::sleep(Duration::from_secs(1)).await;
}

/// A later call asks again, because the source may work then.
#[tokio::test(start_paused = true)]
async fn waiting_calls_share_the_failure_to_get_a_token() {
    fn closed(n: usize) -> Result<Token, &'static str> {
        match n {
            0 => Err("the vault is closed"),
            1 => panic!("the vault is on fire"),
            2 => Ok(Token::new("line\nbreak")),
            _ => Ok(Token::new("t")),
        }
    }
    let (server, source) = (Accepting::new("t"), Scripted::new(closed));
    source.permits.forget_permits(1000);
    let client = server.client(&source);
    for (asked, message) in
        [(1, "token source failed"), (2, "panicked"), (3, "token source cannot be sent")]
    {
        let calls = send_many(&client, 1000);
        everybody_waits().await;
        source.permits.add_permits(1);
        for call in calls {
            let error = call.await.unwrap().unwrap_err();
            assert!(error.to_string().contains(message), "{error}");
            assert_eq!(error.delivery(), Delivery::NotSent);
            if asked == 1 {
                let source = std::error::Error::source(&error).unwrap();
                assert_eq!(source.to_string(), "the vault is closed");
            }
        }
        assert_eq!(source.asked(), asked);
    }
    source.permits.add_permits(1);
    send(&client).await.unwrap();
    assert_eq!((source.asked(), server.requests()), (4, 1));
}

#[tokio::test(start_paused = true)]
async fn calls_that_were_rejected_together_share_the_failure_to_get_a_token() {
    let source = Scripted::new(|n| match n {
        0 => Ok(Token::new("t0")),
        _ => Err("the grant is over"),
    });
    source.permits.forget_permits(999);
    let server = Accepting::new("never");
    let calls = send_many(&server.client(&source), 1000);
    everybody_waits().await;
    source.permits.add_permits(1);
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap_err().kind(), ErrorKind::Token);
    }
    assert_eq!((source.asked(), server.requests()), (2, 1000));
}

/// If the call that asks the source is dropped, another call asks, and none fails.
#[tokio::test(start_paused = true)]
async fn a_call_that_stops_asking_for_a_token_fails_no_other() {
    let (server, source) =
        (Accepting::new("t1"), Scripted::new(|n| Ok(Token::new(format!("t{n}")))));
    source.permits.forget_permits(1000);
    let mut calls = send_many(&server.client(&source), 3);
    everybody_waits().await;
    calls.remove(0).abort();
    everybody_waits().await;
    source.permits.add_permits(1);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!((source.asked(), server.requests()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn a_source_that_never_responds_ends_with_the_callers_limit_or_the_clients() {
    let source = Scripted::new(|_| Err("not asked"));
    source.permits.forget_permits(1000);
    let auth = Auth::token_source(source.clone());
    let client = Client::builder("http://localhost").auth(auth).build().unwrap();
    for (timeout, seconds) in [(Some(Duration::from_secs(7)), 7), (None, 120)] {
        let mut call = client.call(&CreateThing::new());
        if let Some(timeout) = timeout {
            call = call.timeout(timeout);
        }
        let start = tokio::time::Instant::now();
        let error = call.send().await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Delivery::NotSent));
        assert_eq!(start.elapsed(), Duration::from_secs(seconds));
    }
}

#[tokio::test]
async fn a_rejected_token_is_refreshed_once_and_the_request_retried() {
    let server = Server::start(accepts("t1")).await.unwrap();
    let source = Scripted::new(|n| Ok(Token::new(format!("t{n}"))));
    let client = client(&server, &source);
    send(&client).await.unwrap();
    assert_eq!(
        (source.asked(), source.rejected.load(Ordering::SeqCst), server.requests().len()),
        (2, 1, 2)
    );
    send(&client).await.unwrap();
    assert_eq!((source.asked(), server.requests().len()), (2, 3), "the new one is kept");
}

#[tokio::test]
async fn a_token_that_is_rejected_again_is_an_error() {
    let server = Server::start(accepts("never")).await.unwrap();
    let source = Scripted::new(|n| Ok(Token::new(format!("t{n}"))));
    let error = send(&client(&server, &source)).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(
        (error.attempts(), error.delivery(), server.requests().len()),
        (2, Delivery::Rejected, 2)
    );

    let same = Scripted::new(|_| Ok(Token::new("same")));
    let error = send(&client(&server, &same)).await.unwrap_err();
    assert_eq!((error.attempts(), same.asked()), (1, 2), "the same token is not tried again");
}

#[tokio::test]
async fn a_fixed_key_is_not_tried_again() {
    let server = Server::start(accepts("never")).await.unwrap();
    let client = Client::builder(server.url()).bearer_token("fixed").build().unwrap();
    assert_eq!(send(&client).await.unwrap_err().attempts(), 1);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_token_is_refreshed_before_it_expires() {
    fn soon(n: usize) -> Result<Token, &'static str> {
        if n == 0 {
            Ok(Token::new("t").expires_in(Duration::from_secs(30)))
        } else {
            Ok(Token::new("t"))
        }
    }
    let server = Server::start(accepts("t")).await.unwrap();
    let source = Scripted::new(soon);
    let client = client(&server, &source);
    send(&client).await.unwrap();
    send(&client).await.unwrap();
    send(&client).await.unwrap();
    assert_eq!((source.asked(), server.requests().len()), (2, 3));
}

#[tokio::test]
async fn the_old_token_is_used_during_an_early_refresh() {
    let server = Server::start(accepts("t")).await.unwrap();
    let source = Scripted::new(|_| Ok(Token::new("t").expires_in(Duration::from_secs(30))));
    let client = client(&server, &source);
    send(&client).await.unwrap();
    source.permits.forget_permits(1000);
    let renewing = tokio::spawn(CreateThing::new().send(&client));
    while source.asked() < 2 {
        tokio::task::yield_now().await;
    }
    send(&client).await.unwrap();
    assert_eq!(server.requests().len(), 2, "the second call did not wait, the renewing one does");
    source.permits.add_permits(1);
    renewing.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_failed_early_refresh_fails_no_call() {
    let server = Server::start(accepts("t")).await.unwrap();
    let source = Scripted::new(|n| match n {
        0 => Ok(Token::new("t").expires_in(Duration::from_secs(30))),
        _ => Err("the vault is closed"),
    });
    let client = client(&server, &source);
    send(&client).await.unwrap();
    send(&client).await.unwrap();
    assert_eq!(source.asked(), 2);
}

#[tokio::test]
async fn an_expired_token_is_not_sent() {
    let server = Server::start(accepts("t1")).await.unwrap();
    let source = Scripted::new(|n| match n {
        0 => Ok(Token::new("t0").expires_at(SystemTime::UNIX_EPOCH)),
        n => Ok(Token::new(format!("t{n}"))),
    });
    let client = client(&server, &source);
    // The source's token is accepted once; the next call asks again.
    let _ = send(&client).await;
    send(&client).await.unwrap();
    let last = server.requests().pop().unwrap();
    assert_eq!(last.header("authorization"), Some("Bearer t1"));
}

#[tokio::test]
async fn a_source_that_fails_or_panics_poisons_nothing() {
    fn moody(n: usize) -> Result<Token, &'static str> {
        match n {
            0 => Err("the vault is closed"),
            1 => panic!("the vault is on fire"),
            2 => Ok(Token::new("line\nbreak")),
            _ => Ok(Token::new("t")),
        }
    }
    let server = Server::start(accepts("t")).await.unwrap();
    let source = Scripted::new(moody);
    let client = client(&server, &source);

    let error = send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Token, Delivery::NotSent));
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is closed");
    let error = send(&client).await.unwrap_err();
    assert!(error.to_string().ends_with("the token source panicked"), "{error}");
    let error = send(&client).await.unwrap_err();
    assert!(
        error.to_string().contains("the token from the token source cannot be sent"),
        "{error}"
    );
    assert_eq!(server.requests().len(), 0);
    send(&client).await.unwrap();
}

#[tokio::test]
async fn a_call_that_is_dropped_while_it_waits_for_a_token_blocks_no_other() {
    let server = Server::start(accepts("t1")).await.unwrap();
    let source = Scripted::new(|n| Ok(Token::new(format!("t{n}"))));
    source.permits.forget_permits(1000);
    let client = client(&server, &source);
    let call = tokio::spawn(CreateThing::new().send(&client));
    while source.asked() == 0 {
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    source.permits.add_permits(1);
    send(&client).await.unwrap();
    assert_eq!((source.asked(), server.requests().len()), (2, 1));
}

#[tokio::test]
async fn a_public_endpoint_asks_for_no_token() {
    let server = Server::always(json(200, "null")).await.unwrap();
    let source = Scripted::new(|_| Err("not asked"));
    GetPublic::new().send(&client(&server, &source)).await.unwrap();
    assert_eq!((source.asked(), server.requests()[0].header("authorization")), (0, None));
}

#[test]
fn tokens_are_not_shown() {
    let token = Token::new("CANARY").expires_in(Duration::from_secs(1));
    let auth = Auth::token_source(Scripted::new(|_| Ok(Token::new("CANARY"))));
    assert!(!format!("{token:?} {auth:?}").contains("CANARY"));
}
