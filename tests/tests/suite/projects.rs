//! Plane's projects: the shipped requests and model against recorded answers, and against the sandbox.

use plane_api::{
    Client, Ref,
    http::StatusCode,
    projects::{CreateProject, GetProject, ListProjects, Project},
    sandbox::Sandbox,
};
use serde_json::json;

use super::answers::{assert_tolerant, body, decode_all, fill, lines};

const FIXTURE: &str = include_str!("../../fixtures/projects.jsonl");

#[test]
fn every_known_answer_decodes_and_loses_nothing() {
    assert_eq!(decode_all::<Project>(FIXTURE), 16);
}

#[test]
fn every_recorded_body_can_be_sent() {
    let mut sent = 0;
    for line in lines(FIXTURE).iter().filter(|line| line["method"] == "POST") {
        let Some(wanted) = line.get("request") else { continue };
        let text = |name: &str| wanted[name].as_str().unwrap();
        let mut request = CreateProject::new("acme", text("name"), text("identifier"));
        fill!(request, wanted, description description_html project_lead default_assignee icon_prop
            emoji logo_props cover_image module_view cycle_view issue_views_view page_view intake_view
            guest_view_all_features archive_in close_in timezone is_issue_type_enabled
            is_time_tracking_enabled external_source external_id);
        assert_eq!(&body(&request), wanted);
        sent += 1;
    }
    assert_eq!(sent, 7);
}

#[test]
fn only_the_id_is_needed() {
    let full = lines(FIXTURE).into_iter().find(|line| line["status"] == 201).unwrap();
    assert_tolerant::<Project>(&full["body"]);
}

#[test]
fn what_is_expanded_is_an_object_and_nobody_is_none() {
    let json = json!({
        "id": "p", "project_lead": { "id": "u", "display_name": "ann" }, "default_assignee": {},
        "created_by": "u", "workspace": { "id": "w", "name": "Acme", "slug": "acme" },
    });
    let project: Project = serde_json::from_value(json).unwrap();
    let lead = project.project_lead.as_ref().and_then(Ref::as_object).unwrap();
    assert_eq!(lead.display_name.as_deref(), Some("ann"));
    assert_eq!(project.default_assignee, None);
    assert_eq!(project.created_by, Some(Ref::Id("u".into())));
    assert_eq!(project.workspace.unwrap().as_object().unwrap().slug.as_deref(), Some("acme"));
}

#[test]
fn queries_are_written_as_the_server_reads_them() {
    let list = ListProjects::new("acme").per_page(5).fields(["id", "name"]).order_by("-name");
    let target = |request: http::Request<plane_api::Body>| request.uri().to_string();
    assert_eq!(
        target(plane_api::build(&list).unwrap()),
        "/workspaces/acme/projects/?per_page=5&order_by=-name&fields=id,name"
    );
    let get = GetProject::new("acme", "p").expand(["project_lead"]);
    assert_eq!(
        target(plane_api::build(&get).unwrap()),
        "/workspaces/acme/projects/p/?expand=project_lead"
    );
}

#[tokio::test]
async fn a_project_is_created_got_and_listed() {
    let sandbox = Sandbox::start().await.unwrap();
    let client =
        Client::builder().base_url(sandbox.base_url()).api_key(sandbox.api_key()).build().unwrap();
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
