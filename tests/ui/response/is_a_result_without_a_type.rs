use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> plane_api::Result)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
