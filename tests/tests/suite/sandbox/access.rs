//! Credentials, routes and methods, the rate limit, and the sandbox handle.

use std::time::{Duration, SystemTime};

use http::{Method, StatusCode};
use plane_api::sandbox::Sandbox;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time,
};

use super::wire::{CUSTOMERS, NOBODY, call, customer, delete, get, post, send};

#[tokio::test]
async fn a_missing_key_is_401_and_a_wrong_one_403() {
    let sandbox = Sandbox::start().await.unwrap();
    let missing = json!({ "detail": "Authentication credentials were not provided." });
    let wrong = json!({ "detail": "Given API token is not valid" });
    let bearer = format!("Bearer {}", sandbox.api_key());
    for method in ["GET", "POST", "PUT"] {
        send(&sandbox, method, CUSTOMERS, &[], b"").await.is(401, &missing);
        send(&sandbox, method, CUSTOMERS, &[("X-Api-Key", "")], b"").await.is(401, &missing);
        send(&sandbox, method, CUSTOMERS, &[("Authorization", &bearer)], b"")
            .await
            .is(401, &missing);
        send(&sandbox, method, CUSTOMERS, &[("X-Api-Key", "other")], b"").await.is(403, &wrong);
    }
}

#[tokio::test]
async fn an_unknown_workspace_is_403() {
    let sandbox = Sandbox::builder().workspace("acme").api_key("k").start().await.unwrap();
    let denied = json!({ "detail": "You do not have permission to perform this action." });
    get(&sandbox, CUSTOMERS).await.is(403, &denied);
    assert_eq!(get(&sandbox, "/api/v1/workspaces/acme/customers/").await.status, 200);
    assert_eq!((sandbox.workspace(), sandbox.api_key()), ("acme", "k"));
}

#[tokio::test]
async fn unknown_routes_and_malformed_ids_are_404_without_a_key_too() {
    let sandbox = Sandbox::start().await.unwrap();
    let not_found = json!({ "error": "Page not found." });
    let id = post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await.id();
    for target in [
        "/",
        "/api/v1/zzz/",
        "/api/v1/workspaces/sandbox/releases/",
        "/api/v1/workspaces/sandbox/customers//",
        "/api/v1/workspaces/sandbox/customers/not-a-uuid/",
        "/api/v1/workspaces/sandbox/customers/not-a-uuid",
        "/api/v1/workspaces/sandbox/customers/0123ABCD-0000-4000-8000-000000000001/",
        &format!("/api/v1/workspaces/sandbox/customers/{id}/issues/"),
    ] {
        send(&sandbox, "GET", target, &[], b"").await.is(404, &not_found);
        let reply = get(&sandbox, target).await;
        reply.is(404, &not_found);
        assert_eq!(reply.header("allow"), None);
    }
}

#[tokio::test]
async fn an_encoded_slash_separates_like_any_other() {
    let sandbox = Sandbox::start().await.unwrap();
    assert_eq!(get(&sandbox, "/api/v1/workspaces/sandbox%2Fcustomers/").await.status, 200);
}

#[tokio::test]
async fn a_missing_slash_is_a_301_that_keeps_the_query() {
    let sandbox = Sandbox::start().await.unwrap();
    let bare = CUSTOMERS.trim_end_matches('/');
    for (method, target, location) in [
        ("GET", format!("{bare}?per_page=1"), format!("{CUSTOMERS}?per_page=1")),
        ("POST", bare.into(), CUSTOMERS.into()),
        ("DELETE", format!("{CUSTOMERS}{NOBODY}"), customer(NOBODY)),
    ] {
        let reply = send(&sandbox, method, &target, &[], b"").await;
        reply.is_empty(301);
        assert_eq!(reply.header("location"), Some(location.as_str()));
        assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
    }
}

