//! GitLab: projects and files whose names contain slashes, a list with `Link`, basic auth.

use plane_api::{Bytes, FilePart, endpoint};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, PartialEq, Deserialize)]
pub struct Numbered {
    pub id: u64,
}

#[endpoint(GET, "/projects/<id>" -> Numbered)]
pub struct GetProject {
    #[path(slashes)]
    pub id: String,
}

/// Lists projects, in the order of their ids.
#[endpoint(GET, "/projects?order_by=id&pagination=keyset" -> Vec<Numbered>)]
#[derive(Debug, Clone)]
pub struct ListProjects {
    #[page(link)]
    pub id_after: Option<u64>,
    pub per_page: Option<u8>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Not {
    pub labels: &'static str,
    pub iids: Vec<u64>,
}

#[endpoint(GET, "/projects/<id>/issues" -> Vec<Numbered>, brackets)]
pub struct ListIssues {
    #[path(slashes)]
    pub id: String,
    #[query(comma)]
    pub labels: Vec<String>,
    pub iids: Vec<u64>,
    pub not: Option<Not>,
}

#[endpoint(POST, "/projects/<id>/issues" -> Numbered)]
pub struct CreateIssue {
    #[path(slashes)]
    pub id: String,
    pub title: String,
    pub assignee_ids: Option<Vec<u64>>,
}

#[endpoint(PUT, "/projects/<id>/issues/<issue_iid>" -> Numbered)]
pub struct UpdateIssue {
    #[path(slashes)]
    pub id: String,
    pub issue_iid: u64,
    pub state_event: Option<&'static str>,
}

#[endpoint(GET, "/projects/<id>/repository/files/<file_path>/raw" -> Bytes)]
pub struct GetFile {
    #[path(slashes)]
    pub id: String,
    #[path(slashes)]
    pub file_path: String,
    pub r#ref: Option<String>,
}

#[endpoint(POST, "/projects/<id>/repository/files/<file_path>")]
pub struct CreateFile {
    #[path(slashes)]
    pub id: String,
    #[path(slashes)]
    pub file_path: String,
    pub branch: String,
    pub content: String,
}

#[endpoint(DELETE, "/projects/<id>/repository/branches/<branch>" -> ())]
pub struct DeleteBranch {
    #[path(slashes)]
    pub id: String,
    #[path(slashes)]
    pub branch: String,
}

#[endpoint(HEAD, "/projects/<id>/repository/files/<file_path>" -> u64, decode = size)]
pub struct GetFileSize {
    #[path(slashes)]
    pub id: String,
    #[path(slashes)]
    pub file_path: String,
    pub r#ref: String,
}

fn size(response: plane_api::RawResponse) -> plane_api::Result<u64> {
    response.header("X-Gitlab-Size")
}

#[endpoint(POST, "/projects/<id>/uploads", multipart)]
pub struct Upload {
    #[path(slashes)]
    pub id: String,
    pub file: FilePart,
}

const ID: &str = "group/sub group/project";
const PROJECT: &str = "/api/v4/projects/group%2Fsub%20group%2Fproject";
// ada:s3cret
const AUTH: &str = "authorization: Basic YWRhOnMzY3JldA==";
const JSON: &str = "accept: application/json";
const JSON_BODY: &str = "content-type: application/json";

fn gitlab(server: &Server) -> Client {
    client(&format!("{}/api/v4", server.url()), Auth::basic("ada", "s3cret"))
}

#[tokio::test]
async fn slashes_are_encoded_within_one_segment() {
    let server = Server::always(json(200, r#"{"id": 7}"#)).await.unwrap();
    let client = gitlab(&server);
    assert_eq!(GetProject::new(ID).send(&client).await.unwrap(), Numbered { id: 7 });
    CreateIssue::new(ID, "T").assignee_ids([1, 2]).send(&client).await.unwrap();
    UpdateIssue::new(ID, 7).state_event("close").send(&client).await.unwrap();
    let text = GetFile::new(ID, "src/50%.rs").r#ref("feature/x").send(&client).await.unwrap();
    assert_eq!(text, r#"{"id": 7}"#);
    CreateFile::new(ID, "a/b.txt", "main", "Hi").send(&client).await.unwrap();
    DeleteBranch::new(ID, "feature/x").send(&client).await.unwrap();
    assert_eq!(
        sent(&server, AUTH),
        [
            plain(&format!("GET {PROJECT}"), &[JSON]),
            with_body(
                &format!("POST {PROJECT}/issues"),
                &[JSON, JSON_BODY],
                r#"{"title":"T","assignee_ids":[1,2]}"#
            ),
            with_body(
                &format!("PUT {PROJECT}/issues/7"),
                &[JSON, JSON_BODY],
                r#"{"state_event":"close"}"#
            ),
            plain(
                &format!("GET {PROJECT}/repository/files/src%2F50%25.rs/raw?ref=feature%2Fx"),
                &["accept: */*"]
            ),
            with_body(
                &format!("POST {PROJECT}/repository/files/a%2Fb.txt"),
                &[JSON, JSON_BODY],
                r#"{"branch":"main","content":"Hi"}"#
            ),
            plain(&format!("DELETE {PROJECT}/repository/branches/feature%2Fx"), &[JSON]),
        ]
    );
    for id in ["group%2Fproject", "group//project", "/project", "group/..", "group%252fproject", ""]
    {
        let error = GetProject::new(id).send(&client).await.unwrap_err();
        assert_eq!(error.delivery(), plane_api::Delivery::NotSent, "{id}");
    }
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn lists_are_paginated_by_links() {
    let server = Server::start(|request| {
        let host = request.header("host").unwrap_or_default();
        if request.line().contains("id_after=2") {
            return json(200, r#"[{"id": 3}]"#);
        }
        let link = format!(
            "Link: <http://{host}/api/v4/projects?id_after=2&order_by=id&pagination=keyset&per_page=2>; rel=\"next\"\r\n"
        );
        Reply::Send(answer(200, &link, r#"[{"id": 1}, {"id": 2}]"#))
    });
    let server = server.await.unwrap();
    let client = gitlab(&server);
    let all = ListProjects::new().per_page(2).items(&client).collect(10).await.unwrap();
    assert_eq!(all, [1, 2, 3].map(|id| Numbered { id }));
    let issues = ListIssues::new(ID).labels(["a b", "c"]).iids([1, 2]);
    issues.not(Not { labels: "x", iids: vec![3] }).send(&client).await.unwrap();
    let list = "GET /api/v4/projects?order_by=id&pagination=keyset";
    assert_eq!(
        sent(&server, AUTH),
        [
            plain(&format!("{list}&per_page=2"), &[JSON]),
            plain(&format!("{list}&id_after=2&per_page=2"), &[JSON]),
            plain(
                &format!(
                    "GET {PROJECT}/issues?labels=a%20b,c&iids%5B%5D=1&iids%5B%5D=2&not%5Blabels%5D=x&not%5Biids%5D%5B%5D=3"
                ),
                &[JSON]
            ),
        ]
    );
}

#[tokio::test]
async fn files_are_sized_and_uploaded() {
    let server = Server::start(|request| match request.line().starts_with("HEAD") {
        true => Reply::Send(
            b"HTTP/1.1 200 OK\r\nX-Gitlab-Size: 1476\r\nContent-Length: 9\r\n\r\n".to_vec(),
        ),
        false => json(201, "{}"),
    });
    let server = server.await.unwrap();
    let client = gitlab(&server);
    let size = GetFileSize::new(ID, "a/b", "main").send(&client).await.unwrap();
    assert_eq!(size, 1476);
    Upload::new(ID, FilePart::new("a \"b\".txt", "Hi").content_type("text/plain"))
        .send(&client)
        .await
        .unwrap();
    let head = "\"file\"; filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain";
    let (content_type, body) = multipart(&server.requests()[1], &[(head, "Hi")]);
    assert_eq!(
        sent(&server, AUTH),
        [
            plain(
                &format!("HEAD {PROJECT}/repository/files/a%2Fb?ref=main"),
                &["accept: application/json, */*;q=0.5"]
            ),
            with_body(&format!("POST {PROJECT}/uploads"), &[JSON, &content_type], &body),
        ]
    );
}
