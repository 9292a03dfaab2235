//! APIs other than Plane's, declared from their documentation and sent to servers that check every byte.

mod cloudflare;
mod github;
mod github_example;
mod gitlab;
mod google;
mod openai;
mod storage;
mod stripe;

use plane_api::{Auth, Client, RetryPolicy};
use plane_tests::{Received, Reply, Server, answer, json};

/// Starts a server that always returns the same response, and a client of it.
async fn api(reply: Reply, auth: Auth) -> (Server, Client) {
    let server = Server::always(reply).await.unwrap();
    let client = client(server.url(), auth);
    (server, client)
}

fn client(url: &str, auth: Auth) -> Client {
    let builder = Client::builder(url).auth(auth);
    builder.user_agent("tests").retry(RetryPolicy::never()).build().unwrap()
}

/// Returns the request without the parts that every request must contain once: host, user agent, the credential and,
/// unless a range of the body is requested, encodings.
fn bytes(server: &Server, request: &Received, auth: &str) -> String {
    let host = server.url().trim_start_matches("http://");
    let user_agent = format!("user-agent: tests plane-api/{}", env!("CARGO_PKG_VERSION"));
    let mut common = vec![format!("host: {host}"), user_agent];
    if request.header("range").is_none() {
        common.push("accept-encoding: gzip".to_owned());
    }
    if !auth.is_empty() {
        common.push(auth.to_owned());
    }
    let mut lines: Vec<&str> = request.head.trim_end().lines().collect();
    for header in common {
        let before = lines.len();
        lines.retain(|line| *line != header);
        assert_eq!(lines.len() + 1, before, "{header} in {}", request.head);
    }
    let head = lines.join("\n").replacen(" HTTP/1.1", "", 1);
    format!("{head}\n\n{}", request.text())
}

/// Returns the only request.
fn only(server: &Server, auth: &str) -> String {
    let [request] = &server.requests()[..] else { panic!("one request") };
    bytes(server, request, auth)
}

/// Returns all requests, with their headers in alphabetical order.
fn sent(server: &Server, auth: &str) -> Vec<String> {
    server.requests().iter().map(|request| sorted(&bytes(server, request, auth))).collect()
}

fn sorted(request: &str) -> String {
    let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
    let (line, headers) = head.split_once('\n').unwrap_or((head, ""));
    let mut headers: Vec<_> = headers.lines().collect();
    headers.sort_unstable();
    format!("{line}\n{}\n\n{body}", headers.join("\n"))
}

/// Returns the expected form of a request without a body, as from [`sent`].
fn plain(line: &str, headers: &[&str]) -> String {
    sorted(&format!("{line}\n{}\n\n", headers.join("\n")))
}

/// Returns the expected form of a request with a body, as from [`sent`].
fn with_body(line: &str, headers: &[&str], body: &str) -> String {
    sorted(&format!("{line}\n{}\ncontent-length: {}\n\n{body}", headers.join("\n"), body.len()))
}

/// Returns the header and the body of a multipart request: each part is the text after `name=`.
fn multipart(request: &Received, parts: &[(&str, &str)]) -> (String, String) {
    let content_type = request.header("content-type").unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let part = |(head, text): &(&str, &str)| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name={head}\r\n\r\n{text}\r\n")
    };
    let body: String = parts.iter().map(part).collect();
    (format!("content-type: {content_type}"), format!("{body}--{boundary}--\r\n"))
}
