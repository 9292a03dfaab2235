use plane_api::endpoint;

#[endpoint(GET, "/users/<id: u64>/")]
pub struct Request {}

fn main() {}
