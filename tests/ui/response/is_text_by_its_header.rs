use plane_api::{Client, endpoint};

#[endpoint(GET, "/robots.txt" -> String, header("Accept" = "text/plain"))]
struct Request {}

fn send(client: &Client) {
    let _ = Request::new().send(client);
}

fn main() {}
