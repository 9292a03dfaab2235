//! A request by name is sent like the typed one.

use std::time::Duration;

use plane_api::{
    Bytes, Client, Endpoint, Entries, ErrorKind, Events, NextPage, Page, PageContext, Paged,
    Redirect, RetryPolicy, Value, endpoint,
};
use plane_tests::{
    answer,
    faults::{Fault, FaultServer, Protocol},
};
use serde_json::json;

use super::by_name;

#[endpoint(POST, "/robots", root = "/api/v9")]
pub struct CreateRobot {
    pub name: String,
    #[idempotency_key("Idempotency-Key")]
    pub key: Option<String>,
}

#[endpoint(POST, "/sign-in", auth = none)]
pub struct SignIn {
    pub user: String,
}

/// Returns a client with almost no delay before a retry.
fn client(server: &FaultServer) -> Client {
    let short = Duration::from_millis(1);
    let builder = Client::builder(server.url()).api_root("/api/v1");
    let builder = builder.api_key("the-key").retry(RetryPolicy::standard().backoff(short, short));
    let builder = match server.pem() {
        Some(pem) => builder.root_certificates(pem).system_root_certificates(false),
        None => builder,
    };
    builder.build().unwrap()
}

fn json_response(json: &Value) -> Fault {
    Fault::Answer(answer(200, "Content-Type: application/json\r\n", json.to_string()))
}

/// Root, credentials, the retry class and the idempotency key are those of the declaration.
#[tokio::test]
async fn the_declaration_applies_to_requests_by_name() {
    for protocol in Protocol::ALL {
        let unknown = || Fault::Close(Vec::new());
        let faults = [unknown(), json_response(&json!({"id": 7})), unknown()];
        let server = FaultServer::speaking(protocol, faults, unknown()).unwrap();
        let client = client(&server);
        let request = by_name(CreateRobot::SPEC, json!({"name": "R2"})).unwrap();
        let robot: Value = request.send(&client).await.unwrap().json().unwrap();
        assert_eq!(robot, json!({"id": 7}));
        // The declaration does not allow a retry.
        let error = by_name(SignIn::SPEC, json!({"user": "ada"})).unwrap();
        let error = error.send(&client).await.unwrap_err();
        assert_eq!(error.endpoint().map(|spec| spec.name), Some("SignIn"));
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));

        let received = server.requests();
        assert_eq!(received.len(), 3, "{protocol:?}");
        if protocol == Protocol::Http2 {
            continue;
        }
        let lines: Vec<_> = received.iter().map(|it| it.line().to_owned()).collect();
        assert_eq!(lines, ["POST /api/v9/robots", "POST /api/v9/robots", "POST /api/v1/sign-in"]);
        let keys: Vec<_> = received.iter().map(|it| it.header("idempotency-key")).collect();
        assert!(keys[0].is_some() && keys[0] == keys[1] && keys[2].is_none(), "{keys:?}");
        let auth: Vec<_> = received.iter().map(|it| it.header("x-api-key").is_some()).collect();
        assert_eq!(auth, [true, true, false]);
    }
}

#[endpoint(GET, "/robots/<id>/picture" -> Bytes)]
pub struct GetPicture {
    pub id: u8,
}

#[endpoint(GET, "/robots/<id>/home" -> Redirect)]
pub struct GetHome {
    pub id: u8,
}

#[endpoint(GET, "/events" -> Events<Value>)]
pub struct Watch {}

/// The response is raw, whatever its type in the declaration.
#[tokio::test]
async fn every_type_of_response_can_be_read() {
    let server = FaultServer::by(|received| {
        Fault::Answer(match received.line() {
            line if line.ends_with("picture") => answer(200, "", [0xff, 0]),
            line if line.ends_with("home") => answer(302, "Location: https://a.example/\r\n", ""),
            _ => answer(200, "Content-Type: text/event-stream\r\n", "data: {\"a\":1}\n\n"),
        })
    })
    .unwrap();
    let client = client(&server);
    let send = |spec, values| by_name(spec, values).unwrap().send(&client);
    let picture = send(GetPicture::SPEC, json!({"id": 1})).await.unwrap();
    assert_eq!(picture.body().as_ref(), [0xff, 0]);
    let home = send(GetHome::SPEC, json!({"id": 1})).await.unwrap().redirect().unwrap();
    assert_eq!(home.location(), "https://a.example/");
    let mut events = send(Watch::SPEC, json!({})).await.unwrap().events::<Value>().unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, json!({"a": 1}));
    assert_eq!(server.requests().len(), 3);
}

