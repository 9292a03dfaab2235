//! Events: how a verified body is decoded.

use plane_api::{
    Value,
    v1::{
        agent_runs::activities::AgentRunActivityContent, customers::Customer,
        work_items::comments::CommentAccess,
    },
    webhook::{EventKind, Object},
};

use super::{event, sample};

const NAMES: &str = include_str!("../../../fixtures/webhook_events.txt");

#[test]
fn every_documented_event_is_known_and_none_is_invented() {
    assert_eq!(NAMES.lines().count(), 43);
    for name in NAMES.lines() {
        let kind = event(&format!(r#"{{"version": "v2", "event": "{name}"}}"#)).kind;
        assert!(!matches!(kind, EventKind::Other(_)), "{name}");
        assert_eq!(kind.as_str(), name);
    }
    let source = include_str!("../../../../plane-api/src/plane/webhook/kind.rs");
    let declared =
        source.lines().filter_map(|line| line.trim().strip_suffix("\",")?.split(" = \"").nth(1));
    let invented: Vec<_> =
        declared.filter(|word| !NAMES.lines().any(|name| name == *word)).collect();
    assert_eq!(
        invented,
        ["agent_run_create", "agent_run_user_prompt"],
        "these two have no name in their bodies"
    );
}

#[test]
fn a_changed_work_item_is_read_in_spite_of_its_quirks() {
    let event = sample(0);
    assert_eq!(event.kind, EventKind::WorkItemUpdated);
    assert_eq!(event.event_id.as_ref().unwrap(), &"9d508cd9-36c2-44a5-928d-7ee2f2a3b8a8");
    assert_eq!(event.deduplication_key(), "9d508cd9-36c2-44a5-928d-7ee2f2a3b8a8");
    assert_eq!(event.delivery_id.as_deref(), Some("2a0d0510-9052-446e-a1c7-a704bbd68cba"));
    assert_eq!(event.entity_id.as_deref(), Some("775c5716-5302-4617-bb9f-2cd843911268"));
    assert_eq!(event.entity_type.as_deref(), Some("issue"));
    assert_eq!(event.webhook_id.as_ref().unwrap(), &"8944ed18-1331-4eae-b9bb-7c40864b8abd");
    assert_eq!(event.workspace_id.as_ref().unwrap(), &"b54ecb0d-e3eb-4986-b238-f83fd8665e65");
    assert_eq!(event.actor(), None, "the event does not name who changed it");
    assert_eq!(event.previous_attributes().unwrap().len(), 1);

    let Object::WorkItem(work_item) = event.object() else { panic!("{event:?}") };
    assert_eq!(work_item.name.as_deref(), Some("webhook test 3"));
    let state = work_item.state.as_ref().map(|state| state.id()).unwrap();
    assert_eq!(state, &"067b88e5-304b-4221-ba09-94340dcc36e5");
    assert_eq!((work_item.labels, work_item.assignees), (Some(vec![]), Some(vec![])));
    assert_eq!((work_item.parent, work_item.point, work_item.start_date), (None, None, None));
    assert_eq!(
        (work_item.external_id, work_item.r#type, work_item.archived_at),
        (None, None, None)
    );
    assert_eq!(work_item.sequence_id, Some(3));
    assert_eq!(work_item.project.unwrap().id(), &"59e3be42-87ec-4950-99a3-ae639cf2b089");
}

#[test]
fn a_comment_is_read_from_within_its_work_item() {
    let event = sample(1);
    assert_eq!(event.kind, EventKind::WorkItemCommentCreated);
    assert_eq!(event.actor().unwrap(), "88fc36c8-73b0-4547-81c7-96b70f61835e");
    let Object::WorkItemComment(comment) = event.object() else { panic!("{event:?}") };
    assert_eq!(comment.id, "4797f841-c731-4e55-971f-d9cfe1938dfb");
    let (actor, issue) = (comment.actor.unwrap(), comment.issue.unwrap());
    assert_eq!(actor.id(), &"88fc36c8-73b0-4547-81c7-96b70f61835e");
    assert_eq!(issue.id(), &"088a83b9-a53f-4dda-b2bc-c860cf455997");
    assert_eq!(comment.comment_stripped.as_deref(), Some("Webhook Test Comment"));
    assert_eq!((comment.access, comment.edited_at), (Some(CommentAccess::Internal), None));
}

#[test]
fn a_link_is_read_and_who_created_it() {
    let event = sample(2);
    assert_eq!(event.actor().unwrap(), "88fc36c8-73b0-4547-81c7-96b70f61835e");
    let Object::WorkItemLink(link) = event.object() else { panic!("{event:?}") };
    assert_eq!(link.url.as_deref(), Some("http://google.com"));
    assert_eq!(link.issue.unwrap().id(), &"8661bdfa-098f-434d-8e44-b1f32de62406");
}

#[test]
fn a_project_of_v1_is_read_as_one_of_v2() {
    let event = sample(3);
    assert_eq!((event.kind.clone(), event.event_id.clone()), (EventKind::ProjectUpdated, None));
    let Object::Project(project) = event.object() else { panic!("{event:?}") };
    assert_eq!(project.identifier.as_deref(), Some("TRACE"));
}

#[test]
fn a_deletion_in_v1_has_only_an_id() {
    let event = sample(4);
    assert_eq!((event.kind.clone(), event.activity.clone()), (EventKind::WorkItemDeleted, None));
    let Object::WorkItem(work_item) = event.object() else { panic!("{event:?}") };
    assert_eq!(work_item.id, "9a28bd00-ed9c-4f5d-8be9-fc05cbb1fc57");
    assert_eq!((event.actor(), event.previous_attributes()), (None, None));
}

#[test]
fn events_of_agents_have_their_own_types() {
    assert_eq!(sample(5).kind, EventKind::AgentRunPrompted);
    assert_eq!(
        event(r#"{"action": "created", "type": "agent_run"}"#).kind,
        EventKind::AgentRunCreated
    );
    assert_eq!(sample(5).actor().unwrap(), "uuid");
    let Object::AgentRunActivity(activity) = sample(5).object() else { panic!("{:?}", sample(5)) };
    assert!(matches!(activity.content, Some(AgentRunActivityContent::Prompt { .. })));
    let created = event(r#"{"action": "created", "type": "agent_run", "agent_run": {"id": "r"}}"#);
    assert!(matches!(created.object(), Object::AgentRun(run) if run.id == "r"));
}

#[test]
fn a_deletion_in_v2_has_the_deleted_object() {
    let event = event(
        r#"{"version": "v2", "event": "workitem.deleted", "event_id": "e", "data": {},
            "previous_attributes": {"id": "7", "name": "Gone", "state_id": "s", "updated_by_id": "somebody"}}"#,
    );
    let Object::WorkItem(work_item) = event.object() else { panic!("{event:?}") };
    assert_eq!((work_item.name.as_deref(), work_item.state.is_some()), (Some("Gone"), true));
    assert_eq!(event.actor(), None, "the last editor need not be the one who deleted it");
}

#[test]
fn an_activity_of_v1_says_who_did_what() {
    let event = event(
        r#"{"event": "issue", "action": "updated", "data": {"id": "7", "state": {"id": "s", "name": "Done"}, "labels": [{"id": "l"}]},
            "activity": {"field": "state", "old_value": "Todo", "new_value": "Done",
                         "actor": {"id": "u", "display_name": "Ada"}, "old_identifier": "t", "new_identifier": "s"}}"#,
    );
    assert_eq!(event.actor().unwrap(), "u");
    let Object::WorkItem(work_item) = event.object() else { panic!("{event:?}") };
    assert_eq!(work_item.state.unwrap().as_object().unwrap().name.as_deref(), Some("Done"));
    let activity = event.activity.unwrap();
    assert_eq!(
        (activity.field.as_deref(), activity.old_value),
        (Some("state"), Value::from("Todo"))
    );
    assert_eq!(activity.new_identifier.as_deref(), Some("s"));
}

#[test]
fn unknown_events_are_kept_whole() {
    let body =
        r#"{"version": "v3", "event": "rocket.launched", "data": {"id": 7}, "thrust": [1, 2]}"#;
    let event = event(body);
    assert_eq!(event.kind, EventKind::Other("rocket.launched".to_owned()));
    assert_eq!(Value::Object(event.payload.clone()), serde_json::from_str::<Value>(body).unwrap());
    let Object::Other(object) = event.object() else { panic!("{event:?}") };
    assert_eq!(Value::from(object), serde_json::json!({"id": 7}));

    let older = super::event(r#"{"event": "module_issue", "action": "created", "data": {}}"#);
    assert_eq!(older.kind.as_str(), "module_issue.created");
    assert_eq!(super::event("{}").kind, EventKind::Other(String::new()));
}

#[test]
fn an_unexpected_object_is_kept_unchanged() {
    let event = event(
        r#"{"version": "v2", "event": "workitem.created", "data": {"id": "7", "is_draft": "perhaps"}}"#,
    );
    let Object::Other(object) = event.object() else { panic!("{event:?}") };
    assert_eq!(object["is_draft"], "perhaps");
    event.data::<Customer>().unwrap_err();
}

#[test]
fn text_that_users_write_may_be_none() {
    let event = event(
        r#"{"version": "v2", "event": "workitem.created",
            "data": {"id": "7", "name": "None", "description_stripped": "None", "state_id": "None", "state": "s"}}"#,
    );
    let data: Value = event.data().unwrap();
    let expected = serde_json::json!({
        "id": "7", "name": "None", "description_stripped": "None", "state_id": null, "state": "s",
    });
    assert_eq!(data, expected, "REST names stay the same");
}

#[test]
fn the_same_event_has_the_same_key() {
    let delivery = |delivery: &str, event: &str| {
        super::event(&format!(
            r#"{{"version": "v2", "event": "cycle.created", "event_id": "{event}", "delivery_id": "{delivery}"}}"#
        ))
    };
    let keys = [delivery("1", "a"), delivery("2", "a"), delivery("3", "b")]
        .map(|event| event.deduplication_key().to_owned());
    assert_eq!(keys, ["a", "a", "b"]);

    // Computed with Python's `hashlib`.
    let v1 = r#"{"event": "issue", "action": "deleted", "webhook_id": "f1a2fe64-c8d4-4eed-b3ef-498690052c1d", "workspace_id": "c467e125-59e3-44ec-b5ee-f9c1e138c611", "data": {"id": "9a28bd00-ed9c-4f5d-8be9-fc05cbb1fc57"}, "activity": null}"#;
    assert_eq!(
        event(v1).deduplication_key(),
        "a44c5d9ba33ba8efd60d38c65675c8bef5768c25d0303c49c653bf74b75d99bf"
    );
    assert_ne!(
        event(&v1.replace("9a28", "9a29")).deduplication_key(),
        event(v1).deduplication_key()
    );
}

#[test]
fn the_actor_is_read_where_the_kind_of_event_has_it() {
    for (body, actor) in [
        (
            r#"{"version": "v2", "event": "page.created", "data": {"created_by_id": "u"}}"#,
            Some("u"),
        ),
        (
            r#"{"version": "v2", "event": "page.updated", "data": {"updated_by_id": "u", "created_by_id": "c"}}"#,
            Some("u"),
        ),
        (
            r#"{"version": "v2", "event": "project.archived", "data": {"updated_by_id": "u"}}"#,
            Some("u"),
        ),
        (r#"{"version": "v2", "event": "page.deleted", "data": {"updated_by_id": "u"}}"#, None),
        (r#"{"type": "agent_run", "action": "created", "agent_run": {"creator": "u"}}"#, Some("u")),
        (
            r#"{"type": "agent_run_activity", "action": "prompted", "agent_run_activity": {"actor": "u"}}"#,
            Some("u"),
        ),
    ] {
        assert_eq!(
            event(body).actor().map(|id| id.to_string()),
            actor.map(str::to_owned),
            "{body}"
        );
    }
}

#[test]
fn only_events_of_comments_contain_the_comment_in_another_object() {
    let data = r#""data": {"id": "w", "comment": {"id": "c"}}"#;
    for (name, id) in [("page.updated", "w"), ("page.comment.created", "c")] {
        let event = event(&format!(r#"{{"version": "v2", "event": "{name}", {data}}}"#));
        assert_eq!(event.data::<Value>().unwrap()["id"], id, "{name}");
    }
}

#[test]
fn an_action_does_not_change_the_kind_of_an_event_with_a_version() {
    let event = event(r#"{"version": "v2", "event": "workitem.updated", "action": "created"}"#);
    assert_eq!(event.kind, EventKind::WorkItemUpdated);
}
