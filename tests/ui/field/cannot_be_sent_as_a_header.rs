use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-Name")]
    pub name: Opaque,
}

fn main() {}
