//! Responses of a real Community Edition 1.3.1 to calls of a typed client: the sandbox responds the same way.

use plane_api::sandbox::Sandbox;
use serde_json::{Value, json};

use super::wire::{CUSTOMERS, PROJECTS, call, delete, get, patch, post};

/// A sandbox with one project, and its path.
async fn with_project() -> (Sandbox, String) {
    let sandbox = Sandbox::start().await.unwrap();
    let body = json!({ "name": "Rocket", "identifier": "ROC" });
    let path = format!("{PROJECTS}{}/", post(&sandbox, PROJECTS, body).await.id());
    (sandbox, path)
}

/// Returns this field of each object in a list.
async fn listed(sandbox: &Sandbox, target: &str, field: &str) -> Vec<Value> {
    let page = get(sandbox, target).await.json();
    let results = page["results"].as_array().unwrap_or_else(|| panic!("{target}: {page}"));
    results.iter().map(|object| object[field].clone()).collect()
}

#[tokio::test]
async fn a_new_state_or_sticky_is_the_last() {
    let (sandbox, project) = with_project().await;
    let states = format!("{project}states/");
    for (name, sequence) in [("a", 65_535.0), ("b", 80_535.0)] {
        let body = json!({ "name": name, "color": "#fff", "sequence": 12.5 });
        assert_eq!(post(&sandbox, &states, body).await.json()["sequence"], sequence);
    }
    let stickies = "/api/v1/workspaces/sandbox/stickies/";
    let sticky = post(&sandbox, stickies, json!({ "sort_order": 3.5 })).await;
    assert_eq!(sticky.json()["sort_order"], 65_535.0);
    let path = format!("{stickies}{}/", sticky.id());
    let moved = patch(&sandbox, &path, json!({ "sort_order": 3.5 })).await;
    assert_eq!(moved.json()["sort_order"], 3.5);
    assert_eq!(sticky.header("allow"), Some("GET, POST, HEAD, OPTIONS"));
    assert_eq!(moved.header("allow"), Some("GET, PUT, PATCH, DELETE, HEAD, OPTIONS"));
}

#[tokio::test]
async fn a_lead_is_rejected_after_the_project_was_created() {
    let sandbox = Sandbox::start().await.unwrap();
    let body =
        json!({ "name": "Rocket", "identifier": "ROC", "project_lead": super::wire::NOBODY });
    let reply = post(&sandbox, PROJECTS, body).await;
    reply.is(400, &json!({ "error": "Please provide valid detail" }));
    assert_eq!(listed(&sandbox, PROJECTS, "name").await, ["Rocket"]);
    let again = post(&sandbox, PROJECTS, json!({ "name": "Rocket", "identifier": "R2" })).await;
    assert_eq!(again.status, 409);
}

#[tokio::test]
async fn a_taken_name_has_another_message_on_update() {
    let (sandbox, project) = with_project().await;
    for (path, error) in [
        ("labels/", "The payload is not valid"),
        ("states/", "The payload is not valid"),
        ("modules/", "Module with this name already exists"),
    ] {
        let path = format!("{project}{path}");
        let body = |name: &str| json!({ "name": name, "color": "#fff" });
        post(&sandbox, &path, body("a")).await;
        let other = format!("{path}{}/", post(&sandbox, &path, body("b")).await.id());
        patch(&sandbox, &other, json!({ "name": "a" })).await.is(400, &json!({ "error": error }));
        assert_eq!(patch(&sandbox, &other, json!({ "name": "b" })).await.status, 200);
    }
}

#[tokio::test]
async fn dates_are_in_order() {
    let (sandbox, project) = with_project().await;
    let (early, late) = ("2026-01-02", "2026-01-03");
    let rejected = json!({ "non_field_errors": ["Start date cannot exceed target date"] });
    for path in ["work-items/", "modules/"] {
        let path = format!("{project}{path}");
        let body = json!({ "name": "n", "start_date": late, "target_date": early });
        post(&sandbox, &path, body.clone()).await.is(400, &rejected);
        let body = json!({ "name": "n", "start_date": early, "target_date": early });
        let one = format!("{path}{}/", post(&sandbox, &path, body).await.id());
        let body = json!({ "start_date": late, "target_date": early });
        patch(&sandbox, &one, body).await.is(400, &rejected);
    }
    let cycles = format!("{project}cycles/");
    let one_day = json!({ "name": "n", "start_date": early });
    let error = "Both start date and end date are either required or are to be null";
    post(&sandbox, &cycles, one_day).await.is(400, &json!({ "error": error }));
    let body = json!({ "name": "n", "start_date": late, "end_date": early });
    let rejected = json!({ "non_field_errors": ["Start date cannot exceed end date"] });
    post(&sandbox, &cycles, body).await.is(400, &rejected);
}

#[tokio::test]
async fn a_cycle_that_is_over_stays_and_a_cleared_owner_is_the_user() {
    let (sandbox, project) = with_project().await;
    let cycles = format!("{project}cycles/");
    let over = json!({ "name": "n", "start_date": "2020-01-02", "end_date": "2020-01-03" });
    let over = format!("{cycles}{}/", post(&sandbox, &cycles, over).await.id());
    let error = "The Cycle has already been completed so it cannot be edited";
    patch(&sandbox, &over, json!({ "name": "m" })).await.is(400, &json!({ "error": error }));

    let draft = post(&sandbox, &cycles, json!({ "name": "draft" })).await;
    let user = draft.json()["owned_by"].clone();
    let path = format!("{cycles}{}/", draft.id());
    let other = json!({ "owned_by": super::wire::NOBODY });
    assert_eq!(patch(&sandbox, &path, other).await.json()["owned_by"], super::wire::NOBODY);
    let cleared = patch(&sandbox, &path, json!({ "owned_by": null })).await;
    assert!(user.is_string() && cleared.json()["owned_by"] == user);
}

