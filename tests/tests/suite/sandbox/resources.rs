//! Resources of a project, and stickies: the responses match those of a real Plane.

use plane_api::sandbox::Sandbox;
use serde_json::{Value, json};

use super::wire::{NOBODY, PROJECTS, call, delete, get, patch, post};
use crate::responses::recorded;

const STICKIES: &str = "/api/v1/workspaces/sandbox/stickies/";

/// A sandbox with one project, and its path.
async fn with_project() -> (Sandbox, String) {
    let sandbox = Sandbox::start().await.unwrap();
    let body = json!({ "name": "Rocket", "identifier": "ROC" });
    let path = format!("{PROJECTS}{}/", post(&sandbox, PROJECTS, body).await.id());
    (sandbox, path)
}

/// Sends a recorded request, and asserts that the response has the same status and fields. The values are the same,
/// except ids, times and the fields in `but`.
async fn replay(sandbox: &Sandbox, path: &str, label: &str, but: &[&str]) -> Value {
    let line = recorded(label);
    let body = line.get("request").map(Value::to_string).unwrap_or_default();
    let method = line["method"].as_str().unwrap();
    let reply = call(sandbox, method, path, body.as_bytes()).await;
    assert_eq!(u64::from(reply.status), line["status"].as_u64().unwrap(), "{label}");
    assert_same(&reply.json(), &line["body"], label, but);
    reply.json()
}

fn assert_same(answer: &Value, recorded: &Value, label: &str, but: &[&str]) {
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    assert_eq!(keys(answer), keys(recorded), "{label}");
    for (name, value) in recorded.as_object().unwrap() {
        let is_id = |value: &Value| {
            value.as_str().is_some_and(|text| text.len() == NOBODY.len() && text.contains('-'))
        };
        if is_id(value) {
            assert!(is_id(&answer[name]) || but.contains(&name.as_str()), "{label}: {name}");
        } else if !name.ends_with("_at") && !but.contains(&name.as_str()) {
            assert_eq!(&answer[name], value, "{label}: {name}");
        }
    }
}

/// Creates, updates, gets, lists and deletes an object.
async fn live_through(
    sandbox: &Sandbox,
    path: &str,
    create: &str,
    update: &str,
    get_one: Option<&str>,
    but: &[&str],
) {
    let created = replay(sandbox, path, create, but).await;
    let one = format!("{path}{}/", created["id"].as_str().unwrap());
    let updated = replay(sandbox, &one, update, but).await;
    let got = get(sandbox, &one).await.json();
    for (name, value) in updated.as_object().unwrap() {
        assert_eq!(&got[name], value, "{update}: {name}");
    }
    if let Some(label) = get_one {
        let body = recorded(label)["body"].clone();
        let body = body["results"].get(0).cloned().unwrap_or(body);
        let values: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
        assert_same(&got, &body, label, &values);
    }
    let page = get(sandbox, path).await.json();
    assert_eq!((&page["total_count"], &page["results"][0]), (&json!(1), &got), "{create}");
    delete(sandbox, &one).await.is_empty(204);
    assert_eq!(get(sandbox, &one).await.status, 404);
    assert_eq!(get(sandbox, path).await.json()["total_count"], 0);
}

#[tokio::test]
async fn resources_live_as_recorded() {
    let (sandbox, project) = with_project().await;
    let at = |name: &str| format!("{project}{name}/");
    let but: &[_] = &["sequence", "slug"];
    live_through(&sandbox, &at("states"), "state: create", "state: update", None, but).await;
    let cycles = at("cycles");
    let but: &[_] = &["sort_order"];
    let (update, detail) = ("cycle: update dates", Some("cycle: detail"));
    live_through(&sandbox, &cycles, "cycle: create upcoming", update, detail, but).await;
    let (update, detail) = ("module: update", Some("module: detail"));
    live_through(&sandbox, &at("modules"), "module: create", update, detail, &[]).await;
    let but: &[_] = &["sort_order", "description_stripped"];
    live_through(&sandbox, STICKIES, "sticky: create", "sticky: update", None, but).await;

    let item = post(&sandbox, &at("work-items"), json!({ "name": "First" })).await.id();
    let below = |name: &str| format!("{project}work-items/{item}/{name}/");
    let but: &[_] = &["updated_by", "created_by", "metadata"];
    live_through(&sandbox, &below("links"), "link: create", "link: update", None, but).await;
    let (create, update) = ("comment: create empty body", "alias issues: comments: update");
    let but: &[_] = &["updated_by", "description"];
    let list = Some("comment: list after create");
    live_through(&sandbox, &below("comments"), create, update, list, but).await;
}

