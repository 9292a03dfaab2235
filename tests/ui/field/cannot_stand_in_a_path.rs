use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub id: Opaque,
}

fn main() {}
