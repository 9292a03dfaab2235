use plane_api::{Client, endpoint};

#[endpoint(GET, "/tasks[/<task>]" -> String)]
struct Request {}

fn send(client: &Client) {
    let _ = Request::new("7").send(client);
}

fn main() {}
