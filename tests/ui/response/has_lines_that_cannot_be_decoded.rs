use plane_api::{Lines, endpoint};

pub struct Tick {}

#[endpoint(GET, "/ticks" -> Lines<Tick>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
