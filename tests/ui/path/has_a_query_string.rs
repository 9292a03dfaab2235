use plane_api::endpoint;

#[endpoint(GET, "/users/?active=true")]
pub struct Request {}

fn main() {}
