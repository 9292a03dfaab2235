//! Calls against a server that answers as a test tells it to: errors, limits, redirects, options.

use std::time::Duration;

use plane_api::{
    Auth, Bytes, Client, ClientBuilder, Delivery, Error, ErrorKind, Redirect, RetryPolicy,
    Timeouts, Value, endpoint,
    http::{HeaderName, HeaderValue, StatusCode, header},
};
use plane_tests::{Reply, Server, answer, json};
use serde::Deserialize;

const KEY: &str = "plane_api_CANARY";

#[derive(Debug, Deserialize)]
pub struct Customer {
    pub id: String,
    pub employees: Option<u32>,
}

#[endpoint(PATCH, "/customers/<id>/" -> Customer)]
pub struct UpdateCustomer {
    pub name: Option<String>,
}

#[endpoint(GET, "/customers/<id>/" -> Customer)]
pub struct GetCustomer {
    pub expand: Option<String>,
}

#[endpoint(DELETE, "/customers/<id>/" -> ())]
pub struct DeleteCustomer {}

#[endpoint(GET, "/files/<id>/" -> Redirect)]
pub struct GetFile {}

#[endpoint(GET, "/files/<id>/raw" -> Bytes)]
pub struct GetFileBytes {}

#[endpoint(GET, "/public", auth = none)]
pub struct GetPublic {}

/// One that sends everything once.
fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

fn builder(server: &Server) -> ClientBuilder {
    let builder = Client::builder().base_url(server.url()).api_root("").api_key(KEY);
    builder.retry(RetryPolicy::never())
}

async fn refusal(reply: Reply) -> Error {
    let server = Server::always(reply).await.unwrap();
    UpdateCustomer::new("7").name("x").send(&client(&server)).await.unwrap_err()
}

/// What follows the request's name and the host.
fn words(error: &Error) -> String {
    let text = error.to_string();
    let (start, words) = text.split_once(": ").unwrap();
    assert!(start.starts_with("PATCH /customers/{id}/ at 127.0.0.1:"), "{text}");
    words.to_owned()
}

mod sending {
    use super::*;