#[tokio::test]
async fn other_methods_are_405() {
    let sandbox = Sandbox::start().await.unwrap();
    for method in ["PUT", "PATCH", "OPTIONS", "TRACE"] {
        let reply = call(&sandbox, method, CUSTOMERS, b"").await;
        reply.is(405, &json!({ "detail": format!("Method \"{method}\" not allowed.") }));
        assert_eq!(reply.header("allow"), Some("GET, POST, DELETE"));
    }
    let reply = call(&sandbox, "POST", &customer(NOBODY), b"").await;
    reply.is(405, &json!({ "detail": "Method \"POST\" not allowed." }));
    assert_eq!(reply.header("allow"), Some("GET, PATCH, DELETE"));
    let head = call(&sandbox, "HEAD", CUSTOMERS, b"").await;
    head.is_empty(405);
    assert_eq!(head.header("content-length"), Some("41"));
}

#[tokio::test]
async fn an_accept_header_has_to_allow_json() {
    let sandbox = Sandbox::start().await.unwrap();
    let rejected = json!({ "detail": "Could not satisfy the request Accept header." });
    send(&sandbox, "GET", CUSTOMERS, &[("Accept", "text/html")], b"").await.is(406, &rejected);
    for accept in ["*/*", "text/html, application/json;q=0.9", "application/*"] {
        let headers = [("X-Api-Key", sandbox.api_key()), ("Accept", accept)];
        assert_eq!(send(&sandbox, "GET", CUSTOMERS, &headers, b"").await.status, 200, "{accept}");
    }
}

#[tokio::test]
async fn one_access_token_is_accepted_beside_the_key() {
    let sandbox = Sandbox::start().await.unwrap();
    let status = async |token: &str| {
        let headers = [("Authorization", token)];
        send(&sandbox, "GET", CUSTOMERS, &headers, b"").await.status
    };
    assert_eq!(status("Bearer ").await, 401);
    sandbox.set_access_token("a");
    assert_eq!(
        [status("Bearer a").await, status("Bearer b").await, status("a").await],
        [200, 401, 401]
    );
    sandbox.set_access_token("b");
    assert_eq!([status("Bearer a").await, status("Bearer b").await], [401, 200]);
    assert_eq!(get(&sandbox, CUSTOMERS).await.status, 200);
    let headers = [("X-Api-Key", "x"), ("Authorization", "Bearer b")];
    assert_eq!(send(&sandbox, "GET", CUSTOMERS, &headers, b"").await.status, 403);
}

#[tokio::test]
async fn without_a_limit_there_are_no_rate_limit_headers() {
    let sandbox = Sandbox::start().await.unwrap();
    let reply = get(&sandbox, CUSTOMERS).await;
    assert_eq!(reply.header("x-ratelimit-remaining"), None);
    assert_eq!(reply.header("x-ratelimit-reset"), None);
}

#[tokio::test]
async fn a_limit_is_announced_on_every_call_that_it_counts() {
    let before = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let sandbox = Sandbox::builder().rate_limit(10).start().await.unwrap();
    let replies = [
        get(&sandbox, CUSTOMERS).await,
        get(&sandbox, &customer(NOBODY)).await,
        call(&sandbox, "PUT", CUSTOMERS, b"").await,
        post(&sandbox, CUSTOMERS, json!({})).await,
        post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await,
    ];
    let after = SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs();
    for (reply, remaining) in replies.iter().zip(["9", "8", "7", "6", "5"]) {
        assert_eq!(reply.header("x-ratelimit-remaining"), Some(remaining));
        let reset: u64 = reply.header("x-ratelimit-reset").unwrap().parse().unwrap();
        assert!((before + 60..=after + 60).contains(&reset));
    }
    for uncounted in [
        send(&sandbox, "GET", CUSTOMERS, &[], b"").await,
        get(&sandbox, "/api/v1/workspaces/other/customers/").await,
        get(&sandbox, "/api/v1/zzz/").await,
        get(&sandbox, CUSTOMERS.trim_end_matches('/')).await,
    ] {
        assert_eq!(uncounted.header("x-ratelimit-remaining"), None);
    }
    assert_eq!(get(&sandbox, CUSTOMERS).await.header("x-ratelimit-remaining"), Some("4"));
}

