use plane_api::endpoint;

#[endpoint(GET, "/users/<>/")]
pub struct Request {}

fn main() {}
