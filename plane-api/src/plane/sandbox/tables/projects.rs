//! Projects, states and labels.

use http::StatusCode;
use serde_json::json;

use super::{
    super::resource::Conflict, super::resource::Field, super::resource::Key, super::resource::Kind,
    super::resource::Resource, super::resource::Rule, UNIQUE_NAME, UNIQUE_REFERENCE, above,
};

const TAKEN: Conflict = Conflict::Field("name", "The project name is already taken");

pub(super) const PROJECTS: Resource = Resource {
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
        Field::new("archive_in", Kind::Within(0, 12)).never_null().initially(|| json!(0)),
        Field::new("close_in", Kind::Within(0, 12)).never_null().initially(|| json!(0)),
        Field::new("archived_at", Kind::Served),
        Field::new("timezone", Kind::TimeZone).max(255).never_null().initially(|| json!("UTC")),
        Field::new("external_source", Kind::Text).max(255),
        Field::new("external_id", Kind::Text).max(255),
        Field::new("default_assignee", Kind::Uuid),
        Field::new("project_lead", Kind::Uuid),
        Field::new("estimate", Kind::Served),
        Field::new("default_state", Kind::Served),
    ],
    keys: &[
        Key {
            fields: &["name"],
            conflict: TAKEN,
            overwrites: false,
            exclusive: true,
            on_update: None,
        },
        // Plane's message calls the identifier a name.
        Key {
            fields: &["identifier"],
            conflict: TAKEN,
            overwrites: false,
            exclusive: true,
            on_update: None,
        },
    ],
    rules: &[Rule::Late("project_lead", "Please provide valid detail")],
    ..Resource::PLAIN
};

pub(super) const STATES: Resource = Resource {
    noun: "State",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/states/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Text).never_null().initially(|| json!("")),
        Field::new("color", Kind::Text).max(255).required(),
        Field::new("slug", Kind::Served).initially(|| json!("")),
        Field::new("sequence", Kind::Number)
            .counted(|range| json!(range.map_or(65_535.0, |(_, highest)| highest + 15_000.0)))
            .assigned(),
        Field::new(
            "group",
            Kind::Ranked(&["backlog", "unstarted", "started", "completed", "cancelled", "triage"]),
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
    rules: &[Rule::Never("group", "triage", "Cannot create triage state")],
    created: StatusCode::OK,
    order: Some("sequence"),
    ..Resource::PLAIN
};

pub(super) const LABELS: Resource = Resource {
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
