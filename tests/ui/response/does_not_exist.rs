use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Customer)]
pub struct Request {}

fn main() {}
