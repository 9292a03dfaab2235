use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub struct Request(#[query] pub String);

fn main() {}
