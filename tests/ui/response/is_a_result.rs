use plane_api::endpoint;

#[endpoint(GET, "/customers/" -> Result<Vec<u8>, String>)]
pub struct Request {}

fn main() {}