#[tokio::test]
async fn labels_are_in_order_and_their_names_unique() {
    let (sandbox, project) = with_project().await;
    let path = format!("{project}labels/");
    let body = json!({ "name": "bug", "color": "#f00", "description": "d" });
    let bug = post(&sandbox, &path, body).await;
    assert_eq!((bug.status, &bug.json()["sort_order"]), (201, &json!(65535.0)));
    replay(&sandbox, &path, "label: create minimal", &[]).await;
    replay(&sandbox, &path, "label: create keep", &[]).await;
    let text = "Label with the same name already exists in the project";
    let taken = json!({ "error": text, "id": bug.id() });
    post(&sandbox, &path, json!({ "name": "bug" })).await.is(409, &taken);
    let required = json!({ "name": ["This field is required."] });
    post(&sandbox, &path, json!({ "color": "#fff" })).await.is(400, &required);
}

#[tokio::test]
async fn cycles_and_modules_go_before_the_first_and_states_behind_the_last() {
    let (sandbox, project) = with_project().await;
    for (name, field, second) in [
        ("cycles", "sort_order", 55535.0),
        ("modules", "sort_order", 55535.0),
        ("states", "sequence", 80535.0),
    ] {
        let path = format!("{project}{name}/");
        let body = |name: &str| json!({ "name": name, "color": "#123456" });
        assert_eq!(post(&sandbox, &path, body("1")).await.json()[field], 65535.0, "{name}");
        assert_eq!(post(&sandbox, &path, body("2")).await.json()[field], second, "{name}");
        let first = get(&sandbox, &path).await.json()["results"][0]["name"].clone();
        assert_eq!(first, if name == "states" { "1" } else { "2" });
    }
}

#[tokio::test]
async fn resources_are_rejected_as_recorded() {
    let (sandbox, project) = with_project().await;
    let (states, modules) = (format!("{project}states/"), format!("{project}modules/"));
    let required = json!(["This field is required."]);
    post(&sandbox, &states, json!({}))
        .await
        .is(400, &json!({ "name": required, "color": required }));
    let group = json!({ "group": ["\"weird\" is not a valid choice."] });
    post(&sandbox, &states, json!({ "name": "q", "color": "#1", "group": "weird" }))
        .await
        .is(400, &group);
    let body = json!({ "name": "M1", "external_id": "M1", "external_source": "x" });
    let module = post(&sandbox, &modules, body).await.id();
    let text = "Module with this name already exists";
    post(&sandbox, &modules, json!({ "name": "M1" })).await.is(
        400,
        &json!({ "id": module, "code": "MODULE_NAME_ALREADY_EXISTS", "error": text, "message": text }),
    );
    let text = "Module with the same external id and external source already exists";
    let body = json!({ "name": "M9", "external_id": "M1", "external_source": "x" });
    post(&sandbox, &modules, body).await.is(409, &json!({ "error": text, "id": module }));
    let date = "Datetime has wrong format. Use one of these formats instead: \
        YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
    post(&sandbox, &format!("{project}cycles/"), json!({ "name": "C", "start_date": "x" }))
        .await
        .is(400, &json!({ "start_date": [date] }));

    let links = format!("{project}work-items/{NOBODY}/links/");
    for (url, rejection) in
        [("not a url", "Invalid URL format."), ("ftp://example.test/x", "Invalid URL scheme.")]
    {
        post(&sandbox, &links, json!({ "url": url })).await.is(400, &json!({ "url": [rejection] }));
    }
    let gone = json!({ "detail": "No Sticky matches the given query." });
    get(&sandbox, &format!("{STICKIES}{NOBODY}/")).await.is(404, &gone);
    assert_eq!(patch(&sandbox, &format!("{STICKIES}{NOBODY}/"), json!({})).await.status, 404);
    let denied = json!({ "detail": "You do not have permission to perform this action." });
    get(&sandbox, &format!("{PROJECTS}{NOBODY}/states/")).await.is(403, &denied);
    // For an unknown work item, Plane returns an empty list.
    assert_eq!(get(&sandbox, &links).await.json()["total_count"], 0);
}

#[tokio::test]
async fn the_keys_user_is_the_only_member() {
    let (sandbox, project) = with_project().await;
    let members = get(&sandbox, "/api/v1/workspaces/sandbox/members/").await.json();
    let creator = get(&sandbox, &project).await.json()["created_by"].clone();
    assert_eq!((&members[0]["id"], &members[0]["role"]), (&creator, &json!(20)));
    assert_eq!(members.as_array().unwrap().len(), 1);
    let path = format!("{project}project-members/");
    let in_project = get(&sandbox, &path).await.json();
    assert_eq!((&in_project[0]["id"], in_project[0].get("role")), (&creator, None));
    let one = format!("{path}{}/", creator.as_str().unwrap());
    let no_route = json!({ "error": "Page not found." });
    get(&sandbox, &one).await.is(404, &no_route);
    assert_eq!(post(&sandbox, &path, json!({})).await.status, 405);
}
