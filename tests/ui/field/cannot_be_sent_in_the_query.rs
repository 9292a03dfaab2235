use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub name: Vec<Opaque>,
}

fn main() {}
