use plane_api::endpoint;

#[endpoint(POST, "/customers/", json = true)]
pub struct Request {}

fn main() {}
