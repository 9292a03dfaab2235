//! Requests, and the expectations that they match.

use super::*;

fn update() -> UpdateTask {
    UpdateTask::new("p", 7).name("x").labels(["a", "b"]).notify(true).version("v1")
}

#[endpoint(POST, "/payments")]
struct Pay {
    #[idempotency_key("Idempotency-Key")]
    key: Option<String>,
}

#[tokio::test(start_paused = true)]
async fn a_generated_idempotency_key_is_not_compared() {
    let mock = Mock::plane();
    mock.expect(&Pay::new()).reply(Reply::rate_limited(1)).reply(json!({})).times(2);
    mock.expect(&Pay::new().key("k")).reply(json!({}));
    let client = mock.client();
    Pay::new().send(&client).await.unwrap();
    Pay::new().key("k").send(&client).await.unwrap();
    let keys: Vec<_> =
        mock.calls().iter().map(|it| it.headers["idempotency-key"].clone()).collect();
    assert!(keys[0] == keys[1] && keys[0].len() == 32 && keys[2] == "k", "{keys:?}");
}

#[tokio::test]
async fn only_an_equal_request_matches() {
    let others = [
        UpdateTask::new("q", 7).name("x").labels(["a", "b"]).notify(true).version("v1"),
        UpdateTask::new("p", 8).name("x").labels(["a", "b"]).notify(true).version("v1"),
        update().name("y"),
        update().labels(["b", "a"]),
        update().labels(["a"]),
        update().notify(false),
        update().version("v2"),
        UpdateTask::new("p", 7).name("x").labels(["a", "b"]).notify(true),
        UpdateTask::new("p", 7).name("x").labels(["a", "b"]).version("v1"),
        UpdateTask::new("p", 7).notify(true).version("v1"),
    ];
    for other in others {
        let mock = Mock::new();
        mock.expect(&update()).reply(json!({"id": 7}));
        is_unexpected(other.send(&mock.client()).await);
        assert_eq!(update().send(&mock.client()).await.unwrap(), Task { id: 7 });
        failure_of(&mock);
    }
}

#[tokio::test]
async fn the_order_of_a_query_counts_within_a_name_only() {
    #[endpoint(GET, "/tasks/")]
    pub struct Ahead {
        pub label: Vec<&'static str>,
        pub page: u32,
    }

    #[endpoint(GET, "/tasks/")]
    pub struct Behind {
        pub page: u32,
        pub label: Vec<&'static str>,
    }

    let mock = Mock::new();
    mock.expect(&Ahead::new(1).label(["a", "b"]));
    let client = mock.client();
    Behind::new(1).label(["a", "b"]).send(&client).await.unwrap();
    mock.verify();
    is_unexpected(Behind::new(1).label(["b", "a"]).send(&client).await);
    is_unexpected(Behind::new(1).label(["a", "b", "b"]).send(&client).await);
    failure_of(&mock);
}

#[tokio::test]
async fn json_is_compared_by_value_and_anything_else_by_byte() {
    #[endpoint(PATCH, "/projects/<project>/tasks/<task>/")]
    pub struct Reordered {
        pub project: String,
        pub task: u32,
        pub labels: Vec<&'static str>,
        pub name: String,
        #[query]
        pub notify: bool,
        #[header("If-Match")]
        pub version: String,
    }

    let mock = Mock::new();
    mock.expect(&update()).reply(json!({"id": 7}));
    mock.expect(&PutFile::new("a", "{\"a\": 1}")).reply(Reply::new(StatusCode::OK).body("done"));
    let client = mock.client();
    Reordered::new("p", 7, ["a", "b"], "x", true, "v1").send(&client).await.unwrap();
    assert_eq!(PutFile::new("a", "{\"a\": 1}").send(&client).await.unwrap(), "done");
    mock.verify();
    is_unexpected(PutFile::new("a", "{\"a\":1}").send(&client).await);
    failure_of(&mock);
}

#[endpoint(PUT, "/numbers")]
pub struct PutNumbers {
    #[header("Content-Type")]
    pub content_type: &'static str,
    #[body]
    pub body: Bytes,
}

