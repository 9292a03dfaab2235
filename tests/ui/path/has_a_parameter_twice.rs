use plane_api::endpoint;

#[endpoint(GET, "/users/<id>/posts/<id>/")]
pub struct Request {}

fn main() {}