    #[tokio::test]
    async fn a_request_carries_the_key_and_what_the_client_adds() {
        let server = Server::always(json(200, r#"{"id": "7"}"#)).await.unwrap();
        let customer = UpdateCustomer::new("7").name("x").send(&client(&server)).await.unwrap();
        assert_eq!((customer.id.as_str(), customer.employees), ("7", None));
        let requests = server.requests();
        assert_eq!(requests.len(), 1);
        let request = &requests[0];
        assert_eq!(
            (request.line(), request.text().as_str()),
            ("PATCH /customers/7/", r#"{"name":"x"}"#)
        );
        assert_eq!(request.header("x-api-key"), Some(KEY));
        assert_eq!(request.header("accept"), Some("application/json"));
        assert_eq!(request.header("content-type"), Some("application/json"));
        assert_eq!(
            request.header("user-agent"),
            Some(concat!("plane-api/", env!("CARGO_PKG_VERSION")))
        );
        assert_eq!(request.header("authorization"), None);
    }

    #[tokio::test]
    async fn other_credentials_are_other_headers() {
        let server = Server::always(json(200, "null")).await.unwrap();
        let builder = || Client::builder().base_url(server.url()).user_agent("my-product/1.0");
        let client = builder().bearer_token("t").build().unwrap();
        client.call(&GetCustomer::new("7")).raw().await.unwrap();
        GetPublic::new().send(&client).await.unwrap();
        let client =
            builder().auth(Auth::header(HeaderName::from_static("x-token"), "u")).build().unwrap();
        client.call(&GetCustomer::new("7")).raw().await.unwrap();

        let requests = server.requests();
        assert_eq!(
            requests[0].line(),
            "GET /api/v1/customers/7/",
            "the API root is Plane's unless set"
        );
        assert_eq!(requests[0].header("authorization"), Some("Bearer t"));
        assert!(requests[0].header("user-agent").unwrap().starts_with("my-product/1.0 plane-api/"));
        assert_eq!(requests[1].header("authorization"), None, "auth = none");
        assert_eq!(requests[2].header("x-token"), Some("u"));
    }

    #[tokio::test]
    async fn the_future_borrows_nothing_and_encodes_at_once() {
        fn is_portable<T: Send + 'static>(value: T) -> T {
            value
        }
        let server = Server::always(json(200, r#"{"id": "7"}"#)).await.unwrap();
        let future = {
            let (client, request) = (client(&server), UpdateCustomer::new("7"));
            is_portable(request.send(&client))
        };
        assert_eq!(tokio::spawn(future).await.unwrap().unwrap().id, "7");
    }

    #[tokio::test]
    async fn a_value_that_cannot_be_sent_reaches_no_server() {
        let server = Server::always(json(200, "null")).await.unwrap();
        let error = UpdateCustomer::new("..").send(&client(&server)).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Request, Delivery::NotSent));
        assert_eq!(server.requests().len(), 0);
    }

    #[tokio::test]
    async fn a_call_has_options_of_its_own() {
        let reply = Reply::Send(answer(200, "X-Request-Id: r-1\r\n", r#"{"id": "7", "more": 1}"#));
        let server = Server::always(reply).await.unwrap();
        let client = client(&server);
        let request = GetCustomer::new("7");

        let (customer, meta) = client.call(&request).with_meta().await.unwrap();
        assert_eq!(
            (customer.id.as_str(), meta.status(), meta.attempts()),
            ("7", StatusCode::OK, 1)
        );
        assert_eq!(
            (meta.request_id(), meta.headers()["x-request-id"].as_bytes()),
            (Some("r-1"), &b"r-1"[..])
        );

        let raw = client.call(&request).raw().await.unwrap();
        assert_eq!(
            (raw.status(), &raw.body()[..]),
            (StatusCode::OK, &br#"{"id": "7", "more": 1}"#[..])
        );

        let value: Value = client.call(&request).send_as().await.unwrap();
        assert_eq!(value["more"], 1);

        let more = HeaderValue::from_static("text/csv");
        client.call(&request).header(header::ACCEPT, more).send().await.unwrap();
        assert_eq!(server.requests()[3].header("accept"), Some("text/csv"));
    }

    #[test]
    fn outside_of_a_runtime_it_is_an_error() {
        let client = Client::builder().base_url("http://localhost:1").api_key(KEY).build().unwrap();
        let mut future = Box::pin(GetCustomer::new("7").send(&client));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else {
            panic!("an error")
        };
        assert!(error.to_string().contains("there is no Tokio runtime here"), "{error}");
        assert_eq!(error.delivery(), Delivery::NotSent);
    }
}

mod answers {
    use super::*;

    #[tokio::test]
    async fn an_empty_body_is_null_and_nothing_is_read_for_nothing() {
        let server = Server::always(Reply::Send(answer(204, "", ""))).await.unwrap();
        let client = client(&server);
        assert_eq!(GetPublic::new().send(&client).await.unwrap(), Value::Null);
        DeleteCustomer::new("7").send(&client).await.unwrap();
        let server = Server::always(Reply::Send(answer(200, "", "<html>"))).await.unwrap();
        DeleteCustomer::new("7").send(&self::client(&server)).await.unwrap();
    }

    #[tokio::test]
    async fn bytes_come_as_they_are() {
        let server = Server::always(Reply::Send(answer(200, "", b"\0\xff"))).await.unwrap();
        assert_eq!(GetFileBytes::new("7").send(&client(&server)).await.unwrap(), &b"\0\xff"[..]);
    }

    #[tokio::test]
    async fn an_answer_in_pieces_is_put_together() {
        let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n5\r\n: \"7\"\r\n1\r\n}\r\n0\r\n\r\n";
        let server = Server::always(Reply::Send(chunked.into())).await.unwrap();
        assert_eq!(GetCustomer::new("7").send(&client(&server)).await.unwrap().id, "7");
    }

    #[tokio::test]
    async fn a_redirect_can_be_the_answer_and_hides_its_signature() {
        let head = "Location: https://storage.example/a.png?X-Amz-Signature=CANARY\r\n";
        let server = Server::always(Reply::Send(answer(302, head, ""))).await.unwrap();
        let redirect = GetFile::new("7").send(&client(&server)).await.unwrap();
        assert_eq!(redirect.location(), "https://storage.example/a.png?X-Amz-Signature=CANARY");
        assert!(!format!("{redirect:?}").contains("CANARY"));

        let server = Server::always(Reply::Send(answer(200, "", ""))).await.unwrap();
        let error = GetFile::new("7").send(&client(&server)).await.unwrap_err();
        assert!(error.to_string().contains("a redirect was expected"), "{error}");
    }

    #[tokio::test]
    async fn what_cannot_be_decoded_keeps_status_path_and_snippet() {
        let body = r#"{"id": "7", "employees": "SECRET"}"#;
        let error = refusal(json(200, body)).await;
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
        assert_eq!((error.status(), error.json_path()), (Some(StatusCode::OK), Some("employees")));
        assert_eq!(error.body_snippet().unwrap(), body);
        assert_eq!(error.body::<Value>().unwrap()["id"], "7");
        assert_eq!(
            words(&error),
            "200 OK: the answer is not as expected at `employees`: found string, expected u32"
        );
        assert!(!format!("{error:?}").contains("SECRET"), "values are shown only when asked for");

        let error = refusal(json(200, "{}")).await;
        assert_eq!(
            words(&error),
            "200 OK: the answer is not as expected at `.`: missing field `id`"
        );
        let error = refusal(json(200, r#"{"id": "7"} x"#)).await;
        assert!(words(&error).contains("is not JSON"), "{error}");
    }

    #[tokio::test]
    async fn a_page_for_browsers_suggests_the_base_url() {
        let error = refusal(Reply::Send(answer(200, "", "<!doctype html>"))).await;
        assert_eq!(
            words(&error),
            "200 OK: the answer is not JSON; check that the base URL is the API's"
        );
        assert_eq!(error.body_snippet().unwrap(), "<!doctype html>");
        let error = refusal(Reply::Send(answer(200, "", ""))).await;
        assert!(
            words(&error).contains("expected at `.`") || words(&error).contains("is empty"),
            "{error}"
        );
    }
}

mod refusals {
    use super::*;

    #[tokio::test]
    async fn field_errors_and_sentences_are_read_and_shown() {
        let error =
            refusal(json(400, r#"{"name": ["This field may not be blank."], "email": ["Bad."]}"#))
                .await;
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Status, Delivery::Rejected));
        assert_eq!(error.status(), Some(StatusCode::BAD_REQUEST));
        let fields: Vec<_> =
            error.field_errors().iter().map(|error| error.field.as_str()).collect();
        assert!(fields.contains(&"name") && fields.contains(&"email"), "{fields:?}");
        assert_eq!(error.detail(), None);
        assert!(words(&error).contains("name: This field may not be blank."), "{error}");
        assert_eq!(error.endpoint().unwrap().name, "UpdateCustomer");

        let error = refusal(json(400, r#"{"detail": "No\n\u001b[31m way."}"#)).await;
        assert_eq!(
            words(&error),
            "400 Bad Request: No  [31m way.",
            "one line, no control characters"
        );
    }

    #[tokio::test]
    async fn each_refusal_answers_the_next_question() {
        let unauthorized =
            refusal(json(403, r#"{"detail": "Given API token is not valid"}"#)).await;
        assert!(unauthorized.is_unauthorized() && !unauthorized.is_forbidden());
        assert!(refusal(json(401, "{}")).await.is_unauthorized());
        let forbidden = refusal(json(403, r#"{"detail": "You do not have permission"}"#)).await;
        assert!(forbidden.is_forbidden() && !forbidden.is_unauthorized());

        let missing =
            refusal(json(404, r#"{"error": "The requested resource does not exist."}"#)).await;
        assert!(missing.is_not_found() && !missing.is_route_missing());
        for reply in [json(404, r#"{"error": "Page not found."}"#), json(404, "<html></html>")] {
            let route = refusal(reply).await;
            assert!(route.is_route_missing() && !route.is_not_found());
            assert!(
                words(&route).contains("its edition may lack it, the base URL may be wrong"),
                "{route}"
            );
        }

        assert!(refusal(json(402, "{}")).await.is_plan_required());
        assert!(
            refusal(json(400, r#"{"error": "Upgrade your plan to do this"}"#))
                .await
                .is_plan_required()
        );
        let throttled = refusal(Reply::Send(answer(429, "Retry-After: 59\r\n", "{}"))).await;
        assert!(throttled.is_rate_limited());
        assert_eq!(
            (throttled.retry_after(), throttled.delivery()),
            (Some(Duration::from_secs(59)), Delivery::Rejected)
        );
    }

    #[tokio::test]
    async fn a_conflict_names_the_other_object_but_not_the_one_addressed() {
        let error = refusal(json(409, r#"{"error": "exists", "id": "8"}"#)).await;
        assert!(error.is_conflict());
        assert_eq!(error.existing_id(), Some("8"));
        assert_eq!(
            refusal(json(409, r#"{"error": "exists", "id": "7"}"#)).await.existing_id(),
            None
        );
        let error =
            refusal(json(400, r#"{"id": "8", "code": "NAME_EXISTS", "error": "exists"}"#)).await;
        assert_eq!((error.existing_id(), error.code()), (Some("8"), Some("NAME_EXISTS")));
    }

    #[tokio::test]
    async fn a_refusal_after_the_fact_is_told_apart() {
        let late = json(400, r#"{"error": "The payload is not valid"}"#);
        assert_eq!(refusal(late.clone()).await.delivery(), Delivery::Unknown);
        assert_eq!(refusal(json(503, "")).await.delivery(), Delivery::Unknown);
        assert_eq!(refusal(json(500, "")).await.delivery(), Delivery::Unknown);
        let server = Server::always(late).await.unwrap();
        let error = GetCustomer::new("7").send(&client(&server)).await.unwrap_err();
        assert_eq!(error.delivery(), Delivery::Rejected, "reading changes nothing");
    }

    #[tokio::test]
    async fn redirects_are_not_followed() {
        let elsewhere = Server::always(json(200, r#"{"id": "7"}"#)).await.unwrap();
        for status in [301, 302, 303, 307, 308] {
            let head = format!(
                "Location: {}/customers/7/\r\n",
                elsewhere.url().replace("127.0.0.1", "localhost")
            );
            let error = refusal(Reply::Send(answer(status, &head, ""))).await;
            assert!(words(&error).contains("redirects are not followed"), "{error}");
            assert_eq!(error.delivery(), Delivery::Rejected);
        }
        assert_eq!(elsewhere.requests().len(), 0, "the key goes to no other host");

        let error = refusal(Reply::Send(answer(301, "Location: /customers/7/\r\n", ""))).await;
        assert!(words(&error).contains("trailing slash"), "{error}");
    }
}

mod failures {
    use super::*;

    #[tokio::test]
    async fn no_connection_means_not_sent() {
        let server = Server::always(json(200, "{}")).await.unwrap();
        let client = client(&server);
        drop(server);
        tokio::task::yield_now().await;
        let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.delivery()),
            (ErrorKind::Connect, Delivery::NotSent),
            "{error}"
        );
        assert_eq!(words(&error), "no connection to the server");
        assert!(std::error::Error::source(&error).is_some());
    }

    #[tokio::test]
    async fn a_connection_that_breaks_leaves_it_open_what_happened() {
        let error = refusal(Reply::Close(Vec::new())).await;
        assert_eq!(
            (error.kind(), error.delivery()),
            (ErrorKind::Transport, Delivery::Unknown),
            "{error}"
        );
        let error = refusal(Reply::Close(
            b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":".to_vec(),
        ))
        .await;
        assert_eq!(
            (error.kind(), error.delivery()),
            (ErrorKind::Transport, Delivery::Applied),
            "{error}"
        );
        assert_eq!(error.status(), Some(StatusCode::OK));
    }

    async fn timed_out(reply: Reply, timeouts: Timeouts) -> Error {
        let server = Server::always(reply).await.unwrap();
        let builder = builder(&server);
        let client = builder.timeouts(timeouts).build().unwrap();
        let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
        error
    }

    #[tokio::test]
    async fn each_time_limit_ends_the_call() {
        let short = Some(Duration::from_millis(50));
        let none = Timeouts { connect: None, idle: None, attempt: None, call: None, slot: None };
        let silent = Reply::Hang(Vec::new());
        let halfway =
            Reply::Hang(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":".to_vec());

        let error = timed_out(silent.clone(), Timeouts { call: short, ..none }).await;
        assert_eq!(
            (error.delivery(), words(&error).as_str()),
            (Delivery::Unknown, "no complete answer within 50ms")
        );
        timed_out(silent.clone(), Timeouts { attempt: short, ..none }).await;
        let error = timed_out(halfway, Timeouts { idle: short, ..none }).await;
        assert_eq!(error.delivery(), Delivery::Applied);

        let server = Server::always(silent).await.unwrap();
        let call = || client(&server).call(&UpdateCustomer::new("7"));
        let error = call().timeout(Duration::from_millis(50)).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        let error = call().timeouts(Timeouts { attempt: short, ..none }).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
    }

    #[tokio::test]
    async fn an_answer_that_is_too_large_is_cut_off() {
        let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
        let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
        let server = Server::always(Reply::Endless(head, chunk)).await.unwrap();
        let builder = builder(&server);
        let client = builder.max_response_bytes(100_000).build().unwrap();
        let error = UpdateCustomer::new("7").send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::TooLarge, Delivery::Applied));
        assert!(words(&error).contains("larger than 100000 bytes"), "{error}");
        let call = client.call(&UpdateCustomer::new("7")).max_response_bytes(50_000);
        let error = call.send().await.unwrap_err();
        assert!(words(&error).contains("larger than 50000 bytes"), "{error}");
    }

    #[tokio::test]
    async fn an_endless_refusal_is_a_refusal() {
        let head = b"HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
        let chunk = [b"1000\r\n".to_vec(), vec![b'x'; 4096], b"\r\n".to_vec()].concat();
        let error = refusal(Reply::Endless(head, chunk)).await;
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Status, Some(StatusCode::BAD_REQUEST))
        );
    }
}

mod secrets {
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
    async fn the_key_is_nowhere_to_be_read() {
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
            let error = refusal(reply.clone()).await;
            assert!(!shown(&error).contains(KEY), "{reply:?}: {}", shown(&error));
        }

        let server = Server::always(json(200, "{}")).await.unwrap();
        let client = client(&server);
        let builder = Client::builder().api_key(KEY);
        let call = client.call(&GetCustomer::new("7"));
        let future = UpdateCustomer::new("7").send(&client);
        let text =
            format!("{client:?} {:?} {builder:?} {call:?} {future:?}", Auth::bearer_token(KEY));
        assert!(!text.contains(KEY), "{text}");
    }

    #[tokio::test]
    async fn a_query_is_nowhere_to_be_read() {
        let server = Server::always(Reply::Close(Vec::new())).await.unwrap();
        let request = GetCustomer::new("7").expand("QUERY");
        let error = request.send(&client(&server)).await.unwrap_err();
        assert!(!shown(&error).contains("QUERY"), "{}", shown(&error));
        drop(server);
    }
}
