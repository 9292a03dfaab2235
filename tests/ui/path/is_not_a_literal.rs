use plane_api::endpoint;

#[endpoint(GET, concat!("/users/", "me/"))]
pub struct Request {}

fn main() {}
