use plane_api::endpoint;

#[endpoint(GET, "/users/<self>/")]
pub struct Request {}

fn main() {}
