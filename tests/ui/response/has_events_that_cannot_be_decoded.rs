use plane_api::{Events, endpoint};

pub struct Tick {}

#[endpoint(GET, "/ticks" -> Events<Tick>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
