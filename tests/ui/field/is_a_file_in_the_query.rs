use plane_api::{FilePart, endpoint};

#[endpoint(GET, "/files/")]
pub struct Request {
    pub file: Option<FilePart>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().file(FilePart::new("x", "y")).send(client);
}

fn main() {}
