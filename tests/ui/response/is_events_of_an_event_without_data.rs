use plane_api::endpoint;
use plane_api::{Event, Events};

#[endpoint(GET, "/ticks/" -> Events<Event>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
