//! Work items, comments and links.

use serde_json::json;

use super::{
    super::resource::Action, super::resource::Field, super::resource::Kind,
    super::resource::Related, super::resource::Resource, EXTERNAL_REFERENCE, IN_ORDER,
    UNIQUE_REFERENCE, above,
};

pub(super) const WORK_ITEMS: Resource = Resource {
    noun: "Issue",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/work-items/",
    collection: &[Action::ListOrGetBy(EXTERNAL_REFERENCE), Action::Create],
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("sequence_id", Kind::Served).counted(|range| {
            // A number of work items never exceeds the range of the type.
            json!(range.map_or(1, |(_, highest)| highest as i64 + 1))
        }),
        Field::new("description_html", Kind::Text).never_null().initially(|| json!("<p></p>")),
        Field::new("description_binary", Kind::Served),
        Field::new("priority", Kind::Ranked(&["urgent", "high", "medium", "low", "none"]))
            .never_null()
            .initially(|| json!("none")),
        Field::new("state", Kind::Uuid),
        Field::new("assignees", Kind::Uuids).never_null().initially(|| json!([])),
        Field::new("labels", Kind::Uuids).never_null().initially(|| json!([])),
        Field::new("parent", Kind::Uuid),
        Field::new("type", Kind::Uuid),
        Field::new("type_id", Kind::Uuid),
        Field::new("start_date", Kind::Date),
        Field::new("target_date", Kind::Date),
        Field::new("completed_at", Kind::DateTime),
        Field::new("archived_at", Kind::Served),
        Field::new("estimate_point", Kind::Uuid),
        Field::new("point", Kind::Within(0, 12)),
        Field::new("sort_order", Kind::Number).counted(above),
        Field::new("is_draft", Kind::Served).initially(|| json!(false)),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("created_by", Kind::Uuid),
    ],
    keys: &[UNIQUE_REFERENCE],
    rules: &[IN_ORDER],
    // Plane sorts by state group instead of by name.
    related: &[
        Related { order_by: "state__name", field: "state", noun: "State", by: "group" },
        Related { order_by: "state__group", field: "state", noun: "State", by: "group" },
        Related { order_by: "labels__name", field: "labels", noun: "Label", by: "name" },
        Related {
            order_by: "assignees__first_name",
            field: "assignees",
            noun: "Member",
            by: "first_name",
        },
    ],
    parent: Some("Project"),
    ..Resource::PLAIN
};

pub(super) const COMMENTS: Resource = Resource {
    noun: "Comment",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/work-items/{issue}/comments/",
    fields: &[
        Field::new("is_member", Kind::Served).initially(|| json!(true)).annotation(),
        Field::new("comment_html", Kind::Text).never_null().initially(|| json!("<p></p>")),
        Field::new("description", Kind::Served),
        Field::new("attachments", Kind::Served).initially(|| json!([])),
        Field::new("access", Kind::Choice(&["INTERNAL", "EXTERNAL"]))
            .never_null()
            .initially(|| json!("INTERNAL")),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("edited_at", Kind::Served),
        Field::new("actor", Kind::Served).author(),
        Field::new("parent", Kind::Served),
        Field::new("created_by", Kind::Uuid),
    ],
    parent: Some("Project"),
    ..Resource::PLAIN
};

pub(super) const LINKS: Resource = Resource {
    noun: "Link",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/work-items/{issue}/links/",
    fields: &[
        Field::new("url", Kind::Link).required(),
        Field::new("title", Kind::Text).max(255),
        Field::new("metadata", Kind::Served).initially(|| json!({})),
    ],
    parent: Some("Project"),
    ..Resource::PLAIN
};
