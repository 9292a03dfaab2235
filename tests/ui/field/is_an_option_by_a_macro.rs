use plane_api::{Client, endpoint};

macro_rules! optional {
    ($ty:ty) => { Option<$ty> };
}

#[endpoint(POST, "/tasks" -> String)]
struct Request {
    estimate: optional!(u8),
}

fn send(client: &Client) {
    let _ = Request::new(Some(3)).send(client);
}

fn main() {}
