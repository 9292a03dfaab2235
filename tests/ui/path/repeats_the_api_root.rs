use plane_api::endpoint;

#[endpoint(GET, "/api/v1/users/me/")]
pub struct Request {}

fn main() {}
