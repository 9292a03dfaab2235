use plane_api::{Patch, endpoint};

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub name: Patch<String>,
}

fn main() {}
