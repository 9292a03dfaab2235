//! Messages of a mock, and when they are reported.

use super::*;

/// Returns the text without line numbers, which change.
fn without_lines(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(start) = text.find(" (tests/tests/suite/testing/failures.rs:") {
        let end = start + text[start..].find(')').unwrap();
        text.replace_range(start..=end, "");
    }
    text
}

#[tokio::test]
async fn an_unexpected_request_is_shown_beside_what_was_expected() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(7));
    mock.expect(&UpdateTask::new("p", 7).name("x").labels(["a"]).notify(true).version("v1"));
    mock.expect_any::<ListTasks>();
    mock.expect_any::<GetTask>().times(..);
    let sent = UpdateTask::new("p", 7).name("y").labels(["a", "b"]).version("v1");
    let text = is_unexpected(sent.send(&mock.client()).await);
    let expected = r#"unexpected request UpdateTask:
    PATCH /projects/p/tasks/7/
    header.if-match: "v1"
    header.content-type: "application/json"
    body.labels[0]: "a"
    body.labels[1]: "b"
    body.name: "y"
compared with UpdateTask, - expected, + sent:
    PATCH /projects/p/tasks/7/
  - query.notify: "true"
    header.if-match: "v1"
    header.content-type: "application/json"
    body.labels[0]: "a"
  - body.name: "x"
  + body.name: "y"
  + body.labels[1]: "b"
other expectations:
    DELETE /tasks/7/, DeleteTask
    GET /tasks/, any ListTasks
    GET /projects/{project}/tasks/{task}/, any GetTask"#;
    assert_eq!(without_lines(&text), expected);

    let report = failure_of(&mock);
    assert!(report.contains(&text), "{report}");
    let unmet = "\nexpected at least 1 call to DeleteTask, got 0:\n    DELETE /tasks/7/\n";
    assert!(without_lines(&report).contains(unmet), "{report}");
    let unmet = "\nexpected at least 1 call to ListTasks, got 0:\n    GET /tasks/\n";
    assert!(without_lines(&report).contains(unmet), "{report}");
    assert!(!report.contains("to GetTask"), "{report}");
}

#[tokio::test]
async fn the_most_similar_requests_come_first_and_the_rest_is_counted() {
    let mock = Mock::new();
    for task in 0..20 {
        mock.expect(&DeleteTask::new(task)).times(..);
    }
    for (name, version) in [("a", "v1"), ("b", "v1"), ("c", "v2"), ("d", "v2")] {
        mock.expect(&UpdateTask::new("p", 7).name(name).version(version)).times(..);
    }
    let sent = UpdateTask::new("p", 7).name("d").version("v1");
    let text = is_unexpected(sent.send(&mock.client()).await);
    let names = ["body.name: \"a\"", "body.name: \"b\"", "header.if-match: \"v2\""];
    let at = names.map(|name| text.find(&format!("  - {name}")).unwrap());
    assert!(at.is_sorted(), "{text}");
    assert!(text.contains("\nand 1 more with more differences\n"), "{text}");
    assert!(text.ends_with("\n    and 10 more"), "{text}");
    failure_of(&mock);
}

#[tokio::test]
async fn an_error_shows_what_is_wrong_by_itself() {
    let mock = Mock::new();
    let error = DeleteTask::new(7).send(&mock.client()).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("417 Expectation Failed: unexpected request DeleteTask: ")
            && text.ends_with("no requests are expected"),
        "{text}"
    );
    failure_of(&mock);
}

#[tokio::test]
async fn bodies_that_are_not_json_are_shown_where_they_differ() {
    let body = |end: &str| format!("{}{end}", "x".repeat(1000));
    let mock = Mock::new();
    mock.expect(&PutFile::new("f", body("old")));
    let text = is_unexpected(PutFile::new("f", body("new")).send(&mock.client()).await);
    let context = "x".repeat(100);
    for line in [
        format!("  - body: \"{context}old\" (900 to 1003 of 1003 bytes)\n"),
        format!("  + body: \"{context}new\" (900 to 1003 of 1003 bytes)"),
    ] {
        assert!(text.contains(&line), "{text}");
    }
    failure_of(&mock);
}

#[tokio::test]
async fn a_mock_that_is_dropped_is_verified() {
    let text = panic_of(|| {
        let mock = Mock::new();
        mock.expect(&DeleteTask::new(7));
    });
    assert!(text.contains("DeleteTask (tests/tests/suite/testing/failures.rs:"), "{text}");

    let mock = Mock::new();
    mock.expect(&DeleteTask::new(7));
    is_unexpected(DeleteTask::new(8).send(&mock.client()).await);
    DeleteTask::new(7).send(&mock.client()).await.unwrap();
    let text = panic_of(|| drop(mock));
    assert!(text.contains("unexpected request DeleteTask:\n    DELETE /tasks/8/"), "{text}");
}

#[test]
fn a_test_that_fails_already_is_not_disturbed() {
    let text = panic_of(|| {
        let mock = Mock::new();
        mock.expect(&DeleteTask::new(7));
        panic!("the test's own");
    });
    assert_eq!(text, "the test's own");
}

#[test]
fn a_failure_is_reported_once() {
    let mock = Mock::new();
    mock.expect(&DeleteTask::new(7));
    failure_of(&mock);
    mock.verify();
    drop(mock);
}

#[tokio::test]
async fn many_unexpected_requests_make_no_endless_report() {
    let mock = Mock::new();
    for task in 0..100 {
        is_unexpected(DeleteTask::new(task).send(&mock.client()).await);
    }
    let report = failure_of(&mock);
    assert!(report.contains("and 97 more unexpected requests"), "{report}");
    assert_eq!(mock.calls().len(), 100);
}

#[tokio::test]
async fn credentials_are_never_shown() {
    const KEY: &str = "plane_api_CANARY";
    let mock = Mock::new();
    mock.expect(&UpdateTask::new("p", 7).version("v1"));
    let builders = [
        mock.client_builder().api_key(KEY),
        mock.client_builder().bearer_token(KEY),
        mock.client_builder().auth(plane_api::Auth::header(header::COOKIE, KEY)),
    ];
    let mut shown = String::new();
    for builder in builders {
        let error = UpdateTask::new("p", 8).send(&builder.build().unwrap()).await.unwrap_err();
        shown += &format!("{error} {error:?} {}", error.detail().unwrap());
    }
    let (client, value) = (mock.client(), format!("Bearer {KEY}").parse().unwrap());
    let call = client.call(&UpdateTask::new("p", 8)).header(header::AUTHORIZATION, value);
    shown += &is_unexpected(call.send().await);
    shown += &format!("{:?} {mock:?} {}", mock.calls(), failure_of(&mock));
    assert!(shown.contains("if-match") && !shown.contains("CANARY"), "{shown}");
}
