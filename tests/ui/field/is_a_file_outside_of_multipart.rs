use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/")]
pub struct Request {
    pub file: Option<FilePart>,
}

fn main() {}
