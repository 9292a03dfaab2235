use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/customers/", multipart)]
pub struct Request {
    pub file: FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("notes.txt").send(client);
}

fn main() {}
