use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks" -> String)]
#[serde(rename_all = "camelCase")]
#[serde(rename_all = "kebab-case")]
struct Request {
    due_date: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new().due_date("2026-12-01").send(client);
}

fn main() {}
