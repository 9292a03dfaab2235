//! Replies of a mock, as a client sees them.

use std::{collections::HashMap, time::Duration};

use tokio::time::Instant;

use super::*;

/// Returns the result of a `GET` with this reply and without retries.
async fn get(reply: impl Into<Reply>) -> Result<Task> {
    let mock = Mock::new();
    mock.expect_any::<GetTask>().reply(reply);
    let client = mock.client_builder().retry(RetryPolicy::never()).build().unwrap();
    GetTask::new("p", 7).send(&client).await
}

#[tokio::test]
async fn any_serializable_value_is_a_response() {
    #[derive(serde::Serialize)]
    struct Fixture {
        id: u32,
    }

    assert_eq!(get(json!({"id": 1})).await.unwrap().id, 1);
    assert_eq!(get(Fixture { id: 2 }).await.unwrap().id, 2);
    assert_eq!(get(HashMap::from([("id", 3)])).await.unwrap().id, 3);
    let created =
        Reply::new(StatusCode::CREATED).json(json!({"id": 4})).header("x-request-id", "r1");
    let mock = Mock::new();
    mock.expect_any::<GetTask>().reply(created);
    let (task, meta) = mock.client().call(&GetTask::new("p", 7)).with_meta().await.unwrap();
    assert_eq!((task.id, meta.status(), meta.request_id()), (4, StatusCode::CREATED, Some("r1")));
    assert_eq!(meta.headers()["content-type"], "application/json");
}

#[tokio::test]
async fn bytes_redirects_and_nothing_are_responses() {
    #[endpoint(GET, "/files/<file>" -> plane_api::Redirect)]
    pub struct GetFile {}

    let mock = Mock::new();
    mock.expect_any::<PutFile>().reply(Reply::new(StatusCode::OK).body(vec![0, 255]));
    mock.expect_any::<DeleteTask>();
    mock.expect_any::<GetFile>()
        .reply(Reply::new(StatusCode::FOUND).header("location", "https://files.test/7"));
    let client = mock.client();
    assert_eq!(PutFile::new("f", "").send(&client).await.unwrap(), &[0, 255][..]);
    DeleteTask::new(7).send(&client).await.unwrap();
    let redirect = GetFile::new("f").send(&client).await.unwrap();
    assert_eq!(redirect.location(), "https://files.test/7");
}

#[tokio::test]
async fn pages_are_paginated() {
    let mock = Mock::new().in_order();
    mock.expect(&ListTasks::new())
        .reply(Reply::page([json!({"id": 1}), json!({"id": 2})], Some("c")));
    mock.expect(&ListTasks::new().cursor("c")).reply(Reply::page([json!({"id": 3})], None));
    let tasks = ListTasks::new().items(&mock.client()).collect(10).await.unwrap();
    assert_eq!(tasks, [1, 2, 3].map(|id| Task { id }));
    let page: Page<Task> = mock_page().await;
    assert_eq!((page.results.len(), page.next_page_results), (0, false));
}

async fn mock_page() -> Page<Task> {
    let mock = Mock::new();
    mock.expect_any::<ListTasks>().reply(Reply::page([(); 0], None));
    ListTasks::new().send(&mock.client()).await.unwrap()
}

/// Returns the error of an update with this reply, which equals the response recorded from Plane.
async fn rejected(reply: Reply, label: Option<&str>) -> Error {
    let mock = Mock::plane();
    mock.expect_any::<UpdateTask>().reply(reply);
    let client = mock.client_builder().retry(RetryPolicy::never()).build().unwrap();
    let error = UpdateTask::new("p", 7).send(&client).await.unwrap_err();
    if let Some(label) = label {
        let recorded = include_str!("../../../fixtures/rejections.jsonl").lines();
        let mut recorded = recorded.map(|line| serde_json::from_str::<Value>(line).unwrap());
        let line = recorded.find(|line| line["label"] == label).unwrap();
        assert_eq!(error.status().unwrap().as_u16(), line["status"], "{label}");
        assert_eq!(error.body::<Value>().unwrap(), line["body"], "{label}");
        for (name, value) in line["headers"].as_object().unwrap() {
            assert_eq!(error.headers().unwrap()[name], value.as_str().unwrap(), "{label}");
        }
    }
    error
}

