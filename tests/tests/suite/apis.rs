//! APIs that are not Plane's, declared from what they document, and sent to servers that look at every byte.

mod github;
mod github_example;
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
