//! Single assignees and labels: what is read, and what is written of it.

use plane_api::{Client, Delivery, ErrorKind, RetryPolicy, Value, v1::work_items::EditWorkItem};
use plane_tests::{Server, json};
use serde_json::json;

const ITEM: &str = "/api/v1/workspaces/acme/projects/p/work-items/w/";

/// A server that has one work item, and merges into it what it is sent.
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

/// What was asked, beside reading the work item first.
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
async fn one_more_or_one_less_keeps_the_others() {
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
async fn what_is_so_already_is_not_written() {
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
async fn a_list_that_is_not_answered_is_not_erased() {
    let server = server(json!({"id": "w", "labels": []})).await;
    let error = edit().add_assignee("a").send(&client(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Delivery::NotSent));
    assert_eq!(server.requests().len(), 1);
}