#[tokio::test]
async fn rejections_are_those_of_plane() {
    let error = rejected(Reply::not_found(), Some("work item: update unknown")).await;
    assert!(error.is_not_found(), "{error}");
    let error = rejected(Reply::route_missing(), Some("absent in CE")).await;
    assert!(error.is_route_missing(), "{error}");
    let error = rejected(Reply::unauthorized(), Some("auth: expired key")).await;
    assert!(error.is_unauthorized(), "{error}");
    let error = rejected(Reply::unauthenticated(), Some("auth: no key")).await;
    assert!(error.is_unauthorized(), "{error}");
    let error = rejected(Reply::forbidden(), Some("project: create in unknown workspace")).await;
    assert!(error.is_forbidden(), "{error}");
    let id = "cd8e24dd-2c75-42be-bff1-1dfffd913bc6";
    let error =
        rejected(Reply::conflict(id), Some("work item: create duplicate external id")).await;
    assert_eq!((error.is_conflict(), error.existing_id()), (true, Some(id)));
    let error = rejected(Reply::rate_limited(59), Some("throttle: 429")).await;
    assert!(error.is_rate_limited() && error.retry_after() == Some(Duration::from_secs(59)));
    let error = rejected(Reply::server_error(), Some("work item: search bad limit")).await;
    assert_eq!(error.delivery(), Delivery::Unknown);

    let fields = [("name", "This field is required."), ("color", "This field is required.")];
    let error = rejected(Reply::field_errors(fields), Some("state: create missing")).await;
    assert_eq!(error.field_errors().len(), 2);
    let error = rejected(Reply::field_errors([("name", "No."), ("name", "Never.")]), None).await;
    assert_eq!(error.field_errors()[0].messages, ["No.", "Never."]);

    assert!(rejected(Reply::plan_required(), None).await.is_plan_required());
    let upgrade = Reply::error(StatusCode::BAD_REQUEST, "Please upgrade your plan");
    assert!(rejected(upgrade, None).await.is_plan_required());
}

#[tokio::test(start_paused = true)]
async fn a_rejection_and_then_success_is_a_script() {
    let mock = Mock::new();
    mock.expect(&GetTask::new("p", 7))
        .reply(Reply::new(StatusCode::SERVICE_UNAVAILABLE))
        .reply(Reply::rate_limited(30))
        .reply(Reply::failure(Stage::BeforeSend))
        .reply(json!({"id": 7}));
    let start = Instant::now();
    GetTask::new("p", 7).send(&mock.client()).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(30), "the delay is respected");
    assert_eq!(mock.calls().iter().map(|call| call.attempt).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

#[tokio::test]
async fn a_script_is_expected_to_its_end() {
    let mock = Mock::new();
    mock.expect(&GetTask::new("p", 7)).reply(json!({"id": 1})).reply(json!({"id": 2}));
    GetTask::new("p", 7).send(&mock.client()).await.unwrap();
    let report = failure_of(&mock);
    assert!(
        report.contains("expected at least 2 calls to GetTask (") && report.contains("), got 1:"),
        "{report}"
    );
}

#[tokio::test(start_paused = true)]
async fn responses_can_be_delayed() {
    let start = Instant::now();
    get(Reply::from(json!({"id": 7})).delay(Duration::from_secs(59))).await.unwrap();
    assert_eq!(start.elapsed().as_secs(), 59);
    let late = get(Reply::from(json!({"id": 7})).delay(Duration::MAX)).await.unwrap_err();
    assert_eq!((late.kind(), late.delivery()), (ErrorKind::Timeout, Delivery::Unknown));
    assert_eq!(start.elapsed().as_secs(), 59 + 60);
}

#[tokio::test]
async fn connections_break_at_every_stage() {
    for (stage, kind, delivery) in [
        (Stage::BeforeSend, ErrorKind::Connect, Delivery::NotSent),
        (Stage::AfterSend, ErrorKind::Transport, Delivery::Unknown),
        (Stage::Body, ErrorKind::Transport, Delivery::Applied),
    ] {
        let error = get(Reply::failure(stage)).await.unwrap_err();
        assert_eq!((error.kind(), error.delivery()), (kind, delivery), "{stage:?}");
    }
}

#[tokio::test]
async fn bodies_break_off_or_are_no_json() {
    let broken = get(Reply::from(json!({"id": 7})).truncated()).await.unwrap_err();
    assert_eq!((broken.kind(), broken.delivery()), (ErrorKind::Transport, Delivery::Applied));
    let error = get(Reply::invalid_json()).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::Applied));
    let error = get(json!({"id": "seven"})).await.unwrap_err();
    assert_eq!((error.kind(), error.json_path()), (ErrorKind::Decode, Some("id")));
    let rejection = Reply::error(StatusCode::BAD_REQUEST, "no").truncated();
    assert_eq!(get(rejection).await.unwrap_err().status(), Some(StatusCode::BAD_REQUEST));
}

