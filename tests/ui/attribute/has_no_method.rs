use plane_api::endpoint;

#[endpoint("/customers/")]
pub struct Request {}

fn main() {}
