//! The methods of an error (which limit, not modified, missing route), and how it names its cause.

use plane_api::{Body, OptionalExt, Timeout};
use plane_tests::faults::{ClosedPort, Fault, FaultServer};

use super::*;
use crate::transports::{client_of, over};

/// Returns an error and its causes, one per line.
fn chain(error: &Error) -> Vec<String> {
    let causes = std::iter::successors(std::error::Error::source(error), |error| error.source());
    std::iter::once(error.to_string()).chain(causes.map(ToString::to_string)).collect()
}

/// Asserts that no line repeats another.
fn assert_said_once(error: &Error) {
    let lines = chain(error);
    for (at, line) in lines.iter().enumerate() {
        let others = lines.iter().enumerate().filter(|(other, _)| *other != at);
        let repeats: Vec<_> = others.filter(|(_, other)| other.contains(line.as_str())).collect();
        assert!(repeats.is_empty(), "`{line}` is repeated: {lines:#?}");
    }
    assert!(!error.to_string().contains('\n'), "{error}");
}

async fn failure(url: &str, change: fn(ClientBuilder) -> ClientBuilder) -> Error {
    let builder = client_of(url).api_key(KEY).allow_insecure_http(true);
    let client = change(builder.retry(RetryPolicy::never())).build().unwrap();
    let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
    assert_said_once(&error);
    error
}

fn ends(error: &Error, words: &str) {
    assert!(error.to_string().ends_with(words), "{error}");
}

#[tokio::test]
async fn a_refused_connection_is_named() {
    let port = ClosedPort::take().unwrap();
    let error = failure(&port.url(), |builder| builder).await;
    ends(&error, ": cannot connect to the server: connection refused");
    assert_eq!((error.is_timeout(), error.timed_out()), (false, None));
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_named() {
    let error = failure("http://no-such-host.invalid", |builder| builder.no_proxy()).await;
    ends(&error, ": cannot connect to the server: host not found; check its name");
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Delivery::NotSent));
}

#[tokio::test]
async fn a_broken_connection_is_described() {
    let server = FaultServer::always(Fault::Reset).unwrap();
    let error = failure(server.url(), |builder| builder).await;
    ends(&error, ": the connection broke before a response arrived: connection reset");
    let server = FaultServer::always(Fault::Close(Vec::new())).unwrap();
    let error = failure(server.url(), |builder| builder).await;
    ends(&error, ": the connection broke before a response arrived: closed by the server");
    let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec();
    let server = FaultServer::always(Fault::Close(cut)).unwrap();
    failure(server.url(), |builder| builder).await;
}

