use plane_api::{RawResponse, endpoint};

#[endpoint(GET, "/robots.txt" -> u64, decode = RawResponse::text)]
pub struct Request {}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().send(client);
}

fn main() {}
