use plane_api::endpoint;

#[endpoint(GET)]
pub struct Request {}

fn main() {}
