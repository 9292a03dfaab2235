use plane_api::endpoint;

#[endpoint(GET, "/files/<path..>")]
pub struct Request {}

fn main() {}
