use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks" -> String)]
#[serde(rename = "camelCase")]
struct Request {
    due_date: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new().due_date("2026-12-01").send(client);
}

fn main() {}
