//! Cycles and modules.

use serde_json::json;

use super::{
    super::resource::Conflict, super::resource::Field, super::resource::Key, super::resource::Kind,
    super::resource::Resource, super::resource::Rule, IN_ORDER, UNIQUE_NAME, UNIQUE_REFERENCE,
    below,
};

/// Number of work items in a cycle or module. It is always 0, because the sandbox cannot add any.
const fn count(name: &'static str) -> Field {
    Field::new(name, Kind::Served).initially(|| json!(0)).annotation()
}

pub(super) const CYCLES: Resource = Resource {
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
        Field::new("timezone", Kind::TimeZone).max(255).never_null().initially(|| json!("UTC")),
        Field::new("version", Kind::Served).initially(|| json!(1)),
        Field::new("owned_by", Kind::Uuid).author(),
    ],
    keys: &[UNIQUE_REFERENCE],
    rules: &[
        Rule::BothOrNone(
            "start_date",
            "end_date",
            "Both start date and end date are either required or are to be null",
        ),
        Rule::InOrder("start_date", "end_date", "Start date cannot exceed end date"),
        Rule::NotOver("end_date", "The Cycle has already been completed so it cannot be edited"),
    ],
    parent: Some("Project"),
    ..Resource::PLAIN
};

pub(super) const MODULES: Resource = Resource {
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
        Field::new("members", Kind::Uuids).never_null().initially(|| json!([])).always_shown(),
    ],
    keys: &[
        UNIQUE_REFERENCE,
        Key {
            conflict: Conflict::Coded(
                "MODULE_NAME_ALREADY_EXISTS",
                "Module with this name already exists",
            ),
            on_update: Some("Module with this name already exists"),
            ..UNIQUE_NAME
        },
    ],
    rules: &[IN_ORDER],
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