#[tokio::test]
async fn json_is_compared_as_it_is_on_the_wire() {
    let put = |json: &'static str| PutNumbers::new("application/json", json);
    for (expected, other) in [
        (r#"{"n":18446744073709551616}"#, r#"{"n":18446744073709551617}"#),
        (r#"{"n":-9223372036854775809}"#, r#"{"n":-9223372036854775810}"#),
        (r#"[123456789012345678901234567890]"#, r#"[123456789012345678901234567891]"#),
        (r#"[1234567890123456789.25]"#, r#"[1234567890123456789.5]"#),
        (r#"{"a":{"b":1,"b":2}}"#, r#"{"a":{"b":2}}"#),
        (r#"{"a":1,"a":2}"#, r#"{"a":3,"a":2}"#),
        (r#"{"a":1,"a":2}"#, r#"{"a":2,"a":1}"#),
    ] {
        let mock = Mock::new();
        mock.expect(&put(expected)).times(1);
        let text = is_unexpected(put(other).send(&mock.client()).await);
        assert!(text.contains("\n  - body") || text.contains("\n  + body"), "{text}");
        put(expected).send(&mock.client()).await.unwrap();
        failure_of(&mock);
    }
    let mock = Mock::new();
    mock.expect(&put(r#"{"a":1.50,"b":[18446744073709551616]}"#));
    put(r#" { "b" : [18446744073709551616], "a": 15e-1 }"#).send(&mock.client()).await.unwrap();
}

/// A hand-written request, whose description does not mention its header.
struct ByHand(&'static str);

impl Endpoint for ByHand {
    type Response = ();
    const SPEC: &'static Spec = &Spec::new("ByHand", Method::GET, "/by-hand");

    fn encode(&self, writer: &mut RequestWriter) {
        writer.header("x-token", self.0);
    }

    fn decode(_: RawResponse) -> Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn headers_that_a_request_sets_by_hand_are_compared() {
    let mock = Mock::new();
    mock.expect(&ByHand("a"));
    mock.client().send(&ByHand("a")).await.unwrap();
    is_unexpected(mock.client().send(&ByHand("b")).await);
    failure_of(&mock);
}

/// A multipart body, whose boundary is different each time.
struct Parts(&'static str, &'static str);

impl Endpoint for Parts {
    type Response = ();
    const SPEC: &'static Spec = &Spec::new("Parts", Method::POST, "/parts");

    fn encode(&self, writer: &mut RequestWriter) {
        let Self(boundary, value) = self;
        writer.header("content-type", &format!("multipart/form-data; boundary={boundary}"));
        let body = format!("--{boundary}\r\n\r\n{value}\r\n--{boundary}--\r\n");
        writer.body_bytes(&body.into());
    }

    fn decode(_: RawResponse) -> Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_boundary_of_a_multipart_body_is_not_compared() {
    let mock = Mock::new();
    mock.expect(&Parts("4f", "a"));
    mock.client().send(&Parts("7c", "a")).await.unwrap();
    assert_eq!(mock.calls()[0].body, "--boundary\r\n\r\na\r\n--boundary--\r\n");
    is_unexpected(mock.client().send(&Parts("4f", "b")).await);
    failure_of(&mock);
}

#[tokio::test]
async fn the_clients_additions_are_not_compared_for_any_server() {
    let mock = Mock::new();
    mock.expect(&GetTask::new("p", 7).label(["a b"])).reply(json!({"id": 7})).times(3);
    let request = GetTask::new("p", 7).label(["a b"]);
    let own = mock.client_builder().base_url("https://task.test/sub").api_root("/v2");
    let client = own.user_agent("own/1").bearer_token("sesame").build().unwrap();
    request.send(&client).await.unwrap();
    client.call(&request).header(header::IF_MATCH, "v1".parse().unwrap()).send().await.unwrap();
    let bare = mock.client_builder().api_root("").build().unwrap();
    request.send(&bare).await.unwrap();
    assert!(mock.calls().iter().all(|call| call.path == "/projects/p/tasks/7/"));
}

#[tokio::test]
async fn an_expectation_by_type_matches_any_values() {
    let mock = Mock::new();
    mock.expect_any::<GetTask>().reply(json!({"id": 1}));
    mock.expect(&GetTask::new("p", 2)).reply(json!({"id": 2}));
    let client = mock.client();
    for (task, id) in [(3, 1), (2, 2), (2, 2), (4, 1)] {
        assert_eq!(GetTask::new("p", task).send(&client).await.unwrap().id, id);
    }
    mock.verify();
    is_unexpected(DeleteTask::new(2).send(&client).await);
    failure_of(&mock);
}

#[tokio::test]
async fn equal_expectations_are_met_one_after_another() {
    let mock = Mock::new();
    mock.expect(&GetTask::new("p", 7)).reply(json!({"id": 1}));
    mock.expect(&GetTask::new("p", 7)).reply(json!({"id": 2})).reply(json!({"id": 3}));
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(GetTask::new("p", 7).send(&mock.client()).await.unwrap().id);
    }
    assert_eq!(ids, [1, 2, 3, 3, 3]);
}

#[tokio::test]
async fn the_number_of_calls_is_checked() {
    for (times, fitting) in [("once", vec![1]), ("range", vec![2, 3]), ("from", vec![1, 2, 3])] {
        for count in 0..4 {
            let mock = Mock::new();
            let expectation = mock.expect(&DeleteTask::new(7));
            match times {
                "once" => expectation.times(1),
                "range" => expectation.times(2..4),
                _ => expectation.times(1..),
            };
            let mut rejected = 0;
            for _ in 0..count {
                rejected += u32::from(DeleteTask::new(7).send(&mock.client()).await.is_err());
            }
            let is_too_often = count > *fitting.last().unwrap() && times != "from";
            assert_eq!(rejected > 0, is_too_often, "{times} {count}");
            if fitting.contains(&count) {
                mock.verify();
            } else {
                let report = failure_of(&mock);
                assert!(report.contains("\nexpected "), "{report}");
            }
        }
    }
}

#[tokio::test]
async fn any_number_of_calls_or_none_can_be_expected() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(1)).times(..);
    mock.expect(&DeleteTask::new(2)).times(0);
    mock.expect(&DeleteTask::new(3)).times(..=1);
    mock.verify();
    DeleteTask::new(1).send(&mock.client()).await.unwrap();
    DeleteTask::new(3).send(&mock.client()).await.unwrap();
    mock.verify();
    let text = is_unexpected(DeleteTask::new(2).send(&mock.client()).await);
    assert!(
        text.contains("\nexpected no calls to DeleteTask (") && text.ends_with(", got one more"),
        "{text}"
    );
    failure_of(&mock);
}

#[tokio::test]
async fn without_an_order_calls_may_come_in_any_order() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(1));
    mock.expect(&DeleteTask::new(2));
    for task in [2, 1, 2] {
        DeleteTask::new(task).send(&mock.client()).await.unwrap();
    }
}

#[tokio::test]
async fn an_order_is_kept() {
    let ordered = || {
        let mock = Mock::new().in_order();
        mock.expect(&DeleteTask::new(1)).times(1..=2);
        mock.expect(&DeleteTask::new(9)).times(..);
        mock.expect(&DeleteTask::new(2));
        mock.expect(&DeleteTask::new(1));
        mock
    };
    for right in [&[1, 2, 1][..], &[1, 1, 2, 2, 1, 1], &[9, 1, 9, 2, 9, 1, 9]] {
        let mock = ordered();
        for task in right {
            DeleteTask::new(*task).send(&mock.client()).await.unwrap();
        }
    }
    let wrong = [(&[2][..], "only after"), (&[1, 1, 1], "only after"), (&[1, 2, 1, 2], "before")];
    for (wrong, words) in wrong {
        let mock = ordered();
        let (last, before) = wrong.split_last().unwrap();
        for task in before {
            DeleteTask::new(*task).send(&mock.client()).await.unwrap();
        }
        let text = is_unexpected(DeleteTask::new(*last).send(&mock.client()).await);
        assert!(text.contains(&format!("is expected {words}")), "{text}");
        failure_of(&mock);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn threads_share_a_mock() {
    let mock = Mock::new();
    mock.expect_any::<GetTask>()
        .reply_with(|call| {
            Reply::from(json!({"id": call.path_params["task"].parse::<u32>().unwrap()}))
        })
        .times(64);
    let client = mock.client();
    let tasks: Vec<_> =
        (0..64).map(|task| tokio::spawn(GetTask::new("p", task).send(&client))).collect();
    for (id, task) in (0..).zip(tasks) {
        assert_eq!(task.await.unwrap().unwrap(), Task { id });
    }
    assert_eq!(mock.calls().len(), 64);
}

#[test]
fn a_request_that_cannot_be_sent_is_not_expected() {
    let text = panic_of(|| {
        Mock::new().expect(&GetTask::new("..", 7));
    });
    assert!(text.starts_with("the expected request cannot be sent: "), "{text}");
}
