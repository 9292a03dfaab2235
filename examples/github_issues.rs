//! Declares another API than Plane's, GitHub's issues, and shows the requests.
//!
//! ```text
//! cargo run --example github_issues
//! GITHUB_TOKEN=... cargo run --example github_issues -- rust-lang/rust
//! GITHUB_API_URL=https://github.example/api/v3 GITHUB_TOKEN=... cargo run --example github_issues -- owner/repo
//! ```
//!
//! Without a token, nothing is sent: each request is built and printed. With a token, it lists all open issues of the
//! repository, page by page. The client follows GitHub's rate limit (`X-RateLimit-Remaining`, `Retry-After`).

use plane_api::{Auth, Body, Client, Download, Patch, Result, endpoint, http::Request};
use plane_examples::println;
use serde::{Deserialize, Serialize};

/// The fields of an issue that this program uses.
#[derive(Debug, Deserialize)]
pub struct Issue {
    /// Its number in the repository.
    pub number: u64,
    /// Its title.
    pub title: String,
}

/// State of an issue.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The issue is open.
    Open,
    /// The issue is closed.
    Closed,
}

/// Lists the issues of a repository. GitHub names the next page in the header `Link`.
#[endpoint(
    GET, "/repos/<owner>/<repo>/issues" -> Vec<Issue>,
    header("Accept" = "application/vnd.github+json"), header("X-GitHub-Api-Version" = "2022-11-28"),
)]
#[derive(Debug, Clone)]
pub struct ListIssues {
    /// Number of the page, set by pagination.
    #[page(link)]
    pub page: Option<u32>,
    /// Only issues in this state. Default: open.
    pub state: Option<State>,
    /// Only issues with all of these labels.
    #[query(comma)]
    pub labels: Vec<String>,
    /// Issues per page. Default: 30; maximum: 100.
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
    /// New state.
    pub state: Option<State>,
    /// Milestone of the issue; `null` removes it.
    pub milestone: Patch<u64>,
}

/// Replaces the labels of an issue. The body is a list.
#[endpoint(PUT, "/repos/<owner>/<repo>/issues/<number>/labels")]
#[derive(Debug, Clone)]
pub struct SetLabels {
    /// All labels.
    #[body]
    pub labels: Vec<String>,
}

/// Removes assignees from an issue: a `DELETE` with a body.
#[endpoint(DELETE, "/repos/<owner>/<repo>/issues/<number>/assignees" -> Issue, json)]
#[derive(Debug, Clone)]
pub struct RemoveAssignees {
    /// Logins of the assignees.
    pub assignees: Vec<String>,
}

/// Gets a file unchanged. Its path may have several segments.
#[endpoint(GET, "/repos/<owner>/<repo>/contents/<path..>" -> Download)]
#[derive(Debug, Clone)]
pub struct GetFile {
    /// `application/vnd.github.raw+json` for the content of the file.
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
    // The URL of GitHub Enterprise; GitHub Actions sets it, too.
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
