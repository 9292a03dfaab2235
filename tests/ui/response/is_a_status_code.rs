use plane_api::endpoint;
use plane_api::http::StatusCode;

#[endpoint(GET, "/users/" -> StatusCode)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
