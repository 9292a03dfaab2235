//! A client for another host of the same API, and base URLs.

use plane_api::{Auth, Delivery, RateLimit, http::HeaderValue};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer},
};

use super::*;

#[tokio::test]
async fn another_host_gets_shared_settings_and_no_credentials() {
    let (api, other) = (server().await, server().await);
    let seen = Arc::new(Seen::default());
    let mut secret = HeaderValue::from_static("sesame");
    secret.set_sensitive(true);
    let builder = builder(api.url()).api_root("/v1").user_agent("mine/1").interceptor(seen.clone());
    let builder = builder.default_header("x-version", "1").default_header("x-tenant", secret);
    let client = builder.rate_limit(RateLimit::PerMinute(5)).build().unwrap();
    GetThing::new("1").send(&client).await.unwrap();
    let there = client.for_host(other.url(), Auth::bearer_token("other-token")).unwrap();
    GetThing::new("2").send(&there).await.unwrap();
    let public = client.for_host(other.url(), Auth::none()).unwrap();
    GetThing::new("3").send(&public).await.unwrap();

    let requests = other.requests();
    assert_eq!(requests[0].line(), "GET /v1/things/2");
    assert_eq!(requests[0].header("authorization"), Some("Bearer other-token"));
    for request in &requests {
        assert_eq!(request.header("x-version"), Some("1"));
        assert!(request.header("user-agent").unwrap().starts_with("mine/1 "));
        assert!(!request.head.contains("sesame"), "{}", request.head);
    }
    assert_eq!(requests[1].header("authorization"), None);
    assert_eq!(seen.0.lock().unwrap().len(), 3);
    // Each client has its own count.
    let left = [&client, &there, &public].map(|client| client.rate_limit().remaining);
    assert_eq!(left, [Some(4); 3]);
}

#[tokio::test]
async fn clients_of_the_same_host_share_its_connection() {
    let server = FaultServer::always(Fault::Answer(answer(200, "", "null"))).unwrap();
    let client = builder(server.url()).build().unwrap();
    for number in 0..5 {
        let other = client.for_host(server.url(), Auth::bearer_token(format!("t{number}")));
        GetThing::new("1").send(&other.unwrap()).await.unwrap();
        GetThing::new("1").send(&client).await.unwrap();
    }
    assert_eq!((server.requests().len(), server.accepted()), (10, 1));
}

#[test]
fn the_rules_for_base_urls_apply_to_another_host() {
    let client = builder("https://api.example").build().unwrap();
    for (url, auth, words) in [
        ("http://files.example", Auth::none(), "is not encrypted"),
        ("https://{tenant}.example", Auth::none(), "it contains '{'"),
        ("https://files.example", Auth::bearer_token("sesame\n"), "trim it"),
        ("https://me:sesame@files.example", Auth::none(), "user name or password"),
    ] {
        let error = client.for_host(url, auth).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(words), "{error}");
        assert!(!error.to_string().contains("sesame"), "{error}");
    }
    let insecure = builder("https://api.example").allow_insecure_http(true).build().unwrap();
    assert!(insecure.for_host("http://files.example", Auth::none()).is_ok());
}

#[test]
fn base_urls_that_no_request_can_have_are_rejected_when_the_client_is_built() {
    for url in [
        "https://{workspace}.plane.so",
        "https://<workspace>.plane.so",
        "https://plane.so/{workspace}",
        "https://plane.so/\"api\"",
        "https://plane.so/my api",
        "https://plane .so",
        "https://plane\t.so",
        "https:\\\\plane.so",
        "https://a`b.example",
        "https://a|b.example",
        "https://a\"b.example",
        "https://a^b.example",
    ] {
        let words = problem(builder(url));
        assert!(words.starts_with("invalid base URL: "), "{url}: {words}");
    }
}

/// A client of any API contains nothing of Plane: neither host nor names.
#[tokio::test]
async fn a_client_of_any_api_has_nothing_of_plane() {
    let server = server().await;
    let client = builder(server.url()).build().unwrap();
    GetThing::new("1").send(&client).await.unwrap();
    assert_eq!(server.requests()[0].line(), "GET /things/1");
    assert!(problem(Client::builder("").api_key("k")).contains("invalid base URL"));
    assert!(problem(Client::builder("https://api.example")).contains("no credentials"));

    // A 403 with this message means a rejected key only on Plane.
    let words = r#"{"detail": "Given API token is not valid"}"#;
    let server = Server::always(json(403, words)).await.unwrap();
    let get = |builder: ClientBuilder| async move {
        let client = builder.api_key("k").retry(RetryPolicy::never()).build().unwrap();
        GetThing::new("1").send(&client).await.unwrap_err()
    };
    let error = get(Client::builder(server.url())).await;
    assert!(error.is_forbidden() && !error.is_unauthorized(), "{error}");
    assert_eq!(error.delivery(), Delivery::Rejected);
    assert!(get(Client::plane().base_url(server.url())).await.is_unauthorized());
}
