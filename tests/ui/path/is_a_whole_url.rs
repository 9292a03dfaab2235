use plane_api::endpoint;

#[endpoint(GET, "https://api.plane.so/api/v1/users/me/")]
pub struct Request {}

fn main() {}
