use plane_api::{Patch, endpoint};

#[endpoint(POST, "/customers/", form)]
pub struct Request {
    pub name: Patch<String>,
}

fn main() {}
