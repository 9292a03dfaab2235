//! The resources that the sandbox serves. A new one is a new entry.

use http::StatusCode;
use serde_json::{Value, json};

use super::resource::{Action, Conflict, Field, Key, Kind, Range, Resource};

pub(super) const RESOURCES: &[Resource] = &[
    CUSTOMERS,
    PROJECTS,
    STATES,
    LABELS,
    WORK_ITEMS,
    COMMENTS,
    LINKS,
    CYCLES,
    MODULES,
    STICKIES,
    WORKSPACE_MEMBERS,
    PROJECT_MEMBERS,
];

const EXTERNAL_REFERENCE: &[&str] = &["external_source", "external_id"];

const UNIQUE_REFERENCE: Key = Key {
    fields: EXTERNAL_REFERENCE,
    conflict: Conflict::Named("external id and external source already exists"),
    overwrites: false,
    exclusive: true,
};

/// A name that is unique within the project.
const UNIQUE_NAME: Key = Key {
    fields: &["name"],
    conflict: Conflict::Named("name already exists in the project"),
    overwrites: false,
    exclusive: true,
};

const CUSTOMERS: Resource = Resource {
    noun: "Customer",
    path: "/api/v1/workspaces/{workspace}/customers/",
    collection: &[Action::List, Action::Create, Action::DeleteBy(EXTERNAL_REFERENCE)],
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::JsonText),
        Field::new("description_html", Kind::Text),
        Field::new("description_stripped", Kind::Text),
        Field::new("description_binary", Kind::Served),
        Field::new("email", Kind::Email).max(254),
        Field::new("website_url", Kind::Url).max(255),
        Field::new("logo_props", Kind::Json),
        Field::new("logo_asset", Kind::Uuid),
        Field::new("logo_url", Kind::Served),
        Field::new("domain", Kind::Text).max(255),
        Field::new("employees", Kind::Integer),
        Field::new("stage", Kind::Text).max(255),
        Field::new("contract_status", Kind::Text).max(255),
        Field::new("revenue", Kind::Text).max(255),
        Field::new("archived_at", Kind::DateTime),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("customer_request_count", Kind::Served).initially(|| Value::from(0)),
        Field::new("created_by", Kind::Uuid),
        Field::new("updated_by", Kind::Uuid),
    ],
    keys: &[
        Key { overwrites: true, ..UNIQUE_REFERENCE },
        Key {
            fields: &["name"],
            conflict: Conflict::Named("name already exists"),
            overwrites: true,
            exclusive: false,
        },
    ],
    ..Resource::PLAIN
};

const TAKEN: Conflict = Conflict::Field("name", "The project name is already taken");

