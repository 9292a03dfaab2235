//! APIs that are not Plane's, declared from what they document, and sent to servers that look at every byte.

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

/// A server that answers everything in the same way, and a client of it.
async fn api(reply: Reply, auth: Auth) -> (Server, Client) {
    let server = Server::always(reply).await.unwrap();
    let client = client(server.url(), auth);
    (server, client)
}

fn client(url: &str, auth: Auth) -> Client {
    let builder = Client::builder(url).auth(auth);
    builder.user_agent("tests").retry(RetryPolicy::never()).build().unwrap()
}

/// All that was sent but what is the same in every request, which has to be there: host, user agent and, unless a part
/// of the body is requested, encodings. The credential is looked at once.
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

/// What the only request was.
fn only(server: &Server, auth: &str) -> String {
    let [request] = &server.requests()[..] else { panic!("one request") };
    bytes(server, request, auth)
}

/// What all requests were, their headers in alphabetical order.
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

/// A request without a body, in the form of [`sent`].
fn plain(line: &str, headers: &[&str]) -> String {
    sorted(&format!("{line}\n{}\n\n", headers.join("\n")))
}

/// A request with a body, in the form of [`sent`].
fn with_body(line: &str, headers: &[&str], body: &str) -> String {
    sorted(&format!("{line}\n{}\ncontent-length: {}\n\n{body}", headers.join("\n"), body.len()))
}

/// The header and the body of a multipart request: each part is what stands behind `name=`, and its text.
fn multipart(request: &Received, parts: &[(&str, &str)]) -> (String, String) {
    let content_type = request.header("content-type").unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let part = |(head, text): &(&str, &str)| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name={head}\r\n\r\n{text}\r\n")
    };
    let body: String = parts.iter().map(part).collect();
    (format!("content-type: {content_type}"), format!("{body}--{boundary}--\r\n"))
}
