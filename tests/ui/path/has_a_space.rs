use plane_api::endpoint;

#[endpoint(GET, "/users/me too/")]
pub struct Request {}

fn main() {}
