use plane_api::endpoint;

#[endpoint(GET, "/users/<request>/")]
pub struct Request {}

fn main() {}
