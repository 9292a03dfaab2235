use plane_api::endpoint;

#[endpoint(POST, "/customers/", jsno)]
pub struct Request {}

fn main() {}
