use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[body]
    pub file: FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(FilePart::new("a", "b")).send(client);
}

fn main() {}
