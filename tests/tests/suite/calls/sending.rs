//! The contents of requests.

use super::*;

#[tokio::test]
async fn a_request_has_the_key_and_the_clients_headers() {
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
    let builder = || Client::plane().base_url(server.url()).user_agent("my-product/1.0");
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
async fn a_call_can_be_awaited() {
    let server = Server::always(json(200, r#"{"id": "7"}"#)).await.unwrap();
    let client = client(&server);
    let customer = client.call(&GetCustomer::new("7")).retry(RetryPolicy::never()).await.unwrap();
    assert_eq!(customer.id, "7");
    assert_eq!(server.requests().len(), 1);
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
async fn a_call_has_its_own_options() {
    let reply = Reply::Send(answer(200, "X-Request-Id: r-1\r\n", r#"{"id": "7", "more": 1}"#));
    let server = Server::always(reply).await.unwrap();
    let client = client(&server);
    let request = GetCustomer::new("7");

    let (customer, meta) = client.call(&request).with_meta().await.unwrap();
    assert_eq!((customer.id.as_str(), meta.status(), meta.attempts()), ("7", StatusCode::OK, 1));
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
fn a_call_outside_of_a_runtime_is_an_error() {
    let client = Client::builder("http://localhost:1").api_key(KEY).build().unwrap();
    let mut future = Box::pin(GetCustomer::new("7").send(&client));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = future.as_mut().poll(&mut context) else {
        panic!("an error")
    };
    assert!(error.to_string().contains("there is no Tokio runtime"), "{error}");
    assert_eq!(error.delivery(), Delivery::NotSent);
}
