//! Projects and their work items.

use plane_api::sandbox::Sandbox;
use serde_json::{Value, json};

use super::wire::{NOBODY, PROJECTS, delete, get, patch, post};
use crate::responses;

fn denied() -> Value {
    json!({ "detail": "You do not have permission to perform this action." })
}

fn gone() -> Value {
    json!({ "error": "The requested resource does not exist." })
}

/// A sandbox with one project, and the path of its work items.
async fn with_project() -> (Sandbox, String) {
    let sandbox = Sandbox::start().await.unwrap();
    let project =
        post(&sandbox, PROJECTS, json!({ "name": "Rocket", "identifier": "ROC" })).await.id();
    (sandbox, work_items(&project))
}

fn work_items(project: &str) -> String {
    format!("{PROJECTS}{project}/work-items/")
}

/// The response of a real Plane, with this sandbox's ids and times.
fn recorded(label: &str, answered: &Value) -> Value {
    let mut body = responses::recorded(label)["body"].clone();
    for field in ["id", "created_at", "updated_at", "created_by", "workspace"] {
        assert!(answered[field].is_string(), "{field}");
        body[field] = answered[field].clone();
    }
    body
}

#[tokio::test]
async fn a_new_project_gets_the_response_recorded() {
    let sandbox = Sandbox::start().await.unwrap();
    let body = json!({ "name": "Rec 201345", "identifier": "rec201345" });
    let reply = post(&sandbox, PROJECTS, body).await;
    let expected = recorded("project: create minimal", &reply.json());
    reply.is(201, &expected);
    assert_eq!(reply.header("allow"), Some("GET, POST"));
    get(&sandbox, &format!("{PROJECTS}{}/", reply.id())).await.is(200, &expected);
}

#[tokio::test]
async fn projects_are_rejected_as_recorded() {
    let sandbox = Sandbox::start().await.unwrap();
    let required = json!(["This field is required."]);
    let blank = json!({ "name": ["This field may not be blank."] });
    let taken = json!({ "name": "The project name is already taken" });
    post(&sandbox, PROJECTS, json!({}))
        .await
        .is(400, &json!({ "name": required, "identifier": required }));
    post(&sandbox, PROJECTS, json!({ "name": "", "identifier": "Q" })).await.is(400, &blank);
    let rec = post(&sandbox, PROJECTS, json!({ "name": "Rec", "identifier": "rec" })).await;
    post(&sandbox, PROJECTS, json!({ "name": "Rec", "identifier": "x" })).await.is(409, &taken);
    post(&sandbox, PROJECTS, json!({ "name": "Other", "identifier": "REC" })).await.is(409, &taken);
    let other = post(&sandbox, PROJECTS, json!({ "name": "Other", "identifier": "oth" })).await;
    let path = format!("{PROJECTS}{}/", other.id());
    patch(&sandbox, &path, json!({ "identifier": "rec" })).await.is(409, &taken);
    let changed = patch(&sandbox, &path, json!({ "description": "d", "cycle_view": true })).await;
    assert_eq!((changed.status, &changed.json()["description"]), (200, &json!("d")));
    assert_eq!(changed.json()["updated_by"], rec.json()["created_by"]);
}

#[tokio::test]
async fn a_new_work_item_gets_the_response_recorded_but_for_its_state() {
    let (sandbox, path) = with_project().await;
    let reply = post(&sandbox, &path, json!({ "name": "First" })).await;
    let mut expected = recorded("work item: create minimal", &reply.json());
    expected["project"] = "00000000-0000-4000-8000-000000000003".into();
    expected["state"] = Value::Null;
    reply.is(201, &expected);
    get(&sandbox, &format!("{path}{}/", reply.id())).await.is(200, &expected);
}

#[tokio::test]
async fn work_items_are_numbered_in_their_project_and_no_number_comes_twice() {
    let (sandbox, path) = with_project().await;
    let other = json!({ "name": "Other", "identifier": "OTH" });
    let other = work_items(&post(&sandbox, PROJECTS, other).await.id());
    let place = |item: &Value| (item["sequence_id"].as_i64(), item["sort_order"].as_f64());

    let first = post(&sandbox, &path, json!({ "name": "1" })).await;
    assert_eq!(place(&first.json()), (Some(1), Some(65535.0)));
    let second = post(&sandbox, &path, json!({ "name": "2", "sort_order": 123.5 })).await;
    assert_eq!(place(&second.json()), (Some(2), Some(123.5)));
    let third = post(&sandbox, &path, json!({ "name": "3" })).await;
    assert_eq!(place(&third.json()), (Some(3), Some(75535.0)));
    delete(&sandbox, &format!("{path}{}/", third.id())).await.is_empty(204);
    let fourth = post(&sandbox, &path, json!({ "name": "4", "sequence_id": 1 })).await;
    assert_eq!(fourth.json()["sequence_id"], 4);
    let elsewhere = post(&sandbox, &other, json!({ "name": "1" })).await;
    assert_eq!(place(&elsewhere.json()), (Some(1), Some(65535.0)));
    assert_eq!(get(&sandbox, &path).await.json()["total_count"], 3);
}

