use plane_api::endpoint;
use plane_api::RawResponse;

#[endpoint(GET, "/users/" -> RawResponse)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
