use plane_api::endpoint;

#[endpoint(TRACE, "/customers/")]
pub struct Request {}

fn main() {}
