use plane_api::endpoint;

#[endpoint(POST, "/customers/", json, json)]
pub struct Request {}

fn main() {}
