use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks" -> String)]
struct Request {
    #[serde(rename(deserialize = "dueDate"))]
    due_date: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new().due_date("2026-12-01").send(client);
}

fn main() {}
