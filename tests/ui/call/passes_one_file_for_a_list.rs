use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files" -> (), multipart)]
pub struct Request {
    pub files: Vec<FilePart>,
}

pub fn request(file: FilePart) -> Request {
    Request::new().files(file)
}

fn main() {}
