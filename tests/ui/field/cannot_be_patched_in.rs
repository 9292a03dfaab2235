use plane_api::endpoint;

pub struct Opaque;

#[endpoint(PATCH, "/customers/")]
pub struct Request {
    pub name: plane_api::Patch<Opaque>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name(Opaque).send(client);
}

fn main() {}