#[tokio::test(start_paused = true)]
async fn over_the_limit_is_429_until_the_oldest_call_is_a_minute_old() {
    let sandbox = Sandbox::builder().rate_limit(2).start().await.unwrap();
    let throttled = json!({ "error_code": 5900, "error_message": "RATE_LIMIT_EXCEEDED" });
    assert_eq!(get(&sandbox, CUSTOMERS).await.status, 200);
    time::advance(Duration::from_secs(20)).await;
    assert_eq!(get(&sandbox, CUSTOMERS).await.status, 200);
    time::advance(Duration::from_millis(500)).await;

    let rejected = post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await;
    rejected.is(429, &throttled);
    assert_eq!(rejected.header("retry-after"), Some("40"));
    assert_eq!(rejected.header("allow"), Some("GET, POST, DELETE"));
    assert_eq!(rejected.header("x-ratelimit-remaining"), None);
    assert_eq!(rejected.header("x-ratelimit-reset"), None);
    // The key is checked before the limit, and so is the route.
    assert_eq!(send(&sandbox, "GET", CUSTOMERS, &[("X-Api-Key", "x")], b"").await.status, 403);
    assert_eq!(get(&sandbox, "/api/v1/zzz/").await.status, 404);

    time::advance(Duration::from_secs(40)).await;
    let answered = get(&sandbox, CUSTOMERS).await;
    assert_eq!((answered.status, &answered.json()["total_count"]), (200, &json!(0)));
    assert_eq!(answered.header("x-ratelimit-remaining"), Some("0"));
    assert_eq!(get(&sandbox, CUSTOMERS).await.header("retry-after"), Some("20"));
}

#[tokio::test]
async fn requests_are_recorded_with_their_outcomes() {
    let sandbox = Sandbox::start().await.unwrap();
    get(&sandbox, &format!("{CUSTOMERS}?per_page=1&fields=a%2Cb")).await;
    post(&sandbox, CUSTOMERS, json!({ "name": "Acme" })).await;
    send(&sandbox, "GET", "/a%20b/", &[], b"").await;
    let requests = sandbox.requests();
    let seen: Vec<_> = requests
        .iter()
        .map(|seen| (&seen.method, seen.path.as_str(), seen.query.as_deref(), seen.status))
        .collect();
    let expected = [
        (&Method::GET, CUSTOMERS, Some("per_page=1&fields=a%2Cb"), StatusCode::OK),
        (&Method::POST, CUSTOMERS, None, StatusCode::CREATED),
        (&Method::GET, "/a%20b/", None, StatusCode::NOT_FOUND),
    ];
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn debug_never_shows_the_key() {
    let builder = Sandbox::builder().api_key("canary");
    assert!(!format!("{builder:?}").contains("canary"));
    let sandbox = builder.start().await.unwrap();
    assert_eq!(get(&sandbox, CUSTOMERS).await.status, 200);
    assert!(format!("{sandbox:?}").contains("127.0.0.1"));
    assert!(!format!("{sandbox:?} {:?}", sandbox.requests()).contains("canary"));
}

#[tokio::test]
async fn sandboxes_share_nothing_and_count_the_same_ids() {
    let first = Sandbox::start().await.unwrap();
    let second = Sandbox::start().await.unwrap();
    let id = post(&first, CUSTOMERS, json!({ "name": "Acme" })).await.id();
    assert_eq!(get(&second, &customer(&id)).await.status, 404);
    assert_eq!(post(&second, CUSTOMERS, json!({ "name": "Umbrella" })).await.id(), id);
    assert_eq!(delete(&first, &customer(&id)).await.status, 204);
    assert_eq!(get(&second, &customer(&id)).await.status, 200);
}

#[tokio::test]
async fn dropping_it_closes_its_port_and_its_idle_connections() {
    let sandbox = Sandbox::start().await.unwrap();
    let base_url = sandbox.base_url();
    let address = base_url.strip_prefix("http://").unwrap();
    let mut idle = TcpStream::connect(address).await.unwrap();
    idle.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let mut first = [0; 12];
    idle.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 404");

    drop(sandbox);
    let closed = async {
        idle.read_to_end(&mut Vec::new()).await.unwrap();
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    time::timeout(Duration::from_secs(30), closed).await.unwrap();
}
