use plane_api::endpoint;

#[endpoint("PATCH", "/customers/")]
pub struct Request {}

fn main() {}
