use plane_api::{Client, endpoint};

#[endpoint(PUT, "/lists/<id>" -> String)]
struct Request {
    #[path(body)]
    id: String,
    #[body]
    entries: Vec<u64>,
}

fn send(client: &Client) {
    let _ = Request::new("7", [1, 2]).send(client);
}

fn main() {}
