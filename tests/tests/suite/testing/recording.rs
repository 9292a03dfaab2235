//! Requests that a mock records.

use super::*;

#[tokio::test]
async fn a_recorded_call_has_its_parts() {
    let mock = Mock::new();
    mock.expect_any::<UpdateTask>().reply(json!({"id": 7}));
    let request = UpdateTask::new("p q", 7).name("x").notify(true).version("v1");
    request.send(&mock.client()).await.unwrap();

    let [call] = mock.calls().try_into().unwrap();
    assert_eq!(
        (call.spec.name, call.spec.path),
        ("UpdateTask", "/projects/{project}/tasks/{task}/")
    );
    assert_eq!(call.spec.method, Method::PATCH);
    assert_eq!(call.path, "/projects/p%20q/tasks/7/");
    assert_eq!((&*call.path_params["project"], &*call.path_params["task"]), ("p q", "7"));
    assert_eq!(call.query, [("notify".to_owned(), "true".to_owned())]);
    assert_eq!(call.json, json!({"name": "x"}));
    assert_eq!(call.body, r#"{"name":"x"}"#);
    assert_eq!(call.headers["if-match"], "v1");
    assert!(call.headers["user-agent"].to_str().unwrap().starts_with("plane-api/"));
    assert!(!call.headers.contains_key("x-api-key"));
    assert_eq!(call.attempt, 1);
}

#[tokio::test]
async fn unexpected_calls_and_bodies_without_json_are_remembered() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(7));
    DeleteTask::new(7).send(&mock.client()).await.unwrap();
    is_unexpected(PutFile::new("a", "{}").send(&mock.client()).await);
    let calls = mock.calls();
    let seen: Vec<_> = calls.iter().map(|call| (call.spec.name, &call.json, &*call.body)).collect();
    assert_eq!(seen, [("DeleteTask", &Value::Null, &b""[..]), ("PutFile", &Value::Null, b"{}")]);
    failure_of(&mock);
}

#[tokio::test]
async fn a_client_outlives_its_mock() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(7)).times(..);
    let client: Client = mock.client();
    mock.verify();
    drop(mock);
    DeleteTask::new(7).send(&client).await.unwrap();
}

#[tokio::test]
async fn streams_are_not_compared_but_recorded_as_a_whole() {
    #[endpoint(PUT, "/files/<file>" -> ())]
    pub struct Upload {
        #[body]
        pub content: plane_api::Body,
    }

    let stream = |text: &'static str| plane_api::Body::reader(text.as_bytes());
    let mock = Mock::new();
    mock.expect(&Upload::new("a", stream("expected")));
    mock.expect(&Upload::new("b", stream("expected"))).times(0);
    Upload::new("a", stream("sent")).send(&mock.client()).await.unwrap();
    assert_eq!(mock.calls()[0].body, "sent");
    let short = Upload::new("a", stream("sent").with_content_length(9)).send(&mock.client()).await;
    assert_eq!(short.unwrap_err().kind(), ErrorKind::Request);
    assert_eq!(mock.calls().len(), 1, "an incomplete request does not arrive");
}

#[tokio::test]
async fn multipart_bodies_are_compared_whatever_their_boundary() {
    #[endpoint(POST, "/files/" -> (), multipart)]
    struct Upload {
        file: plane_api::FilePart,
    }
    let upload = |text| Upload::new(plane_api::FilePart::new("a.txt", text));
    let mock = Mock::new();
    mock.expect(&upload("same")).reply(());
    upload("same").send(&mock.client()).await.unwrap();
    let calls = mock.calls();
    assert_eq!(calls[0].headers["content-type"], "multipart/form-data; boundary=boundary");
    assert!(
        calls[0].body.starts_with(b"--boundary\r\n")
            && calls[0].body.ends_with(b"--boundary--\r\n")
    );
}

#[endpoint(POST, "/files/" -> (), multipart)]
struct Attach {
    title: String,
    first: plane_api::FilePart,
    note: Option<String>,
    second: Option<plane_api::FilePart>,
}

#[tokio::test]
async fn a_multipart_body_is_compared_except_for_its_streams() {
    let file = |name: &str, text: &'static str| {
        let stream = plane_api::Body::reader(text.as_bytes());
        plane_api::FilePart::new(name, stream.with_content_length(text.len() as u64))
    };
    let expected = || Attach::new("t", file("a.txt", "expected")).note("n").second(file("b", "x"));
    let equals = [
        Attach::new("t", file("a.txt", "sent")).note("n").second(file("b", "")),
        Attach::new("t", plane_api::FilePart::new("a.txt", "bytes"))
            .note("n")
            .second(file("b", "--")),
    ];
    let others = [
        Attach::new("u", file("a.txt", "expected")).note("n").second(file("b", "x")),
        Attach::new("t", file("b.txt", "expected")).note("n").second(file("b", "x")),
        Attach::new("t", file("a.txt", "expected")).note("m").second(file("b", "x")),
        Attach::new("t", file("a.txt", "expected")).second(file("b", "x")),
        Attach::new("t", file("a.txt", "expected")).note("n"),
        Attach::new("t", file("a.txt", "expected")).note("n").second(file("c", "x")),
    ];
    for equal in equals {
        let mock = Mock::new();
        let request = expected();
        mock.expect(&request);
        equal.send(&mock.client()).await.unwrap();
        // Expected requests can still be sent.
        request.send(&mock.client()).await.unwrap();
    }
    for other in others {
        let mock = Mock::new();
        mock.expect(&expected()).times(..);
        let text = is_unexpected(other.send(&mock.client()).await);
        assert!(text.contains("\n  - body") && text.contains("\n  + body"), "{text}");
        failure_of(&mock);
    }
}

#[test]
fn a_model_is_made_from_json() {
    let task: Task = plane_api::testing::model(json!({"id": 7, "more": true}));
    assert_eq!(task, Task { id: 7 });
    let page: Page<Task> = plane_api::testing::model(json!({"results": [{"id": 1}]}));
    assert_eq!(page.results, [Task { id: 1 }]);
    for (json, path, why) in [
        (
            json!({"results": [{"id": 1}, {"id": "two"}]}),
            "results[1].id",
            "invalid type: string \"two\"",
        ),
        (json!({"results": [{}]}), "results[0]", "missing field `id`"),
    ] {
        let text = panic_of(|| drop(plane_api::testing::model::<Page<Task>>(json)));
        assert!(text.starts_with("cannot decode the JSON into `"), "{text}");
        assert!(text.contains("Task") && text.contains(path) && text.contains(why), "{text}");
    }
}
