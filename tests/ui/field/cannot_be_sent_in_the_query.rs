use plane_api::endpoint;

pub struct Opaque;

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub name: Vec<Opaque>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name([Opaque]).send(client);
}

fn main() {}
