use plane_api::{FilePart, endpoint};

#[endpoint(GET, "/customers/<id>/" -> String)]
pub struct Request {
    #[body]
    pub file: FilePart,
}

pub fn run(client: &plane_api::Client, file: FilePart) {
    let _ = Request::new("1", file).send(client);
}

fn main() {}
