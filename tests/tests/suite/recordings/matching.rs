//! The compared parts, the excluded parts, and the explanation of differences.

use plane_api::{
    Client, Error, Result, endpoint,
    http::{HeaderValue, StatusCode, header},
    testing::Replay,
};
use serde_json::json;

use super::panic_of;

#[endpoint(PATCH, "/projects/<project>/tasks/<task>/")]
#[derive(Clone)]
struct UpdateTask {
    project: String,
    task: u32,
    name: Option<String>,
    labels: Option<Vec<String>>,
    rows: Option<serde_json::Value>,
    #[query]
    notify: Option<bool>,
    #[query]
    tag: Vec<String>,
    #[header("If-Match")]
    version: Option<String>,
}

#[endpoint(DELETE, "/tasks/<task>/" -> ())]
struct DeleteTask {
    task: u32,
}

#[endpoint(DELETE, "/tasks/<task>/labels/<label>/" -> ())]
struct DeleteLabel {
    task: u32,
    label: u32,
}

#[endpoint(POST, "/form/", form)]
struct Form {
    a: String,
    b: Option<String>,
}

const RECORDING: &str = r#"{"recording":1,"server":"https://api.example/root"}
{"request":{"endpoint":"UpdateTask","method":"PATCH","url":"/root/projects/p/tasks/7/?notify=true&tag=a&tag=b","headers":{"accept":"application/json","content-type":"application/json","if-match":"v1"},"json":{"labels":["a"],"name":"x"}},"response":{"status":200,"json":1}}
{"request":{"endpoint":"DeleteTask","method":"DELETE","url":"/root/tasks/7/","headers":{"accept":"application/json"}},"response":{"status":204}}
{"request":{"endpoint":"Form","method":"POST","url":"/root/form/","headers":{"accept":"application/json","content-type":"application/x-www-form-urlencoded"},"text":"a=1&b=2"},"response":{"status":200,"json":3}}
"#;

fn replay() -> Replay {
    Replay::read(RECORDING.as_bytes()).unwrap()
}

fn client(replay: &Replay) -> Client {
    Client::builder("").replay(replay).build().unwrap()
}

fn update() -> UpdateTask {
    UpdateTask::new("p", 7).name("x").labels(["a"]).notify(true).tag(["a", "b"]).version("v1")
}

fn is_unexpected<T: std::fmt::Debug>(result: Result<T>) -> String {
    let error: Error = result.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::EXPECTATION_FAILED), "{error}");
    assert_eq!(error.attempts(), 1);
    error.detail().unwrap().to_owned()
}

/// Returns the report of the failure. After that, the replay can be dropped.
fn failure_of(replay: &Replay) -> String {
    panic_of(|| replay.verify())
}

#[tokio::test]
async fn differences_are_explained() {
    let replay = replay();
    let sent = update().name("y").labels(["a", "b"]).notify(false);
    let text = is_unexpected(sent.send(&client(&replay)).await);
    let expected = r#"unexpected request UpdateTask:
    PATCH /root/projects/p/tasks/7/
    query.notify: "false"
    query.tag: "a", "b"
    header.accept: "application/json"
    header.content-type: "application/json"
    header.if-match: "v1"
    body.labels[0]: "a"
    body.labels[1]: "b"
    body.name: "y"
compared with UpdateTask (the recording:2), - recorded, + sent:
    PATCH /root/projects/p/tasks/7/
  - query.notify: "true"
  + query.notify: "false"
    query.tag: "a", "b"
    header.accept: "application/json"
    header.content-type: "application/json"
    header.if-match: "v1"
    body.labels[0]: "a"
  - body.name: "x"
  + body.name: "y"
  + body.labels[1]: "b"
other requests of the recording:
    DELETE /root/tasks/7/, DeleteTask (the recording:3)
    POST /root/form/, Form (the recording:4)"#;
    assert_eq!(text, expected);
    let report = failure_of(&replay);
    assert!(report.starts_with("the requests differ from the recording\n"), "{report}");
    assert!(report.contains(expected), "{report}");
    assert!(report.contains("\nnot requested:\n    PATCH /root/projects/p/tasks/7/?notify=true&tag=a&tag=b, UpdateTask (the recording:2)\n"), "{report}");
}

#[tokio::test]
async fn every_part_of_a_request_is_compared() {
    let others = [
        update().name("y"),
        update().labels(["b"]),
        update().rows(json!({})),
        update().notify(false),
        update().tag(["c"]),
        update().version("v2"),
        UpdateTask { version: None, ..update() },
        UpdateTask { notify: None, ..update() },
        UpdateTask { name: None, ..update() },
        UpdateTask { project: "q".into(), ..update() },
    ];
    for other in others {
        let replay = replay();
        is_unexpected(other.send(&client(&replay)).await);
        // Recorded exchanges can still be played.
        update().send(&client(&replay)).await.unwrap();
        failure_of(&replay);
    }
    for (name, value) in [("x-more", "1"), ("accept", "text/plain")] {
        let replay = replay();
        let client = client(&replay);
        let call = client.call(&update());
        let call = call.header(name.parse().unwrap(), HeaderValue::from_static(value));
        is_unexpected(call.send().await);
        failure_of(&replay);
    }
    let replay = replay();
    let elsewhere = client(&replay).for_host("https://other.example/root", plane_api::Auth::none());
    let text = is_unexpected(update().send(&elsewhere.unwrap()).await);
    assert!(text.contains("PATCH https://other.example/root/projects/p/tasks/7/"), "{text}");
    failure_of(&replay);
}

