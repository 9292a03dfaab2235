use plane_api::endpoint;

pub struct Request;

#[endpoint(GET, "/customers/")]
impl Request {}

fn main() {}