#[tokio::test]
async fn work_items_are_rejected_as_recorded() {
    let (sandbox, path) = with_project().await;
    let date = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";
    let no_uuid = |text: &str| format!("\u{201c}{text}\u{201d} is not a valid UUID.");
    for (body, rejection) in [
        (json!({}), json!({ "name": ["This field is required."] })),
        (
            json!({ "name": "a", "priority": "meh" }),
            json!({ "priority": ["\"meh\" is not a valid choice."] }),
        ),
        (
            json!({ "name": "a", "priority": null }),
            json!({ "priority": ["This field may not be null."] }),
        ),
        (json!({ "name": "a", "start_date": "01/02/2026" }), json!({ "start_date": [date] })),
        (
            json!({ "name": "a", "start_date": "2026-03-01T00:00:00Z" }),
            json!({ "start_date": [date] }),
        ),
        (
            json!({ "name": "a", "labels": "zz" }),
            json!({ "labels": ["Expected a list of items but got type \"str\"."] }),
        ),
        (
            json!({ "name": "a", "labels": null }),
            json!({ "labels": ["This field may not be null."] }),
        ),
        (
            json!({ "name": "n".repeat(256), "labels": ["a"], "parent": "q", "sort_order": "w" }),
            json!({
                "labels": { "0": [no_uuid("a")] },
                "name": ["Ensure this field has no more than 255 characters."],
                "sort_order": ["A valid number is required."],
                "parent": [no_uuid("q")],
            }),
        ),
    ] {
        post(&sandbox, &path, body).await.is(400, &rejection);
    }
    assert_eq!(get(&sandbox, &path).await.json()["total_count"], 0);
}

#[tokio::test]
async fn an_external_reference_finds_one_work_item_and_belongs_to_one() {
    let (sandbox, path) = with_project().await;
    let body = json!({ "name": "a", "external_id": "W1", "external_source": "x" });
    let first = post(&sandbox, &path, body.clone()).await;
    let second = post(&sandbox, &path, json!({ "name": "b" })).await.id();
    let conflict = |id: &str| {
        let text = "Issue with the same external id and external source already exists";
        json!({ "error": text, "id": id })
    };
    post(&sandbox, &path, body.clone()).await.is(409, &conflict(&first.id()));
    let of_second = format!("{path}{second}/");
    patch(&sandbox, &of_second, body).await.is(409, &conflict(&second));

    let find = |query: &str| format!("{path}?{query}");
    get(&sandbox, &find("external_id=W1&external_source=x")).await.is(200, &first.json());
    let sparse = get(&sandbox, &find("external_id=W1&external_source=x&fields=name")).await;
    sparse.is(200, &json!({ "name": "a" }));
    get(&sandbox, &find("external_id=NOPE&external_source=x")).await.is(404, &gone());
    assert_eq!(get(&sandbox, &find("external_id=W1")).await.json()["total_count"], 2);
}

#[tokio::test]
async fn an_update_changes_and_clears() {
    let (sandbox, path) = with_project().await;
    let body =
        json!({ "name": "Full", "start_date": "2026-01-01", "point": 5, "assignees": [NOBODY] });
    let path = format!("{path}{}/", post(&sandbox, &path, body).await.id());
    let change =
        json!({ "name": "Full 2", "priority": "low", "assignees": [], "start_date": null });
    let changed = patch(&sandbox, &path, change.clone()).await.json();
    for (field, value) in change.as_object().unwrap() {
        assert_eq!(&changed[field], value, "{field}");
    }
    assert_eq!((&changed["point"], &changed["sequence_id"]), (&json!(5), &json!(1)));
    delete(&sandbox, &path).await.is_empty(204);
    get(&sandbox, &path).await.is(404, &gone());
    patch(&sandbox, &path, json!({ "name": "x" })).await.is(404, &gone());
}

#[tokio::test]
async fn work_items_of_no_project_are_403_and_do_not_count() {
    let sandbox = Sandbox::builder().rate_limit(10).start().await.unwrap();
    let path = work_items(NOBODY);
    let reply = post(&sandbox, &path, json!({ "name": "a" })).await;
    reply.is(403, &denied());
    assert_eq!(reply.header("x-ratelimit-remaining"), None);
    get(&sandbox, &path).await.is(403, &denied());
    get(&sandbox, &format!("{PROJECTS}{NOBODY}/")).await.is(404, &gone());

    let project = json!({ "name": "Rocket", "identifier": "ROC" });
    let project = post(&sandbox, PROJECTS, project).await.id();
    assert_eq!(post(&sandbox, &work_items(&project), json!({ "name": "a" })).await.status, 201);
    delete(&sandbox, &format!("{PROJECTS}{project}/")).await.is_empty(204);
    get(&sandbox, &work_items(&project)).await.is(403, &denied());
}
