use plane_api::endpoint;

pub struct Opaque;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: Option<Opaque>,
}

fn main() {}
