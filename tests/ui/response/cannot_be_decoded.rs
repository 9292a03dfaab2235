use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/" -> Vec<Opaque>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
