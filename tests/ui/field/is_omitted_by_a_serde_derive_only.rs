use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks" -> String)]
#[derive(serde::Serialize)]
struct Request {
    name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
}

fn send(client: &Client) {
    let _ = Request::new("Write", ["docs"]).send(client);
}

fn main() {}
