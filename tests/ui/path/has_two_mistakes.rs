use plane_api::endpoint;

#[endpoint(GET, "/users/{id}//me/")]
pub struct Request {}

fn main() {}
