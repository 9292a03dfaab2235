use plane_api::endpoint;

#[endpoint(GET, "/customers/", -> String)]
pub struct Request {}

fn main() {}
