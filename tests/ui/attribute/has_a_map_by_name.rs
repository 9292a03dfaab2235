use plane_api::endpoint;

#[endpoint(GET, "/users/", response = std::collections::HashMap<String, u64>)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
