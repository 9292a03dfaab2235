use plane_api::{Client, endpoint};

#[endpoint(PUT, "/projects/<id>" -> String)]
struct Request {
    #[path(slash, body)]
    id: String,
    name: Option<String>,
}

fn send(client: &Client) {
    let _ = Request::new("a/b").name("A").send(client);
}

fn main() {}
