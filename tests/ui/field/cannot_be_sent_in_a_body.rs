use plane_api::endpoint;

pub struct Opaque;

#[endpoint(POST, "/customers/")]
pub struct Request {
    pub name: Option<Opaque>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name(Opaque).send(client);
}

fn main() {}
