//! Every rejection that was observed from a real Plane, in readable form: the expected text is next to the response in
//! the fixture.

use plane_api::{Client, Delivery, Error, RetryPolicy, Value, endpoint};
use plane_tests::{Reply, Server, answer};

use crate::transports::over;

#[endpoint(GET, "/recorded/<last>/")]
struct Get {}

#[endpoint(HEAD, "/recorded/<last>/")]
struct Head {}

#[endpoint(OPTIONS, "/recorded/<last>/")]
struct Options {}

#[endpoint(POST, "/recorded/<last>/")]
struct Post {}

#[endpoint(PATCH, "/recorded/<last>/")]
struct Patch {}

#[endpoint(DELETE, "/recorded/<last>/")]
struct Delete {}

/// Sends a request with the recorded method, and with the last segment of the recorded path.
async fn send(line: &Value, client: &Client) -> Error {
    let last = line["path"].as_str().unwrap().trim_end_matches('/').rsplit('/').next().unwrap();
    let result = match line["method"].as_str().unwrap() {
        "GET" => Get::new(last).send(client).await,
        "HEAD" => Head::new(last).send(client).await,
        "OPTIONS" => Options::new(last).send(client).await,
        "POST" => Post::new(last).send(client).await,
        "PATCH" => Patch::new(last).send(client).await,
        _ => Delete::new(last).send(client).await,
    };
    result.unwrap_err()
}

fn body(line: &Value) -> String {
    match &line["body"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        json => json.to_string(),
    }
}

/// Returns the name of the predicate that is true. At most one of them is.
fn nature(error: &Error) -> Option<&'static str> {
    let found: Vec<_> = [
        ("forbidden", error.is_forbidden()),
        ("unauthorized", error.is_unauthorized()),
        ("conflict", error.is_conflict()),
        ("not_found", error.is_not_found()),
        ("route_missing", error.is_route_missing()),
        ("rate_limited", error.is_rate_limited()),
        ("plan_required", error.is_plan_required()),
        ("redirect", error.status().unwrap().is_redirection()),
    ]
    .into_iter()
    .filter_map(|(name, holds)| holds.then_some(name))
    .collect();
    assert!(found.len() <= 1, "{found:?}");
    found.first().copied()
}

#[tokio::test]
async fn every_recorded_rejection_is_understood() {
    let mut count = 0;
    for line in include_str!("../../../fixtures/rejections.jsonl").lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let headers: String = line["headers"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| format!("{name}: {}\r\n", value.as_str().unwrap()))
            .collect();
        let status = u16::try_from(line["status"].as_u64().unwrap()).unwrap();
        let reply = Reply::Close(answer(status, &headers, body(&line)));
        let server = Server::always(reply).await.unwrap();
        let builder = over(Client::plane()).base_url(server.url()).api_root("").api_key("k");
        let client = builder.retry(RetryPolicy::never()).build().unwrap();
        let error = send(&line, &client).await;

        let (expect, label) = (&line["expect"], format!("{}: {error}", line["label"]));
        assert_eq!(error.status().unwrap().as_u16(), status, "{label}");
        assert_eq!(error.detail(), expect["detail"].as_str(), "{label}");
        let fields: serde_json::Map<_, _> = error
            .field_errors()
            .iter()
            .map(|error| (error.field.clone(), Value::from(error.messages.clone())))
            .collect();
        assert_eq!(Value::Object(fields), expect["fields"], "{label}");
        assert_eq!(error.code(), expect["code"].as_str(), "{label}");
        assert_eq!(error.existing_id(), expect["existing_id"].as_str(), "{label}");
        assert_eq!(
            error.retry_after().map(|wait| wait.as_secs()),
            expect["retry_after"].as_u64(),
            "{label}"
        );
        assert_eq!(nature(&error), expect["is"].as_str(), "{label}");
        let delivery = match expect["delivery"].as_str().unwrap() {
            "Rejected" => Delivery::Rejected,
            _ => Delivery::Unknown,
        };
        assert_eq!(error.delivery(), delivery, "{label}");
        assert_eq!(error.to_string().lines().count(), 1, "{label}");
        count += 1;
    }
    assert_eq!(count, 220);
}
