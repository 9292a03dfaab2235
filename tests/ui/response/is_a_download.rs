use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Download)]
pub struct Request {}

fn main() {}
