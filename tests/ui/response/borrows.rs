use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> &'static str)]
pub struct Request {}

fn main() {}