#[tokio::test]
async fn equivalent_requests_match() {
    let replay = replay();
    let builder = Client::builder("").replay(&replay).user_agent("other/1.0");
    let client = builder.bearer_token("other").build().unwrap();
    let call = client.call(&UpdateTask { notify: None, ..update() }).query("notify", true);
    assert_eq!(call.send().await.unwrap(), 1);
    assert_eq!(Form::new("1").b("2").send(&client).await.unwrap(), 3);
    DeleteTask::new(7).send(&client).await.unwrap();
    replay.verify();
}

#[tokio::test]
async fn ignored_parts_are_not_compared() {
    let replay = replay()
        .ignore_header("IF-MATCH")
        .ignore_query("tag")
        .ignore_field("name")
        .ignore_field("rows.at")
        .ignore_field("b");
    let client = client(&replay);
    let other = update().version("v9").tag(["z"]).name("other").rows(json!([{"at": 1}, {"b": 2}]));
    // In each row, one member is ignored.
    let text = is_unexpected(other.send(&client).await);
    assert!(text.contains("  + body.rows[1].b: 2") && !text.contains("rows[0].at"), "{text}");
    assert!(!text.contains("body.name") && !text.contains("if-match"), "{text}");
    update().version("v9").tag(["z"]).name("other").send(&client).await.unwrap();
    Form::new("1").send(&client).await.unwrap();
    failure_of(&replay);
}

#[tokio::test]
async fn an_exchange_is_played_once() {
    let replay = replay();
    let client = client(&replay);
    DeleteTask::new(7).send(&client).await.unwrap();
    let text = is_unexpected(DeleteTask::new(7).send(&client).await);
    let why =
        "it was sent more often than it was recorded: once, last as DeleteTask (the recording:3)";
    assert!(text.ends_with(why), "{text}");
    failure_of(&replay);
}

#[tokio::test]
async fn the_order_counts_if_the_user_asks() {
    let replay = replay().in_order();
    let client = client(&replay);
    let text = is_unexpected(DeleteTask::new(7).send(&client).await);
    let why = "the next request of the recording is UpdateTask (the recording:2)\n";
    assert!(text.contains(why), "{text}");
    update().send(&client).await.unwrap();
    DeleteTask::new(7).send(&client).await.unwrap();
    failure_of(&replay);
}

#[tokio::test]
async fn unplayed_exchanges_are_reported_only_on_request() {
    drop(replay());
    let text = failure_of(&replay());
    assert!(text.contains("DeleteTask (the recording:3)"), "{text}");
    let replay = replay();
    is_unexpected(DeleteTask::new(8).send(&client(&replay)).await);
    let text = panic_of(|| drop(replay));
    assert!(text.contains("DELETE /root/tasks/8/") && !text.contains("not requested"), "{text}");
}

#[tokio::test]
async fn credentials_are_in_no_report() {
    let replay = replay();
    let builders = [
        Client::builder("").replay(&replay).api_key("CANARY-key"),
        Client::builder("").replay(&replay).auth(plane_api::Auth::query("k", "CANARY-key")),
        Client::builder("").replay(&replay).bearer_token("CANARY-key"),
    ];
    let mut shown = String::new();
    for builder in builders {
        shown += &is_unexpected(update().name("CANARY-key").send(&builder.build().unwrap()).await);
    }
    let client = client(&replay);
    let value = HeaderValue::from_static("Bearer CANARY-key");
    let call = client.call(&update().name("z")).header(header::AUTHORIZATION, value);
    shown += &is_unexpected(call.send().await);
    shown += &failure_of(&replay);
    assert!(shown.contains("if-match") && !shown.contains("CANARY"), "{shown}");
}

#[tokio::test]
async fn redacted_parts_match_any_text_and_nothing_else_does() {
    let redacted = [
        ("projects/p/", "projects/REDACTED/"),
        ("tasks/7/\",", "tasks/REDACTED/\","),
        ("tag=a&tag=b", "tag=xREDACTEDy&tag=b"),
        ("\"v1\"", "\"v REDACTED of REDACTED!\""),
        (
            "{\"labels\":[\"a\"],\"name\":\"x\"}",
            "{\"labels\":[\"REDACTED\"],\"name\":\"a-REDACTED\"}",
        ),
        ("a=1&b=2", "a=REDACTED&b=2"),
    ];
    let recording = redacted.iter().fold(RECORDING.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    let update = || {
        let update =
            UpdateTask::new("acme", 7).notify(true).tag(["x-1-y", "b"]).version("v 1 of 2!");
        update.name("a-b").labels(["c"])
    };
    let form = || Form::new("any").b("2");
    let replay = Replay::read(recording.as_bytes()).unwrap();
    update().send(&client(&replay)).await.unwrap();
    form().send(&client(&replay)).await.unwrap();

    let replay = Replay::read(recording.as_bytes()).unwrap();
    for wrong in [
        update().tag(["x-1", "b"]),
        update().tag(["x-1-y", "c"]),
        update().version("v 1 or 2!"),
        update().name("b-a"),
        update().labels(["c", "d"]),
    ] {
        let sent = wrong.send(&client(&replay)).await;
        assert!(sent.is_err());
    }
    let text = is_unexpected(form().b("3").send(&client(&replay)).await);
    is_unexpected(DeleteLabel::new(7, 8).send(&client(&replay)).await);
    // A redacted part is no difference.
    assert!(text.contains("    body.a: \"any\"\n  - body.b: \"2\"\n  + body.b: \"3\""), "{text}");
    failure_of(&replay);
}
