use plane_api::endpoint;

#[endpoint(GET, "/files/<path..>/history")]
pub struct Request {}

fn main() {}
