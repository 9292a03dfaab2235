//! Members: only the user of the API key.

use serde_json::{Value, json};

use super::{super::resource::Action, super::resource::Resource};

pub(super) const OF_WORKSPACE: Resource = Resource {
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

pub(super) const OF_PROJECT: Resource = Resource {
    noun: "Member",
    path: "/api/v1/workspaces/{workspace}/projects/{project}/project-members/",
    collection: &[Action::Show(|user| json!([member(user)]))],
    object: &[],
    parent: Some("Project"),
    ..Resource::PLAIN
};

/// Returns the user of the API key.
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
