use plane_api::endpoint;

#[endpoint(POST, "/customers/", crate = "plane_api")]
pub struct Request {}

fn main() {}
