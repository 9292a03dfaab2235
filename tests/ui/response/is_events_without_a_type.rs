use plane_api::{Events, endpoint};

#[endpoint(GET, "/events" -> Events)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