#[tokio::test]
async fn other_errors_do_not_repeat_their_causes() {
    let gzip = answer(200, "Content-Encoding: gzip\r\n", r#"{"id":1}"#);
    let coding = answer(200, "Content-Encoding: br\r\n", r#"{"id":1}"#);
    for reply in
        [gzip, coding, answer(200, "", "<html>"), answer(200, "", "{}"), answer(500, "", "")]
    {
        assert_said_once(&rejection(Reply::Send(reply)).await);
    }
    let invalid = Client::builder("http://127.0.0.1").api_key("a\nb").build().unwrap_err();
    assert_said_once(&invalid);
    let invalid = Client::builder("http://127.0.0.1").api_key("k").proxy("ftp://a").build();
    assert_said_once(&invalid.unwrap_err());
}

/// Returns timeouts with one limit of 5 s, and no other.
fn seconds(limit: fn(Timeouts, Duration) -> Timeouts) -> Timeouts {
    let none = Timeouts::default().connect(None).idle(None).attempt(None).call(None);
    limit(none, Duration::from_secs(5))
}

async fn timeout(fault: Fault, timeouts: Timeouts) -> Error {
    let server = FaultServer::always(fault).unwrap();
    let builder = over(Client::builder(server.url())).api_key(KEY);
    let client = builder.retry(RetryPolicy::never()).timeouts(timeouts).build().unwrap();
    let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
    assert!(error.is_timeout() && error.kind() == ErrorKind::Timeout, "{error}");
    assert_eq!(server.requests().len(), 1);
    assert_said_once(&error);
    error
}

#[tokio::test(start_paused = true)]
async fn a_timeout_says_which_limit_it_was() {
    let silent = Fault::Hang(Vec::new());
    let error = timeout(silent.clone(), seconds(Timeouts::attempt)).await;
    assert_eq!(error.timed_out(), Some(Timeout::Attempt));
    let error = timeout(silent, seconds(Timeouts::call)).await;
    assert_eq!(error.timed_out(), Some(Timeout::Call));
    let half = Fault::Hang(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec());
    let error = timeout(half, seconds(Timeouts::idle)).await;
    assert_eq!(error.timed_out(), Some(Timeout::Idle));
    ends(&error, ": the response body stalled: no data within 5s");
    assert_eq!(error.delivery(), Delivery::Applied);
}

#[tokio::test(start_paused = true)]
async fn a_connect_timeout_is_a_separate_timeout() {
    use plane_api::{BoxFuture, CallInfo, Stage, Transport, TransportError, http};

    /// A connection that is never established.
    struct Nowhere;

    impl Transport for Nowhere {
        fn execute<'a>(
            &'a self,
            _: http::Request<Body>,
            _: &'a CallInfo,
        ) -> BoxFuture<'a, Result<http::Response<Body>, TransportError>> {
            Box::pin(async {
                let error = std::io::Error::from(std::io::ErrorKind::TimedOut);
                Err(TransportError::new(Stage::BeforeSend, error).timed_out())
            })
        }
    }

    let error = failure("http://10.255.255.1", |builder| builder.transport(Nowhere)).await;
    ends(&error, ": cannot connect to the server: no response within 5s");
    assert_eq!((error.timed_out(), error.delivery()), (Some(Timeout::Connect), Delivery::NotSent));
}

