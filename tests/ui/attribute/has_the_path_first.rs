use plane_api::endpoint;

#[endpoint("/customers/", GET)]
pub struct Request {}

fn main() {}
