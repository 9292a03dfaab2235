use plane_api::endpoint;

#[endpoint(GET, "/users/<user_id/")]
pub struct Request {}

fn main() {}
