use plane_api::endpoint;

#[endpoint(POST, "/customers/", timeout = 5)]
pub struct Request {}

fn main() {}
