//! The resources that the sandbox serves. A new one is a new entry.

use serde_json::{Value, json};

use super::resource::{Action, Conflict, Field, Key, Kind, Resource};

pub(super) const RESOURCES: &[Resource] = &[CUSTOMERS, PROJECTS, WORK_ITEMS];

const EXTERNAL_REFERENCE: &[&str] = &["external_source", "external_id"];

const CUSTOMERS: Resource = Resource {
    noun: "Customer",
    path: "/api/v1/workspaces/{workspace}/customers/",
    collection: &[Action::List, Action::Create, Action::DeleteBy(EXTERNAL_REFERENCE)],
    object: &[Action::Get, Action::Update, Action::Delete],
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
        Key {
            fields: EXTERNAL_REFERENCE,
            conflict: Conflict::Named("external id and external source"),
            overwrites: true,
            exclusive: true,
        },
        Key {
            fields: &["name"],
            conflict: Conflict::Named("name"),
            overwrites: true,
            exclusive: false,
        },
    ],
    parent: None,
};

const TAKEN: Conflict = Conflict::Field("name", "The project name is already taken");

const PROJECTS: Resource = Resource {
    noun: "Project",
    path: "/api/v1/workspaces/{workspace}/projects/",
    collection: &[Action::List, Action::Create],
    object: &[Action::Get, Action::Update, Action::Delete],
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
    parent: None,
};

const WORK_ITEMS: Resource = Resource {
    noun: "Issue",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/work-items/",
    collection: &[Action::ListOrGetBy(EXTERNAL_REFERENCE), Action::Create],
    object: &[Action::Get, Action::Update, Action::Delete],
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("sequence_id", Kind::Served).counted(|highest| {
            // A number of work items, far below where it would not fit.
            json!(highest.map_or(1, |highest| highest as i64 + 1))
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
        Field::new("sort_order", Kind::Number)
            .counted(|highest| json!(highest.map_or(65_535.0, |highest| highest + 10_000.0))),
        Field::new("is_draft", Kind::Served).initially(|| json!(false)),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("created_by", Kind::Uuid),
    ],
    keys: &[Key {
        fields: EXTERNAL_REFERENCE,
        conflict: Conflict::Named("external id and external source"),
        overwrites: false,
        exclusive: true,
    }],
    parent: Some("Project"),
};
