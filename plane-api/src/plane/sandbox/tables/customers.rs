//! Customers and their requests.

use serde_json::{Value, json};

use super::{
    super::resource::Action, super::resource::Conflict, super::resource::Field,
    super::resource::Key, super::resource::Kind, super::resource::Resource, EXTERNAL_REFERENCE,
    UNIQUE_REFERENCE,
};

pub(super) const CUSTOMERS: Resource = Resource {
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
            on_update: None,
        },
    ],
    ..Resource::PLAIN
};

pub(super) const REQUESTS: Resource = Resource {
    noun: "Customer request",
    path: "/api/v1/workspaces/{workspace}/customers/{customer}/requests/",
    fields: &[
        Field::new("name", Kind::Text).max(255).required(),
        Field::new("description", Kind::Json),
        Field::new("description_html", Kind::Text),
        Field::new("link", Kind::Url),
        Field::new("work_item_ids", Kind::Uuids).initially(|| json!([])),
        Field::new("attachment_count", Kind::Served).initially(|| json!(0)),
    ],
    parent: Some("Customer"),
    ..Resource::PLAIN
};
