use plane_api::{Lines, endpoint};

#[endpoint(GET, "/lines" -> Lines)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
