use plane_api::endpoint;

#[endpoint(GET, "users/me/")]
pub struct Request {}

fn main() {}
