use plane_api::{Patch, endpoint};

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    pub name: Patch<String>,
}

fn main() {}
