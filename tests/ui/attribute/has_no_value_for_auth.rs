use plane_api::endpoint;

#[endpoint(POST, "/customers/", auth)]
pub struct Request {}

fn main() {}
