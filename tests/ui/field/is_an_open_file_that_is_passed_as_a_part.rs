use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/" -> String, multipart)]
pub struct Request {
    pub file: std::fs::File,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(FilePart::new("a.csv", "a,b")).send(client);
}

fn main() {}
