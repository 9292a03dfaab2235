//! The resources that the sandbox serves. Add an entry to add a resource.

mod customers;
mod members;
mod plans;
mod projects;
mod work_items;

use serde_json::{Value, json};

use super::{
    resource::Conflict, resource::Field, resource::Key, resource::Kind, resource::Range,
    resource::Resource, resource::Rule,
};

pub(super) const RESOURCES: &[Resource] = &[
    customers::CUSTOMERS,
    customers::REQUESTS,
    projects::PROJECTS,
    projects::STATES,
    projects::LABELS,
    work_items::WORK_ITEMS,
    work_items::COMMENTS,
    work_items::LINKS,
    plans::CYCLES,
    plans::MODULES,
    members::OF_WORKSPACE,
    members::OF_PROJECT,
    STICKIES,
];

const EXTERNAL_REFERENCE: &[&str] = &["external_source", "external_id"];

const UNIQUE_REFERENCE: Key = Key {
    fields: EXTERNAL_REFERENCE,
    conflict: Conflict::Named("external id and external source already exists"),
    overwrites: false,
    exclusive: true,
    on_update: None,
};

/// A name that is unique within the project.
const UNIQUE_NAME: Key = Key {
    fields: &["name"],
    conflict: Conflict::Named("name already exists in the project"),
    overwrites: false,
    exclusive: true,
    on_update: Some("The payload is not valid"),
};

/// The start date must not be after the target date.
const IN_ORDER: Rule =
    Rule::InOrder("start_date", "target_date", "Start date cannot exceed target date");

/// Places an object after the last one.
fn above(range: Option<Range>) -> Value {
    json!(range.map_or(65_535.0, |(_, highest)| highest + 10_000.0))
}

/// Places an object before the first one.
fn below(range: Option<Range>) -> Value {
    json!(range.map_or(65_535.0, |(lowest, _)| lowest - 10_000.0))
}

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
        Field::new("sort_order", Kind::Number).counted(above).assigned(),
        Field::new("created_by", Kind::Uuid),
        Field::new("updated_by", Kind::Uuid),
        Field::new("owner", Kind::Served).author(),
    ],
    allow: Some(("GET, POST, HEAD, OPTIONS", "GET, PUT, PATCH, DELETE, HEAD, OPTIONS")),
    missing: Some("No Sticky matches the given query."),
    ..Resource::PLAIN
};