#[tokio::test]
async fn the_rate_limit_is_read_from_replies() {
    let mock = Mock::new();
    mock.expect_any::<GetTask>()
        .reply(Reply::from(json!({"id": 7})).header("X-RateLimit-Remaining", "5"));
    let client = mock.client();
    GetTask::new("p", 7).send(&client).await.unwrap();
    assert_eq!(client.rate_limit().remaining, Some(5));
}

#[test]
fn a_reply_that_cannot_be_sent_is_rejected_where_it_is_given() {
    let keys = HashMap::from([((1, 2), 3)]);
    let replies = [
        Reply::from(keys.clone()),
        Reply::page([keys], None),
        Reply::new(StatusCode::OK).header("no name", "x"),
        Reply::new(StatusCode::OK).header("name", "a\nb"),
    ];
    for reply in replies {
        let mock = Mock::new();
        let text = panic_of(|| {
            mock.expect_any::<DeleteTask>().reply(reply);
        });
        assert!(text.starts_with("the reply cannot be sent: "), "{text}");
        failure_of(&mock);
    }
}

#[endpoint(GET, "/ticks" -> plane_api::Events<Task>)]
pub struct Watch {}

#[endpoint(GET, "/export" -> plane_api::Lines<Task>)]
pub struct Export {}

#[endpoint(POST, "/jobs" -> (StatusCode, Option<String>), decode = job)]
pub struct CreateJob {}

fn job(response: RawResponse) -> Result<(StatusCode, Option<String>)> {
    Ok((response.meta().status(), response.header("Location").ok()))
}

#[tokio::test]
async fn streams_and_decoded_responses_are_responses() {
    let mock = Mock::new();
    let ok = || Reply::new(StatusCode::OK);
    let events = "id: a\ndata: {\"id\": 1}\n\ndata: {\"id\": 2}\n\ndata: [DONE]\n\n";
    mock.expect_any::<Watch>()
        .reply(ok().body(events).header("content-type", "text/event-stream"))
        .reply(ok().body(events).truncated())
        .reply(json!({"id": 3}));
    mock.expect_any::<Export>()
        .reply(ok().body("{\"id\": 1}\n{\"id\": 2}\n"))
        .reply(json!({"id": 3}));
    mock.expect_any::<CreateJob>()
        .reply(Reply::new(StatusCode::ACCEPTED).header("location", "/jobs/7"))
        .reply(Reply::new(StatusCode::NO_CONTENT));
    let client = mock.client();
    let mut events = Watch::new().send(&client).await.unwrap();
    let mut read = vec![];
    while let Some(event) = events.next().await {
        read.push(event.unwrap().data.id);
    }
    assert_eq!((read, events.last_event_id()), (vec![1, 2], Some("a")));
    let mut broken = Watch::new().send(&client).await.unwrap();
    assert_eq!(broken.next().await.unwrap().unwrap().data.id, 1);
    assert_eq!(broken.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(broken.next().await.is_none());
    let error = Watch::new().send(&client).await.unwrap_err();
    assert!(error.to_string().contains("`application/json`"), "{error}");

    let mut lines = Export::new().send(&client).await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap().id, 1);
    assert_eq!(lines.next().await.unwrap().unwrap().id, 2);
    assert!(lines.next().await.is_none());
    let mut lines = Export::new().send(&client).await.unwrap();
    assert_eq!(lines.next().await.unwrap().unwrap().id, 3);

    let job = CreateJob::new().send(&client).await.unwrap();
    assert_eq!(job, (StatusCode::ACCEPTED, Some("/jobs/7".to_owned())));
    assert_eq!(CreateJob::new().send(&client).await.unwrap(), (StatusCode::NO_CONTENT, None));
}