const PROJECTS: Resource = Resource {
    noun: "Project",
    path: "/api/v1/workspaces/{workspace}/projects/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("identifier", Kind::UpperText).max(12).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("description_text", Kind::Served),
        Field::new("description_html", Kind::Served),
        Field::new("network", Kind::Served).initially(|| json!(2)),
        Field::new("total_members", Kind::Served).initially(|| json!(1)),
        Field::new("total_cycles", Kind::Served).initially(|| json!(0)),
        Field::new("total_modules", Kind::Served).initially(|| json!(0)),
        Field::new("is_member", Kind::Served).initially(|| json!(true)),
        Field::new("member_role", Kind::Served).initially(|| json!(20)),
        Field::new("is_deployed", Kind::Served).initially(|| json!(false)),
        Field::new("emoji", Kind::Text).max(255),
        Field::new("icon_prop", Kind::Json),
        Field::new("logo_props", Kind::Served).initially(
            || json!({ "in_use": "icon", "icon": { "name": "public", "color": "#02b55c" } }),
        ),
        Field::new("cover_image", Kind::Text),
        Field::new("cover_image_url", Kind::Served),
        Field::new("cover_image_asset", Kind::Served),
        Field::new("module_view", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("cycle_view", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("issue_views_view", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("page_view", Kind::Boolean).never_null().initially(|| json!(true)),
        Field::new("intake_view", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("is_time_tracking_enabled", Kind::Boolean)
            .never_null()
            .initially(|| json!(false)),
        Field::new("is_issue_type_enabled", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("guest_view_all_features", Kind::Boolean)
            .never_null()
            .initially(|| json!(false)),
        Field::new("archive_in", Kind::Integer).never_null().initially(|| json!(0)),
        Field::new("close_in", Kind::Integer).never_null().initially(|| json!(0)),
        Field::new("archived_at", Kind::Served),
        Field::new("timezone", Kind::Text).max(255).never_null().initially(|| json!("UTC")),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("default_assignee", Kind::Uuid),
        Field::new("project_lead", Kind::Uuid),
        Field::new("estimate", Kind::Served),
        Field::new("default_state", Kind::Served),
    ],
    keys: &[
        Key { fields: &["name"], conflict: TAKEN, overwrites: false, exclusive: true },
        // Plane words it as if it were the name.
        Key { fields: &["identifier"], conflict: TAKEN, overwrites: false, exclusive: true },
    ],
    ..Resource::PLAIN
};

/// Each goes behind the last.
fn above(range: Option<Range>) -> Value {
    json!(range.map_or(65_535.0, |(_, highest)| highest + 10_000.0))
}

/// Each goes before the first.
fn below(range: Option<Range>) -> Value {
    json!(range.map_or(65_535.0, |(lowest, _)| lowest - 10_000.0))
}

const STATES: Resource = Resource {
    noun: "State",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/states/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("color", Kind::Text).max(255).required(),
        Field::new("slug", Kind::Served).initially(|| json!("")),
        Field::new("sequence", Kind::Number)
            .counted(|range| json!(range.map_or(65_535.0, |(_, highest)| highest + 15_000.0))),
        Field::new(
            "group",
            Kind::Choice(&["backlog", "unstarted", "started", "completed", "cancelled", "triage"]),
        )
        .never_null()
        .initially(|| json!("backlog")),
        Field::new("is_triage", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("default", Kind::Boolean).never_null().initially(|| json!(false)),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
    ],
    keys: &[UNIQUE_REFERENCE, UNIQUE_NAME],
    parent: Some("Project"),
    created: StatusCode::OK,
    order: Some("sequence"),
    ..Resource::PLAIN
};

const LABELS: Resource = Resource {
    noun: "Label",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/labels/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("color", Kind::Text).max(255).never_null().initially(|| json!("")),
        Field::new("sort_order", Kind::Number).counted(above),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("parent", Kind::Uuid),
    ],
    keys: &[UNIQUE_REFERENCE, UNIQUE_NAME],
    parent: Some("Project"),
    ..Resource::PLAIN
};

const WORK_ITEMS: Resource = Resource {
    noun: "Issue",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/work-items/",
    collection: &[Action::ListOrGetBy(EXTERNAL_REFERENCE), Action::Create],
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("sequence_id", Kind::Served).counted(|range| {
            // A number of work items, far below where it would not fit.
            json!(range.map_or(1, |(_, highest)| highest as i64 + 1))
        }),
        Field::new("description_html", Kind::Text).never_null().initially(|| json!("<p></p>")),
        Field::new("description_binary", Kind::Served),
        Field::new("priority", Kind::Choice(&["urgent", "high", "medium", "low", "none"]))
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
        Field::new("point", Kind::Integer),
        Field::new("sort_order", Kind::Number).counted(above),
        Field::new("is_draft", Kind::Served).initially(|| json!(false)),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("created_by", Kind::Uuid),
    ],
    keys: &[UNIQUE_REFERENCE],
    parent: Some("Project"),
    ..Resource::PLAIN
};

const COMMENTS: Resource = Resource {
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
        Field::new("parent", Kind::Uuid),
        Field::new("created_by", Kind::Uuid),
    ],
    parent: Some("Project"),
    ..Resource::PLAIN
};

const LINKS: Resource = Resource {
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

/// How many work items are in a cycle or module. It is never other than 0, as none can be put there.
const fn count(name: &'static str) -> Field {
    Field::new(name, Kind::Served).initially(|| json!(0)).annotation()
}

const CYCLES: Resource = Resource {
    noun: "Cycle",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/cycles/",
    fields: &[
        count("total_issues"),
        count("cancelled_issues"),
        count("completed_issues"),
        count("started_issues"),
        count("unstarted_issues"),
        count("backlog_issues"),
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("start_date", Kind::Day("T00:00:01Z")),
        Field::new("end_date", Kind::Day("T23:59:00Z")),
        Field::new("view_props", Kind::Served).initially(|| json!({})),
        Field::new("sort_order", Kind::Served).counted(below),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("progress_snapshot", Kind::Served).initially(|| json!({})),
        Field::new("archived_at", Kind::Served),
        Field::new("logo_props", Kind::Served).initially(|| json!({})),
        Field::new("timezone", Kind::Text).max(255).never_null().initially(|| json!("UTC")),
        Field::new("version", Kind::Served).initially(|| json!(1)),
        Field::new("owned_by", Kind::Uuid).author(),
    ],
    keys: &[UNIQUE_REFERENCE],
    parent: Some("Project"),
    ..Resource::PLAIN
};

const MODULES: Resource = Resource {
    noun: "Module",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/modules/",
    fields: &[
        count("total_issues"),
        count("cancelled_issues"),
        count("completed_issues"),
        count("started_issues"),
        count("unstarted_issues"),
        count("backlog_issues"),
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("description_text", Kind::Served),
        Field::new("description_html", Kind::Served),
        Field::new("start_date", Kind::Date),
        Field::new("target_date", Kind::Date),
        Field::new(
            "status",
            Kind::Choice(&[
                "backlog",
                "planned",
                "in-progress",
                "paused",
                "completed",
                "cancelled",
            ]),
        )
        .never_null()
        .initially(|| json!("planned")),
        Field::new("view_props", Kind::Served).initially(|| json!({})),
        Field::new("sort_order", Kind::Served).counted(below),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("archived_at", Kind::Served),
        Field::new("logo_props", Kind::Served).initially(|| json!({})),
        Field::new("lead", Kind::Uuid),
        Field::new("members", Kind::Uuids).never_null().initially(|| json!([])),
    ],
    keys: &[
        UNIQUE_REFERENCE,
        Key {
            conflict: Conflict::Coded(
                "MODULE_NAME_ALREADY_EXISTS",
                "Module with this name already exists",
            ),
            ..UNIQUE_NAME
        },
    ],
    parent: Some("Project"),
    updated: Some(&[
        "name",
        "description",
        "start_date",
        "target_date",
        "status",
        "lead",
        "external_source",
        "external_id",
    ]),
    ..Resource::PLAIN
};

const STICKIES: Resource = Resource {
    noun: "Sticky",
    path: "/api/v1/workspaces/{workspace}/stickies/",
    fields: &[
        Field::new("name", Kind::Text),
        Field::new("description", Kind::Json).never_null().initially(|| json!({})),
        Field::new("description_html", Kind::Text).never_null().initially(|| json!("<p></p>")),
        Field::new("description_stripped", Kind::Text),
        Field::new("description_binary", Kind::Served),
        Field::new("logo_props", Kind::Json).never_null().initially(|| json!({})),
        Field::new("color", Kind::Text).max(255),
        Field::new("background_color", Kind::Text).max(255),
        Field::new("sort_order", Kind::Number).counted(above),
        Field::new("created_by", Kind::Uuid),
        Field::new("updated_by", Kind::Uuid),
        Field::new("owner", Kind::Served).author(),
    ],
    missing: Some("No Sticky matches the given query."),
    ..Resource::PLAIN
};

const WORKSPACE_MEMBERS: Resource = Resource {
    noun: "Member",
    path: "/api/v1/workspaces/{workspace}/members/",
    collection: &[Action::Show(|user| {
        let mut member = member(user);
        member["role"] = json!(20);
        json!([member])
    })],
    object: &[],
    ..Resource::PLAIN
};

const PROJECT_MEMBERS: Resource = Resource {
    noun: "Member",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/project-members/",
    collection: &[Action::Show(|user| json!([member(user)]))],
    object: &[],
    parent: Some("Project"),
    ..Resource::PLAIN
};

/// The key's user.
fn member(id: &str) -> Value {
    json!({
        "id": id,
        "first_name": "Sandbox",
        "last_name": "",
        "email": "sandbox@example.test",
        "avatar": "",
        "avatar_url": null,
        "display_name": "sandbox",
    })
}
