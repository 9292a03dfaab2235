use plane_api::endpoint;

#[endpoint(POST, "/customers/", replay = idempotant)]
pub struct Request {}

fn main() {}
