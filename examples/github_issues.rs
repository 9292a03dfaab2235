//! Declares an API that is not Plane's, GitHub's issues, and shows what would be sent.
//!
//! ```text
//! cargo run --example github_issues
//! GITHUB_TOKEN=... cargo run --example github_issues -- rust-lang/rust
//! GITHUB_API_URL=https://github.example/api/v3 GITHUB_TOKEN=... cargo run --example github_issues -- owner/repo
//! ```
//!
//! Without a token nothing is sent: each request is built and printed. With one, all open issues of the repository are
//! listed, page by page. The client paces itself by GitHub's `X-RateLimit-Remaining` and `Retry-After`.

use plane_api::{Auth, Body, Client, Download, Patch, Result, endpoint, http::Request};
use serde::{Deserialize, Serialize};

/// An issue, as far as this program wants to know it.
#[derive(Debug, Deserialize)]
pub struct Issue {
    /// Its number in the repository.
    pub number: u64,
    /// Its title.
    pub title: String,
}

/// What has become of an issue.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It waits for somebody.
    Open,
    /// It is done, or never will be.
    Closed,
}

/// Lists the issues of a repository. GitHub names the next page in the header `Link`.
#[endpoint(
    GET, "/repos/<owner>/<repo>/issues" -> Vec<Issue>,
    header("Accept" = "application/vnd.github+json"), header("X-GitHub-Api-Version" = "2022-11-28"),
)]
#[derive(Debug, Clone)]
pub struct ListIssues {
    /// Which page; pagination sets it.
    #[page(link)]
    pub page: Option<u32>,
    /// Those that are open, unless said otherwise.
    pub state: Option<State>,
    /// Those that have all of these labels.
    #[query(comma)]
    pub labels: Vec<String>,
    /// 30 unless set, 100 at most.
    pub per_page: Option<u8>,
}

/// Gets an issue.
#[endpoint(GET, "/repos/<owner>/<repo>/issues/<number>" -> Issue)]
#[derive(Debug, Clone)]
pub struct GetIssue {}

/// Opens an issue.
#[endpoint(POST, "/repos/<owner>/<repo>/issues" -> Issue)]
#[derive(Debug, Clone)]
pub struct CreateIssue {
    /// Its title.
    pub title: String,
    /// Its text, in Markdown.
    pub body: Option<String>,
}

/// Changes an issue.
#[endpoint(PATCH, "/repos/<owner>/<repo>/issues/<number>" -> Issue)]
#[derive(Debug, Clone)]
pub struct UpdateIssue {
    /// Whether it is done.
    pub state: Option<State>,
    /// The milestone that it belongs to; `null` takes it out.
    pub milestone: Patch<u64>,
}

/// Replaces the labels of an issue: the body is a list.
#[endpoint(PUT, "/repos/<owner>/<repo>/issues/<number>/labels")]
#[derive(Debug, Clone)]
pub struct SetLabels {
    /// All of them.
    #[body]
    pub labels: Vec<String>,
}

/// Takes people off an issue: a `DELETE` with a body.
#[endpoint(DELETE, "/repos/<owner>/<repo>/issues/<number>/assignees" -> Issue, json)]
#[derive(Debug, Clone)]
pub struct RemoveAssignees {
    /// Their names.
    pub assignees: Vec<String>,
}

/// Gets a file as it is. Its path may have several segments.
#[endpoint(GET, "/repos/<owner>/<repo>/contents/<path..>" -> Download)]
#[derive(Debug, Clone)]
pub struct GetFile {
    /// `application/vnd.github.raw+json` for the file itself.
    #[header("Accept")]
    pub accept: String,
    /// Branch, tag or commit.
    pub r#ref: Option<String>,
}

/// Attaches a file to a release.
#[endpoint(POST, "/repos/<owner>/<repo>/releases/<release>/assets")]
#[derive(Debug, Clone)]
pub struct UploadAsset {
    /// Name of the file.
    #[query]
    pub name: String,
    /// Type of the file.
    #[header("Content-Type")]
    pub content_type: String,
    /// The file: bytes, or a stream.
    #[body]
    pub file: Body,
}

fn show(request: Result<Request<Body>>) -> Result<()> {
    let (parts, body) = request?.into_parts();
    println!("{} {}", parts.method, parts.uri);
    match body.as_bytes() {
        Some(bytes) if bytes.is_empty() => {}
        Some(bytes) => println!("    {}", String::from_utf8_lossy(bytes)),
        None => println!("    {body:?}"),
    }
    Ok(())
}

fn show_all(owner: &str, repo: &str) -> Result<()> {
    show(ListIssues::new(owner, repo).state(State::Open).labels(["bug", "help wanted"]).request())?;
    show(GetIssue::new(owner, repo, "7").request())?;
    show(CreateIssue::new(owner, repo, "It does not compile").request())?;
    show(
        UpdateIssue::new(owner, repo, "7").state(State::Closed).milestone(Patch::Clear).request(),
    )?;
    show(SetLabels::new(owner, repo, "7", ["bug"]).request())?;
    show(RemoveAssignees::new(owner, repo, "7", ["octocat"]).request())?;
    show(GetFile::new(owner, repo, "src/lib.rs", "application/vnd.github.raw+json").request())?;
    let file = Body::reader(&b"zipped"[..]).with_content_length(6);
    show(UploadAsset::new(owner, repo, "1", "a.zip", "application/zip", file).request())
}

#[tokio::main]
async fn main() -> Result<()> {
    let argument = std::env::args().nth(1).unwrap_or_else(|| "octocat/hello-world".to_owned());
    let (owner, repo) = argument.split_once('/').unwrap_or(("octocat", &argument));
    let Some(token) = std::env::var("GITHUB_TOKEN").ok().filter(|token| !token.is_empty()) else {
        return show_all(owner, repo);
    };
    // Where GitHub Enterprise is; GitHub Actions sets it as well.
    let url = std::env::var("GITHUB_API_URL").ok().filter(|url| !url.is_empty());
    let url = url.unwrap_or_else(|| "https://api.github.com".to_owned());
    let client = Client::builder(url)
        .auth(Auth::bearer_token(token))
        .user_agent("plane-api-example")
        .build()?;
    let mut issues = ListIssues::new(owner, repo).state(State::Open).per_page(100).items(&client);
    while let Some(issue) = issues.next().await {
        let issue = issue?;
        println!("#{} {}", issue.number, issue.title);
    }
    Ok(())
}
