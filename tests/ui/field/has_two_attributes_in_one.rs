use plane_api::{Client, endpoint};

#[endpoint(POST, "/tasks" -> String)]
struct Request {
    name: String,
    #[query, serde(rename = "dryRun")]
    dry_run: Option<bool>,
}

fn send(client: &Client) {
    let _ = Request::new("Write").dry_run(true).send(client);
}

fn main() {}
