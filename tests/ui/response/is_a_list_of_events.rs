use plane_api::{Events, endpoint};

#[derive(serde::Deserialize)]
pub struct Tick {}

#[endpoint(GET, "/ticks" -> Events<Tick>)]
pub struct Request {
    #[page(number)]
    pub page: Option<u32>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
