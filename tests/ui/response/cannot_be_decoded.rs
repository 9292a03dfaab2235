use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/" -> Vec<Opaque>)]
pub struct Request {}

fn main() {}
