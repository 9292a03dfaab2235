use plane_api::endpoint;

#[endpoint(POST, "/customers/", json, query)]
pub struct Request {}

fn main() {}
