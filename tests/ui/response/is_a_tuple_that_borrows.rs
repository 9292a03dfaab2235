use plane_api::endpoint;

#[endpoint(GET, "/users/" -> (u64, &str))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
