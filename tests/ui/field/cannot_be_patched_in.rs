use plane_api::endpoint;

pub struct Opaque;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: plane_api::Patch<Opaque>,
}

fn main() {}