#[tokio::test(start_paused = true)]
async fn a_rate_limit_timeout_is_a_separate_timeout() {
    let server = FaultServer::always(Fault::Answer(answer(200, "", r#"{"id": "7"}"#))).unwrap();
    let limit = Timeouts::default().rate_limit(Duration::from_secs(5));
    let builder = over(Client::builder(server.url())).api_key(KEY).timeouts(limit);
    let client = builder.rate_limit(plane_api::RateLimit::PerMinute(1)).build().unwrap();
    GetCustomer::new("7").send(&client).await.unwrap();
    let error = GetCustomer::new("7").send(&client).await.unwrap_err();
    assert_eq!(
        (error.timed_out(), error.delivery()),
        (Some(Timeout::RateLimit), Delivery::NotSent)
    );
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn an_unmodified_object_is_named() {
    let error = rejection(Reply::Send(answer(304, "ETag: \"1\"\r\n", ""))).await;
    assert!(error.is_not_modified(), "{error}");
    assert!(
        !error.to_string().contains("redirect") && error.to_string().contains("has not changed"),
        "{error}"
    );
    assert!(!rejection(json(404, "")).await.is_not_modified());
}

#[tokio::test]
async fn a_redirect_names_its_target_without_the_query() {
    for (location, shown) in [
        (
            "https://user:CANARY@other.example/café?sig=CANARY#CANARY",
            "https://…@other.example/café",
        ),
        ("/login/?next=CANARY", "/login/"),
    ] {
        let error =
            rejection(Reply::Send(answer(302, &format!("Location: {location}\r\n"), ""))).await;
        ends(&error, &format!("the target is {shown}"));
        assert!(!format!("{error:?}").contains("CANARY"), "{error:?}");
    }
    let error = rejection(Reply::Send(answer(301, "Location: /customers/7//\r\n", ""))).await;
    assert!(words(&error).contains("trailing slash"), "{error}");
    for location in ["Location: \r\n", "Location: ?token=CANARY\r\n", ""] {
        let error = rejection(Reply::Send(answer(302, location, ""))).await;
        ends(&error, ": redirects are not followed; check the base URL");
    }
    let error = rejection(Reply::Send(answer(302, &format!("Location: /{KEY}/\r\n"), ""))).await;
    ends(&error, "the target is /****************/");
}

#[tokio::test]
async fn a_method_that_is_not_allowed_means_that_the_route_is_missing() {
    let body = r#"{"detail": "Method \"PATCH\" not allowed."}"#;
    let error = rejection(json(405, body)).await;
    assert!(error.is_route_missing() && !error.is_not_found(), "{error}");
    assert_eq!(error.delivery(), Delivery::Rejected);
}

#[tokio::test]
async fn an_object_that_is_not_found_can_be_none() {
    let get = async |reply| {
        let server = Server::always(reply).await.unwrap();
        let plane = over(Client::plane()).base_url(server.url()).api_root("").api_key("k");
        let plane = plane.retry(RetryPolicy::never()).build().unwrap();
        GetCustomer::new("7").send(&plane).await.optional()
    };
    assert_eq!(get(json(200, r#"{"id": "7"}"#)).await.unwrap().unwrap().id, "7");
    assert!(get(json(404, r#"{"detail": "Not found."}"#)).await.unwrap().is_none());
    for reply in [
        json(404, r#"{"error": "Page not found."}"#),
        json(404, "<html></html>"),
        json(405, ""),
        json(410, ""),
        json(403, ""),
    ] {
        assert!(get(reply.clone()).await.is_err(), "{reply:?}");
    }
}

#[tokio::test]
async fn text_around_json_is_ignored() {
    for body in ["\u{feff}{\"id\": \"7\"}", " \r\n\t{\"id\": \"7\"}\n", " \u{feff} {\"id\": \"7\"}"]
    {
        let server = Server::always(Reply::Send(answer(200, "", body))).await.unwrap();
        assert_eq!(GetCustomer::new("7").send(&client(&server)).await.unwrap().id, "7", "{body:?}");
    }
    for body in ["  \r\n", "\u{feff}", "\t"] {
        let server = Server::always(Reply::Send(answer(200, "", body))).await.unwrap();
        assert_eq!(GetPublic::new().send(&client(&server)).await.unwrap(), Value::Null, "{body:?}");
        let error = GetCustomer::new("7").send(&client(&server)).await.unwrap_err();
        assert!(error.to_string().contains("is empty"), "{error}");
    }
    let error =
        rejection(Reply::Send(answer(200, "", "\u{feff}{\"id\": \"7\", \"employees\": \"x\"}")))
            .await;
    assert_eq!(error.json_path(), Some("employees"));
}

#[tokio::test]
async fn headers_are_read_as_utf_8() {
    let location = "Location: http://127.0.0.1:1/café.pdf\r\nX-Request-Id: é7\r\n";
    let server = Server::always(Reply::Send(answer(302, location, ""))).await.unwrap();
    let (redirect, meta) = client(&server).call(&GetFile::new("7")).with_meta().await.unwrap();
    assert_eq!(redirect.location(), "http://127.0.0.1:1/café.pdf");
    assert_eq!(meta.request_id(), Some("é7"));
    let error = rejection(Reply::Send(answer(400, "X-Request-Id: é7\r\n", ""))).await;
    assert_eq!(error.request_id(), Some("é7"));
}

#[tokio::test]
async fn json_has_a_smaller_limit_than_bytes() {
    let large = format!("\"{}\"", " ".repeat(16 << 20));
    let server = Server::always(Reply::Send(answer(200, "", &large))).await.unwrap();
    let client = client(&server);
    let error = GetPublic::new().send(&client).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::TooLarge, Delivery::Applied));
    assert_eq!(GetFileBytes::new("7").send(&client).await.unwrap().len(), large.len());
    let larger = client.call(&GetPublic::new()).max_response_bytes(large.len()).send().await;
    assert_eq!(larger.unwrap().as_str().unwrap().len(), 16 << 20);
    let smaller = builder(&server).max_response_bytes(large.len() - 1).build().unwrap();
    let error = GetFileBytes::new("7").send(&smaller).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}
