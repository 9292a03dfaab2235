use plane_api::endpoint;

#[endpoint(GET, "/customers/" ->)]
pub struct Request {}

fn main() {}
