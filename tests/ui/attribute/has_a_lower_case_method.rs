use plane_api::endpoint;

#[endpoint(patch, "/customers/")]
pub struct Request {}

fn main() {}
