//! Runs the GitHub example as a user does: `cargo run --example github_issues`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use plane_tests::example;
use serde_json::json;

use super::*;

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap()
}

/// A page from GitHub that reports that no requests are left until the second after next.
fn page(url: &str, number: u64) -> Reply {
    let issues: Vec<_> = (0..if number < 3 { 100 } else { 50 })
        .map(|at| json!({"number": 100 * (number - 1) + at + 1, "title": "It is broken"}))
        .collect();
    let link = |page: u64, rel| {
        format!("<{url}/repositories/1/issues?state=open&per_page=100&page={page}>; rel=\"{rel}\"")
    };
    let links = match number {
        1 | 2 => format!("{}, {}", link(number + 1, "next"), link(3, "last")),
        _ => format!("{}, {}", link(2, "prev"), link(1, "first")),
    };
    let reset = now().as_secs() + 2;
    let headers = format!(
        "Content-Type: application/json\r\nLink: {links}\r\nX-RateLimit-Remaining: {}\r\nX-RateLimit-Reset: {reset}\r\n",
        u8::from(number != 1),
    );
    Reply::Send(answer(200, &headers, json!(issues).to_string()))
}

#[tokio::test]
async fn all_issues_are_listed_within_the_rate_limit() {
    let times = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let noted = times.clone();
    let server = Server::start(move |received| {
        noted.lock().unwrap().push(now());
        let url = format!("http://{}", received.header("host").unwrap());
        let mut pairs = received.line().split(['?', '&']);
        let number = pairs.find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap_or(1);
        page(&url, number)
    })
    .await
    .unwrap();
    let env = [("GITHUB_API_URL", server.url()), ("GITHUB_TOKEN", "CANARY")];
    let output = example("github_issues").arg("owner/repo").envs(env).output().await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert_eq!((output.status.code(), stderr.as_str()), (Some(0), ""));
    let lines: Vec<_> = stdout.lines().collect();
    assert_eq!((lines.len(), lines[0]), (250, "#1 It is broken"));
    assert_eq!(lines[249], "#250 It is broken");

    let requests = server.requests();
    let targets: Vec<_> = requests.iter().map(Received::line).collect();
    let query = "GET /repos/owner/repo/issues?state=open&per_page=100";
    let [first, second, third] = &targets[..] else { panic!("{targets:?}") };
    assert_eq!(first, &query);
    for (target, page) in [(second, 2), (third, 3)] {
        let mut pairs: Vec<_> = target.split(['?', '&']).collect();
        pairs.sort_unstable();
        let page = format!("page={page}");
        assert_eq!(pairs, ["GET /repos/owner/repo/issues", &page, "per_page=100", "state=open"]);
    }
    for request in &requests {
        assert_eq!(request.header("accept"), Some("application/vnd.github+json"));
        assert_eq!(request.header("x-github-api-version"), Some("2022-11-28"));
        assert_eq!(request.header("authorization"), Some("Bearer CANARY"));
    }
    // After the first page, no requests were left until a second had passed.
    let times = times.lock().unwrap();
    let waited = times[1] - times[0];
    assert!(waited >= Duration::from_secs(1), "{waited:?}");
}
