use plane_api::{Patch, endpoint};

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: Option<Patch<String>>,
}

fn main() {}
