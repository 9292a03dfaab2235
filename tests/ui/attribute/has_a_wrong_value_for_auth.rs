use plane_api::endpoint;

#[endpoint(POST, "/customers/", auth = "none")]
pub struct Request {}

fn main() {}