/// The settings of a call also apply to a request by name.
#[tokio::test]
async fn a_call_can_be_changed() {
    let server = FaultServer::always(json_response(&json!([1]))).unwrap();
    let request = by_name(GetPicture::SPEC, json!({"id": 1})).unwrap();
    let client = client(&server);
    let call = client.call(&request).query("size", 2).with_meta();
    let (response, meta) = call.await.unwrap();
    assert_eq!((response.json::<Vec<u8>>().unwrap(), meta.attempts()), (vec![1], 1));
    assert_eq!(server.requests()[0].line(), "GET /api/v1/robots/1/picture?size=2");
}

#[endpoint(GET, "/robots" -> Vec<Value>)]
pub struct ListRobots {
    #[page(number)]
    pub page: Option<u32>,
    #[page(size = 2)]
    pub per_page: Option<u8>,
    pub kind: Option<String>,
}

#[derive(Debug, serde::Deserialize)]
pub struct Envelope<T> {
    pub data: Vec<T>,
    pub next: Option<u64>,
}

impl<T> Paged for Envelope<T> {
    type Item = T;
    const ENTRIES: Entries = Entries::at("data");

    fn entries(&mut self) -> &mut Vec<T> {
        &mut self.data
    }

    fn next(&self, _: &PageContext<'_>) -> NextPage {
        NextPage::at(self.next)
    }
}

/// The position is a number in the body, as in the type of the field.
#[endpoint(POST, "/robots/search" -> Envelope<Value>)]
pub struct SearchRobots {
    #[page]
    pub offset: Option<u64>,
    pub text: String,
}

#[tokio::test]
async fn a_list_is_paginated_by_the_rule_of_the_declaration() {
    let server = FaultServer::by(|received| {
        json_response(&match received.line() {
            line if line.contains("/search") => match received.text().contains("\"offset\":2") {
                false => json!({"data": [{"id": 1}, {"id": 2}], "next": 2}),
                true => json!({"data": [{"id": 3}], "next": null}),
            },
            line if line.contains("?page=2") => json!([{"id": 3}]),
            _ => json!([{"id": 1}, {"id": 2}]),
        })
    })
    .unwrap();
    let client = client(&server);
    let ids = |robots: Vec<Value>| -> Vec<_> { robots.iter().map(|it| it["id"].clone()).collect() };

    let request = by_name(ListRobots::SPEC, json!({"kind": "x", "per_page": 2})).unwrap();
    let robots = request.items::<Vec<Value>>(&client).unwrap().collect(10).await.unwrap();
    assert_eq!(ids(robots), [1, 2, 3]);
    let request = by_name(SearchRobots::SPEC, json!({"text": "x"})).unwrap();
    let mut pages = request.pages::<Envelope<Value>>(&client).unwrap();
    assert_eq!(pages.next().await.unwrap().unwrap().data.len(), 2);
    assert_eq!(pages.cursor().map(|cursor| cursor.as_str().to_owned()), Some("2".to_owned()));
    assert!(format!("{pages:?}").contains("SearchRobots"), "{pages:?}");
    assert_eq!(ids(pages.next().await.unwrap().unwrap().data), [3]);
    assert!(pages.next().await.is_none());
    // Pagination begins at the position in the values.
    let request = by_name(SearchRobots::SPEC, json!({"text": "x", "offset": 2})).unwrap();
    let robots = request.items::<Envelope<Value>>(&client).unwrap().collect(10).await.unwrap();
    assert_eq!(ids(robots), [3]);

    let requests = server.requests();
    let lines: Vec<_> = requests.iter().map(|it| it.line().to_owned()).collect();
    let search = "POST /api/v1/robots/search";
    let robots = "GET /api/v1/robots?";
    let first = format!("{robots}per_page=2&kind=x");
    let second = format!("{robots}page=2&per_page=2&kind=x");
    assert_eq!(lines, [&*first, &second, search, search, search]);
    assert!(requests[3].text().ends_with(r#"{"offset":2,"text":"x"}"#), "{}", requests[3].text());

    let error = by_name(GetPicture::SPEC, json!({"id": 1})).unwrap();
    let error = error.items::<Page<Value>>(&client).unwrap_err();
    assert!(error.to_string().contains("this is not a list: none of its parameters"), "{error}");
    assert_eq!(server.requests().len(), 5);
}
