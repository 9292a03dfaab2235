use plane_api::endpoint;

#[endpoint(GET, "/customers/")]
pub fn request() {}

fn main() {}
