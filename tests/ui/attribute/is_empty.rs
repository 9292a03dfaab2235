use plane_api::endpoint;

#[endpoint]
pub struct Request {}

fn main() {}
