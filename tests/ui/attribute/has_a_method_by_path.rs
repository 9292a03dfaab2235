use plane_api::endpoint;

#[endpoint(Method::PATCH, "/customers/")]
pub struct Request {}

fn main() {}
