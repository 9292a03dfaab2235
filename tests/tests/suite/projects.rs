//! Plane's projects: the shipped requests and model against recorded responses and the sandbox.

use plane_api::{
    Client, Ref,
    http::StatusCode,
    ids::UserId,
    sandbox::Sandbox,
    v1::projects::{CreateProject, GetProject, ListProjects, Project},
};
use serde_json::json;

use super::responses::decode_all;

#[test]
fn no_value_of_a_known_response_is_lost() {
    let decoded = decode_all::<Project>(|path| matches!(path, ["projects"] | ["projects", _]));
    assert_eq!(decoded, 16);
}

#[test]
fn expanded_references_are_objects_and_missing_ones_are_none() {
    let json = json!({
        "id": "p", "project_lead": { "id": "u", "display_name": "ann" }, "default_assignee": {},
        "created_by": "u", "workspace": { "id": "w", "name": "Acme", "slug": "acme" },
    });
    let project: Project = serde_json::from_value(json).unwrap();
    let lead = project.project_lead.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(lead.display_name.as_deref(), Some("ann"));
    assert_eq!(project.default_assignee, None);
    assert_eq!(project.created_by, Some(Ref::from(UserId::from("u"))));
    assert_eq!(project.workspace.unwrap().as_object().unwrap().slug.as_deref(), Some("acme"));
}

#[test]
fn queries_are_written_as_the_server_reads_them() {
    let list = ListProjects::new("acme").per_page(5).fields(["id", "name"]).order_by("-name");
    let target = |request: http::Request<plane_api::Body>| request.uri().to_string();
    assert_eq!(
        target(plane_api::generated::build(&list).unwrap()),
        "/workspaces/acme/projects/?per_page=5&order_by=-name&fields=id,name"
    );
    let get = GetProject::new("acme", "p").expand(["project_lead"]);
    assert_eq!(
        target(plane_api::generated::build(&get).unwrap()),
        "/workspaces/acme/projects/p/?expand=project_lead"
    );
}

#[tokio::test]
async fn a_project_is_created_got_and_listed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::plane().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
    let workspace = sandbox.workspace();
    let create = CreateProject::new(workspace, "Rocket", "roc").timezone("Asia/Kolkata");
    let created = create.send(&client).await.unwrap();
    assert_eq!(created.identifier.as_deref(), Some("ROC"));
    assert_eq!(GetProject::new(workspace, &created.id).send(&client).await.unwrap(), created);
    let page = ListProjects::new(workspace).send(&client).await.unwrap();
    assert_eq!(page.results, [created]);
    let error = create.send(&client).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::CONFLICT), "{error}");
}
