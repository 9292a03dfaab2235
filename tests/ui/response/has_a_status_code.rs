use plane_api::{endpoint, http};

#[endpoint(GET, "/users/" -> (http::StatusCode, String))]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = http::StatusCode::OK;
    let _ = Request::new().send(client);
}

fn main() {}
