//! The resources that the sandbox serves. A new one is a new entry.

use serde_json::Value;

use super::resource::{Action, Field, Key, Kind, Resource};

pub(super) const RESOURCES: &[Resource] = &[CUSTOMERS];

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
            phrase: "external id and external source",
            overwrites: true,
            exclusive: true,
        },
        Key { fields: &["name"], phrase: "name", overwrites: true, exclusive: false },
    ],
};
