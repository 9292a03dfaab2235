use plane_api::endpoint;

#[endpoint(GET, "/users/" -> std::collections::HashMap<String, Vec<u64>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
