use plane_api::{RawResponse, endpoint};

#[endpoint(GET, "/robots.txt" -> u64, decode = RawResponse::text)]
pub struct GetRobots {}

fn main() {
    let _ = GetRobots::new().request();
}