#[tokio::test]
async fn values_out_of_bounds_are_rejected() {
    let (sandbox, project) = with_project().await;
    let triage = json!({ "name": "n", "color": "#fff", "group": "triage" });
    let rejected = json!({ "non_field_errors": ["Cannot create triage state"] });
    post(&sandbox, &format!("{project}states/"), triage).await.is(400, &rejected);
    for (field, good, bad) in [
        ("timezone", json!("Europe/Berlin"), json!("Mars/Olympus")),
        ("timezone", json!("UTC"), json!("x y")),
        ("archive_in", json!(12), json!(99)),
        ("close_in", json!(0), json!(-1)),
    ] {
        assert_eq!(patch(&sandbox, &project, json!({ field: good })).await.status, 200, "{field}");
        let reply = patch(&sandbox, &project, json!({ field: bad })).await;
        assert_eq!(reply.status, 400, "{field}");
        assert!(reply.json()[field].is_array(), "{field}");
    }
    let items = format!("{project}work-items/");
    assert_eq!(post(&sandbox, &items, json!({ "name": "n", "point": 12 })).await.status, 201);
    assert_eq!(post(&sandbox, &items, json!({ "name": "n", "point": 13 })).await.status, 400);
}

#[tokio::test]
async fn some_values_are_ignored_and_some_are_always_sent() {
    let (sandbox, project) = with_project().await;
    let items = format!("{project}work-items/");
    let item = post(&sandbox, &items, json!({ "name": "n" })).await.id();
    let comments = format!("{items}{item}/comments/");
    let first = post(&sandbox, &comments, json!({ "comment_html": "<p>a</p>" })).await.id();
    let answer = json!({ "comment_html": "<p>b</p>", "parent": first });
    assert_eq!(post(&sandbox, &comments, answer).await.json()["parent"], Value::Null);

    let modules = format!("{project}modules/");
    let module = post(&sandbox, &modules, json!({ "name": "m" })).await.id();
    let shown = get(&sandbox, &format!("{modules}{module}/?fields=id,name")).await.json();
    assert_eq!(shown, json!({ "id": module, "name": "m", "members": [] }));
}

#[tokio::test]
async fn lists_are_sorted_by_the_meaning_of_enum_values() {
    let (sandbox, project) = with_project().await;
    let mut states = Vec::new();
    for group in ["completed", "backlog"] {
        let body = json!({ "name": format!("not {group}"), "color": "#fff", "group": group });
        states.push(post(&sandbox, &format!("{project}states/"), body).await.id());
    }
    let labels = format!("{project}labels/");
    let label = post(&sandbox, &labels, json!({ "name": "bug" })).await.id();
    let items = format!("{project}work-items/");
    for (name, priority, state, labels) in [
        ("a", "low", &states[0], vec![]),
        ("b", "urgent", &states[1], vec![&label]),
        ("c", "high", &states[0], vec![]),
    ] {
        let body = json!({ "name": name, "priority": priority, "state": state, "labels": labels });
        assert_eq!(post(&sandbox, &items, body).await.status, 201);
    }
    for (order_by, names) in [
        ("priority", ["b", "c", "a"]),
        ("-priority", ["a", "c", "b"]),
        ("state__name", ["b", "c", "a"]),
        ("state__group", ["b", "c", "a"]),
        ("-state__group", ["c", "a", "b"]),
        ("labels__name", ["b", "c", "a"]),
        ("assignees__first_name", ["c", "b", "a"]),
    ] {
        let target = format!("{items}?order_by={order_by}");
        assert_eq!(listed(&sandbox, &target, "name").await, names, "{order_by}");
    }
    assert_eq!(get(&sandbox, &format!("{items}?order_by=state__color")).await.status, 500);
}

#[tokio::test]
async fn keys_follow_updates_and_deletes() {
    let sandbox = Sandbox::start().await.unwrap();
    let with =
        |name: &str, id: &str| json!({ "name": name, "external_source": "s", "external_id": id });
    let first = post(&sandbox, CUSTOMERS, with("a", "1")).await.id();
    let second = post(&sandbox, CUSTOMERS, with("b", "2")).await.id();
    let path = |id: &str| format!("{CUSTOMERS}{id}/");
    assert_eq!(patch(&sandbox, &path(&first), json!({ "external_id": "2" })).await.status, 409);
    assert_eq!(patch(&sandbox, &path(&first), json!({ "external_id": "3" })).await.status, 200);
    // `1` is free again, and `3` belongs to the first customer.
    assert_eq!(patch(&sandbox, &path(&second), json!({ "external_id": "1" })).await.status, 200);
    assert_eq!(post(&sandbox, CUSTOMERS, with("c", "3")).await.id(), first);
    assert_eq!(delete(&sandbox, &path(&first)).await.status, 204);
    let third = post(&sandbox, CUSTOMERS, with("a", "3")).await;
    assert!(third.status == 201 && third.id() != first);
    assert_eq!(call(&sandbox, "GET", &path(&first), b"").await.status, 404);
    assert_eq!(listed(&sandbox, CUSTOMERS, "name").await, ["a", "b"]);
}
