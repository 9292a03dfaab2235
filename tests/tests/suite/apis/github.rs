//! GitHub's issues, contents and releases: JSON, `PATCH` with `null`, bearer tokens, raw bodies, redirects.

use plane_api::{Body, Bytes, Download, Patch, Redirect, endpoint};
use serde::{Deserialize, Serialize};

use super::*;

#[derive(Debug, Deserialize, PartialEq)]
pub struct Issue {
    pub number: u64,
    pub title: String,
    pub state: State,
    pub milestone: Option<Milestone>,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Milestone {
    pub number: u64,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Open,
    Closed,
    All,
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Label {
    pub name: String,
}

/// Lists the issues of a repository.
#[endpoint(GET, "/repos/<owner>/<repo>/issues" -> Vec<Issue>)]
#[derive(Debug, Clone)]
pub struct ListIssues {
    pub state: Option<State>,
    /// Only issues with all of these labels.
    #[query(comma)]
    pub labels: Vec<String>,
    pub since: Option<jiff::Timestamp>,
    pub per_page: Option<u8>,
    pub page: Option<u32>,
}

/// Gets an issue.
#[endpoint(GET, "/repos/<owner>/<repo>/issues/<number>" -> Issue)]
pub struct GetIssue {
    pub owner: String,
    pub repo: String,
    pub number: u64,
}

/// Creates an issue.
#[endpoint(POST, "/repos/<owner>/<repo>/issues" -> Issue)]
pub struct CreateIssue {
    pub title: String,
    pub body: Option<String>,
    pub labels: Option<Vec<String>>,
    pub milestone: Option<u64>,
}

/// Updates an issue; `null` clears its milestone.
#[endpoint(PATCH, "/repos/<owner>/<repo>/issues/<number>" -> Issue)]
pub struct UpdateIssue {
    pub owner: String,
    pub repo: String,
    pub number: u64,
    pub title: Option<String>,
    pub state: Option<State>,
    pub milestone: Patch<u64>,
}

/// Replaces the labels of an issue.
#[endpoint(PUT, "/repos/<owner>/<repo>/issues/<number>/labels" -> Vec<Label>)]
pub struct SetLabels {
    #[body]
    pub labels: Vec<String>,
}

/// Removes assignees from an issue.
#[endpoint(DELETE, "/repos/<owner>/<repo>/issues/<number>/assignees" -> Issue, json)]
pub struct RemoveAssignees {
    pub assignees: Vec<String>,
}

/// Locks the conversation of an issue.
#[endpoint(PUT, "/repos/<owner>/<repo>/issues/<number>/lock" -> ())]
pub struct LockIssue {
    pub lock_reason: Option<String>,
}

/// Gets a raw file.
#[endpoint(GET, "/repos/<owner>/<repo>/contents/<path..>" -> Download)]
pub struct GetFile {
    #[header("Accept")]
    pub accept: String,
    pub r#ref: Option<String>,
}

/// Gets the URL of the archive of a branch or tag.
#[endpoint(GET, "/repos/<owner>/<repo>/zipball/<ref..>" -> Redirect)]
pub struct GetArchive {}

/// Renders Markdown.
#[endpoint(POST, "/markdown/raw" -> Bytes)]
pub struct RenderMarkdown {
    #[header("Content-Type")]
    pub content_type: String,
    #[body]
    pub text: Bytes,
}

/// Attaches a file to a release.
#[endpoint(POST, "/repos/<owner>/<repo>/releases/<release>/assets")]
pub struct UploadAsset {
    #[query]
    pub name: String,
    #[header("Content-Type")]
    pub content_type: String,
    #[body]
    pub file: Body,
}

const AUTH: &str = "authorization: Bearer gh-token-0123";
const ISSUE: &str = r#"{"number": 7, "title": "T", "state": "open", "milestone": {"number": 1}}"#;
const ACCEPT: &str = "accept: application/json";
const JSON: &str = "accept: application/json\ncontent-type: application/json";

async fn github(body: &str) -> (Server, Client) {
    api(json(200, body), Auth::bearer_token("gh-token-0123")).await
}

fn issue() -> Issue {
    let milestone = Some(Milestone { number: 1 });
    Issue { number: 7, title: "T".to_owned(), state: State::Open, milestone }
}

#[tokio::test]
async fn issues_are_listed_and_read() {
    let (server, client) = github(&format!("[{ISSUE}]")).await;
    let since: jiff::Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    let list =
        ListIssues::new("octo cat", "hello").state(State::All).labels(["bug", "help wanted"]);
    let issues = list.since(since).per_page(100).send(&client).await.unwrap();
    assert_eq!(issues, [issue()]);
    assert_eq!(
        only(&server, AUTH),
        format!(
            "GET /repos/octo%20cat/hello/issues?state=all&labels=bug,help%20wanted&since=2026-01-02T03%3A04%3A05Z\
             &per_page=100\n{ACCEPT}\n\n"
        )
    );

    let (server, client) = github(ISSUE).await;
    assert_eq!(GetIssue::new("o", "r", 7).send(&client).await.unwrap(), issue());
    assert_eq!(only(&server, AUTH), format!("GET /repos/o/r/issues/7\n{ACCEPT}\n\n"));
}

#[tokio::test]
async fn issues_are_written() {
    let (server, client) = github(ISSUE).await;
    CreateIssue::new("o", "r", "T").labels(["a", "b"]).send(&client).await.unwrap();
    UpdateIssue::new("o", "r", 7)
        .milestone(Patch::Clear)
        .state(State::Closed)
        .send(&client)
        .await
        .unwrap();
    UpdateIssue::new("o", "r", 7).milestone(3).send(&client).await.unwrap();
    RemoveAssignees::new("o", "r", "7", ["x"]).send(&client).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    let with = |line: &str, body: &str| {
        format!("{line}\n{JSON}\ncontent-length: {}\n\n{body}", body.len())
    };
    assert_eq!(
        sent,
        [
            with("POST /repos/o/r/issues", r#"{"title":"T","labels":["a","b"]}"#),
            with("PATCH /repos/o/r/issues/7", r#"{"state":"closed","milestone":null}"#),
            with("PATCH /repos/o/r/issues/7", r#"{"milestone":3}"#),
            with("DELETE /repos/o/r/issues/7/assignees", r#"{"assignees":["x"]}"#),
        ]
    );

    let (server, client) = github(r#"[{"name": "bug"}]"#).await;
    let labels = SetLabels::new("o", "r", "7", ["bug"]).send(&client).await.unwrap();
    assert_eq!(labels[0].name, "bug");
    LockIssue::new("o", "r", "7").lock_reason("spam").send(&client).await.unwrap();
    let sent: Vec<_> = server.requests().iter().map(|it| bytes(&server, it, AUTH)).collect();
    assert_eq!(sent[0], with("PUT /repos/o/r/issues/7/labels", r#"["bug"]"#));
    assert_eq!(sent[1], with("PUT /repos/o/r/issues/7/lock", r#"{"lock_reason":"spam"}"#));
}

#[tokio::test]
async fn files_are_sent_and_received_unchanged() {
    let (server, client) = github("fn main() {}").await;
    let raw = "application/vnd.github.raw+json";
    let file = GetFile::new("o", "r", "src/a b.rs", raw).r#ref("v1/x").send(&client).await.unwrap();
    assert_eq!(file.collect().await.unwrap(), "fn main() {}");
    assert_eq!(
        only(&server, AUTH),
        format!("GET /repos/o/r/contents/src/a%20b.rs?ref=v1%2Fx\naccept: {raw}\n\n")
    );

    let (server, client) = github("<p>Hi</p>").await;
    let html = RenderMarkdown::new("text/plain", "Hi").send(&client).await.unwrap();
    assert_eq!(html, "<p>Hi</p>");
    assert_eq!(
        only(&server, AUTH),
        "POST /markdown/raw\naccept: */*\ncontent-type: text/plain\ncontent-length: 2\n\nHi"
    );

    let (server, client) = github("{}").await;
    let file = Body::reader(&b"zipped"[..]).with_content_length(6);
    UploadAsset::new("o", "r", "1", "a.zip", "application/zip", file).send(&client).await.unwrap();
    assert_eq!(
        only(&server, AUTH),
        format!(
            "POST /repos/o/r/releases/1/assets?name=a.zip\n{ACCEPT}\ncontent-type: application/zip\ncontent-length: 6\n\nzipped"
        )
    );
}

#[tokio::test]
async fn archives_are_redirects() {
    let location = "https://codeload.example/o/r/v1?token=x";
    let found = answer(302, &format!("Location: {location}\r\n"), "");
    let (server, client) = api(Reply::Send(found), Auth::bearer_token("gh-token-0123")).await;
    let archive = GetArchive::new("o", "r", "heads/main").send(&client).await.unwrap();
    assert_eq!(archive.location(), location);
    assert_eq!(only(&server, AUTH), format!("GET /repos/o/r/zipball/heads/main\n{ACCEPT}\n\n"));
}
