use plane_api::endpoint;

#[endpoint(PTACH, "/customers/")]
pub struct Request {}

fn main() {}
