use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/<id>/")]
pub struct Request {
    pub id: Opaque,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(Opaque).send(client);
}

fn main() {}
