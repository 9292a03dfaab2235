//! Plane's work items: the shipped requests and model against recorded responses and the sandbox.

use plane_api::{
    Client, Ref, Value,
    ids::EstimatePointId,
    sandbox::Sandbox,
    v1::{
        projects::CreateProject,
        states::StateGroup,
        work_items::{
            CreateWorkItem, GetWorkItem, GetWorkItemByExternalId, ListWorkItems, Priority, WorkItem,
        },
    },
};
use serde_json::json;

use super::responses::{decode_all, recorded};

#[test]
fn no_value_of_a_known_response_is_lost() {
    let decoded = decode_all::<WorkItem>(|path| {
        matches!(path, ["projects", _, "work-items"] | ["projects", _, "work-items", _])
            || matches!(path, ["work-items", id] if id.starts_with("ALPHA-"))
    });
    assert_eq!(decoded, 55);
}

#[test]
fn an_unknown_enum_value_is_sent() {
    let request = CreateWorkItem::new("acme", "p", "n").priority("meh");
    let sent = plane_api::generated::build(&request).unwrap();
    let sent: Value = serde_json::from_slice(sent.body().as_bytes().unwrap()).unwrap();
    assert_eq!(sent, json!({ "name": "n", "priority": "meh" }));
}

#[test]
fn expanded_references_are_objects_and_missing_ones_are_none() {
    let expanded = recorded("work item: list expand");
    let work_item: WorkItem =
        serde_json::from_value(expanded["body"]["results"][0].clone()).unwrap();
    let state = work_item.state.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(
        (state.name.as_deref(), &state.group),
        (Some("Cancelled"), &Some(StateGroup::Cancelled))
    );
    let project = work_item.project.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(project.identifier.as_deref(), Some("ALPHA"));
    assert!(work_item.parent.unwrap().as_object().is_none());
    assert_eq!(work_item.priority, Some(Priority::Urgent));

    let json = json!({
        "id": "w", "parent": {}, "estimate_point": { "key": null }, "updated_by": {}, "type": {},
        "priority": "someday", "archived_at": "2024-01-01T23:00:00-02:00",
    });
    let work_item: WorkItem = serde_json::from_value(json).unwrap();
    assert_eq!((&work_item.parent, &work_item.estimate_point), (&None, &None));
    assert_eq!(work_item.priority, Some(Priority::Other("someday".into())));
    assert_eq!(work_item.archived_at.unwrap().to_string(), "2024-01-02");
    let documented: WorkItem =
        serde_json::from_value(json!({ "id": "w", "estimate_point": 3 })).unwrap();
    assert_eq!(documented.estimate_point, Some(Ref::from(EstimatePointId::from("3"))));
}

#[tokio::test]
async fn a_work_item_is_created_got_found_and_listed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    let workspace = sandbox.workspace();
    let project = CreateProject::new(workspace, "Rocket", "ROC").send(&client).await.unwrap().id;

    let create = CreateWorkItem::new(workspace, &project, "Fuel")
        .priority(Priority::High)
        .external_source("jira")
        .external_id("F-1");
    let created = create.send(&client).await.unwrap();
    assert_eq!((created.sequence_id, created.sort_order), (Some(1), Some(65535.0)));
    let got = GetWorkItem::new(workspace, &project, &created.id).send(&client).await.unwrap();
    assert_eq!(got, created);
    let find = |id: &str| GetWorkItemByExternalId::new(workspace, &project, "jira", id);
    assert_eq!(find("F-1").send(&client).await.unwrap(), created);
    assert!(find("F-2").send(&client).await.unwrap_err().is_not_found());

    let error = create.send(&client).await.unwrap_err();
    assert_eq!(error.existing_id(), Some(created.id.to_string().as_str()));

    let fewer = ListWorkItems::new(workspace, &project).fields(["id"]).expand(["state"]);
    let page = fewer.send(&client).await.unwrap();
    assert_eq!((page.results[0].id.clone(), &page.results[0].name), (created.id, &None));
    let query = sandbox.requests().last().unwrap().query.clone();
    assert_eq!(query.as_deref(), Some("fields=id&expand=state"));
}

#[test]
fn a_list_without_parameters_has_no_query() {
    let request = plane_api::generated::build(&ListWorkItems::new("acme", "p")).unwrap();
    assert_eq!(request.uri(), "/workspaces/acme/projects/p/work-items/");
    let value: Value = json!({"and": [{"priority__in": ["high"]}]});
    let list = ListWorkItems::new("acme", "p").pql("a = b").filters(value.to_string());
    let uri = plane_api::generated::build(&list).unwrap().uri().to_string();
    assert!(uri.contains("?pql=a") && uri.contains("&filters=%7B%22and%22"), "{uri}");
}
