use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub trait Request {}

fn main() {}
