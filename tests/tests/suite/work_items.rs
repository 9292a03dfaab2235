//! Plane's work items: the shipped requests and model against recorded answers, and against the sandbox.

use plane_api::{
    Client, Ref, Value,
    projects::CreateProject,
    sandbox::Sandbox,
    states::StateGroup,
    work_items::{
        CreateWorkItem, GetWorkItem, GetWorkItemByExternalId, ListWorkItems, Priority, WorkItem,
    },
};
use serde_json::json;

use super::answers::{assert_tolerant, body, decode_all, fill, lines};

const FIXTURE: &str = include_str!("../../fixtures/work_items.jsonl");

#[test]
fn every_known_answer_decodes_and_loses_nothing() {
    assert_eq!(decode_all::<WorkItem>(FIXTURE), 55);
}

#[test]
fn every_recorded_body_can_be_sent() {
    let mut sent = 0;
    for line in lines(FIXTURE).iter().filter(|line| line["method"] == "POST") {
        let Some(wanted) = line.get("request") else { continue };
        let name = wanted["name"].as_str().unwrap();
        if wanted["priority"] == "meh" {
            let request = CreateWorkItem::new("acme", "p", name).priority("meh");
            assert_eq!(&body(&request), wanted, "an unknown word is the server's affair");
        }
        let mut request = CreateWorkItem::new("acme", "p", name);
        fill!(request, wanted, description_html description_stripped priority state assignees labels
            parent r#type type_id start_date target_date completed_at estimate_point point sort_order
            last_activity_at created_at created_by external_source external_id);
        assert_eq!(&body(&request), wanted);
        sent += 1;
    }
    assert_eq!(sent, 11);
}

#[test]
fn every_field_is_sent_as_the_server_reads_it() {
    let wanted = json!({
        "name": "n", "description_html": "<p>h</p>", "description_stripped": "h", "priority": "urgent",
        "state": "s", "assignees": ["a", "b"], "labels": [], "parent": "p", "type": "t", "type_id": "t",
        "start_date": "2026-01-01", "target_date": "2026-02-01", "completed_at": "2026-02-01T00:00:00Z",
        "estimate_point": "e", "point": 5, "sort_order": 123.5, "last_activity_at": "2026-02-01T00:00:00Z",
        "created_at": "2026-01-01T00:00:00Z", "created_by": "u", "external_source": "x", "external_id": "W1",
    });
    let mut request = CreateWorkItem::new("acme", "p", "n");
    fill!(request, wanted, description_html description_stripped priority state assignees labels
        parent r#type type_id start_date target_date completed_at estimate_point point sort_order
        last_activity_at created_at created_by external_source external_id);
    assert_eq!(body(&request), wanted);
}

#[test]
fn only_the_id_is_needed() {
    let full = lines(FIXTURE).into_iter().find(|line| line["status"] == 201).unwrap();
    assert_tolerant::<WorkItem>(&full["body"]);
}

#[test]
fn what_is_expanded_is_an_object_and_nothing_is_none() {
    let lines = lines(FIXTURE);
    let expanded = lines
        .iter()
        .find(|line| line["query"] == "per_page=2&expand=assignees,labels,state,project")
        .unwrap();
    let work_item: WorkItem =
        serde_json::from_value(expanded["body"]["results"][0].clone()).unwrap();
    let state = work_item.state.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(
        (state.name.as_deref(), &state.group),
        (Some("Cancelled"), &Some(StateGroup::Cancelled))
    );
    let project = work_item.project.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(project.identifier.as_deref(), Some("ALPHA"));
    assert!(work_item.parent.unwrap().as_id().is_some());
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
    assert_eq!(documented.estimate_point, Some(Ref::Id("3".into())));
}

#[tokio::test]
async fn a_work_item_is_created_got_found_and_listed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::builder().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
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
fn a_list_without_anything_set_asks_for_nothing() {
    let request = plane_api::build(&ListWorkItems::new("acme", "p")).unwrap();
    assert_eq!(request.uri(), "/workspaces/acme/projects/p/work-items/");
    let value: Value = json!({"and": [{"priority__in": ["high"]}]});
    let list = ListWorkItems::new("acme", "p").pql("a = b").filters(value.to_string());
    let uri = plane_api::build(&list).unwrap().uri().to_string();
    assert!(uri.contains("?pql=a") && uri.contains("&filters=%7B%22and%22"), "{uri}");
}
