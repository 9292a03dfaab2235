//! Single assignees and labels: what is read, and what is written.

use plane_api::{Client, Delivery, ErrorKind, RetryPolicy, Value, v1::work_items::EditWorkItem};
use plane_tests::{Server, json};
use serde_json::json;

const ITEM: &str = "/api/v1/workspaces/acme/projects/p/work-items/w/";

/// A server with one work item, which merges every update into it.
async fn server(work_item: Value) -> Server {
    let reply = move |request: &plane_tests::Received| {
        let mut answer = work_item.clone();
        if let Ok(Value::Object(change)) = serde_json::from_slice(&request.body) {
            answer.as_object_mut().unwrap().extend(change);
        }
        json(200, &answer.to_string())
    };
    Server::start(reply).await.unwrap()
}

fn client(server: &Server) -> Client {
    let builder = Client::plane().base_url(server.url()).api_key("key");
    builder.retry(RetryPolicy::never()).build().unwrap()
}

fn edit() -> EditWorkItem {
    EditWorkItem::new("acme", "p", "w")
}

/// Returns the requests, except the first one, which reads the work item.
async fn written(work_item: Value, edit: EditWorkItem) -> Option<Value> {
    let server = server(work_item).await;
    let answer = edit.send(&client(&server)).await.unwrap();
    assert_eq!(answer.id, "w");
    let requests = server.requests();
    assert_eq!(requests[0].line(), format!("GET {ITEM}"));
    let write = requests.get(1)?;
    assert_eq!((write.line(), requests.len()), (format!("PATCH {ITEM}").as_str(), 2));
    let body: Value = serde_json::from_slice(&write.body).unwrap();
    for (key, value) in body.as_object().unwrap() {
        let answered = match key.as_str() {
            "assignees" => format!("{:?}", answer.assignees.as_ref().unwrap()),
            _ => format!("{:?}", answer.labels.as_ref().unwrap()),
        };
        assert_eq!(answered.matches("Ref(").count(), value.as_array().unwrap().len(), "{answered}");
    }
    Some(body)
}

#[tokio::test]
async fn adding_or_removing_one_keeps_the_others() {
    let item = || json!({"id": "w", "assignees": ["a", "b"], "labels": ["x"]});
    let cases = [
        (edit().add_assignee("c"), json!({"assignees": ["a", "b", "c"]})),
        (edit().remove_assignee("a"), json!({"assignees": ["b"]})),
        (edit().add_label("y"), json!({"labels": ["x", "y"]})),
        (edit().remove_label("x"), json!({"labels": []})),
        (
            edit().add_label("y").remove_label("x").remove_assignee("b").add_assignee("d"),
            json!({"assignees": ["a", "d"], "labels": ["y"]}),
        ),
        (edit().add_label("y").add_label("y"), json!({"labels": ["x", "y"]})),
    ];
    for (edit, expected) in cases {
        assert_eq!(written(item(), edit).await, Some(expected));
    }
}

#[tokio::test]
async fn unchanged_lists_are_not_sent() {
    let item = || json!({"id": "w", "assignees": ["a", {"id": "b"}], "labels": []});
    for edit in [
        edit(),
        edit().add_assignee("b"),
        edit().remove_label("x"),
        edit().add_label("y").remove_label("y"),
    ] {
        assert_eq!(written(item(), edit).await, None);
    }
}

#[tokio::test]
async fn a_list_without_a_response_is_not_erased() {
    let server = server(json!({"id": "w", "labels": []})).await;
    let error = edit().add_assignee("a").send(&client(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::NotSent));
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn each_item_is_sent_once() {
    let item =
        || json!({"id": "w", "assignees": ["a", "a", {"id": "b"}], "labels": ["x", "x", "x"]});
    assert_eq!(written(item(), edit().add_label("y")).await, Some(json!({"labels": ["x", "y"]})));
    let both = edit().add_assignee("c").remove_assignee("b").add_label("x");
    assert_eq!(written(item(), both).await, Some(json!({"assignees": ["a", "c"]})));
    // The other changes have no effect, so nothing is sent.
    assert_eq!(written(item(), edit().add_label("x").remove_assignee("z")).await, None);
}

/// A server with one work item, which responds to an update with another one.
async fn after(before: Value, after: Value) -> (Server, Client) {
    let reply = move |request: &plane_tests::Received| {
        let item = if request.line().starts_with("GET") { &before } else { &after };
        json(200, &item.to_string())
    };
    let server = Server::start(reply).await.unwrap();
    let client = client(&server);
    (server, client)
}

#[tokio::test]
async fn values_that_the_server_dropped_are_named() {
    let before = json!({"id": "w", "assignees": ["a"], "labels": ["x"]});
    for (answer, edit, names) in [
        (json!({"assignees": ["a"]}), edit().add_assignee("b"), vec!["assignee `b`"]),
        (json!({"assignees": []}), edit().add_assignee("b"), vec!["assignee `b`"]),
        (json!({"labels": ["x", "y"]}), edit().add_label("y").add_label("z"), vec!["label `z`"]),
        (
            json!({"assignees": null, "labels": [], "name": "n"}),
            edit().add_assignee("b").add_label("y").add_label("z"),
            vec!["label `y`", "label `z`"],
        ),
        (
            json!({"assignees": ["c"], "labels": ["x"]}),
            edit().add_assignee("b").add_assignee("c").add_label("y"),
            vec!["assignee `b`", "label `y`"],
        ),
    ] {
        let mut item = json!({"id": "w"});
        item.as_object_mut().unwrap().extend(answer.as_object().cloned().unwrap());
        let (server, client) = after(before.clone(), item).await;
        let error = edit.send(&client).await.unwrap_err();
        assert_eq!((error.delivery(), error.kind()), (Delivery::Applied, ErrorKind::Decode));
        let text = error.to_string();
        assert_eq!(text.matches('`').count() / 2, names.len(), "{text}");
        for name in names {
            assert!(text.contains(name), "{text}");
        }
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn only_added_values_are_checked() {
    let before = json!({"id": "w", "assignees": ["a", "b"], "labels": ["x"]});
    for (answer, edit) in [
        // Someone else removed `b` in the meantime.
        (json!({"id": "w", "assignees": ["c"]}), edit().add_assignee("c")),
        (json!({"id": "w", "assignees": []}), edit().remove_assignee("a").add_assignee("b")),
        // The response has no list, so it says nothing about the assignees.
        (json!({"id": "w"}), edit().add_label("y")),
        (json!({"id": "w", "labels": [{"id": "y"}]}), edit().add_label("y")),
    ] {
        let (_server, client) = after(before.clone(), answer).await;
        assert_eq!(edit.send(&client).await.unwrap().id, "w");
    }
}
