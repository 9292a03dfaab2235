use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/")]
pub struct Request {
    #[header("X-Name")]
    pub name: Opaque,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(Opaque).send(client);
}

fn main() {}
