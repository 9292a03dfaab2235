use plane_api as api;
use plane_api::endpoint;

#[endpoint(GET, "/users/" -> Box<dyn std::any::Any>, crate = api)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
