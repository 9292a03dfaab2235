use plane_api::endpoint;

#[endpoint(GET, "/users/<user-id>/")]
pub struct Request {}

fn main() {}
