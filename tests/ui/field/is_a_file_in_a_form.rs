use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/", form)]
pub struct Request {
    pub files: Vec<FilePart>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().files([FilePart::new("x", "y")]).send(client);
}

fn main() {}
