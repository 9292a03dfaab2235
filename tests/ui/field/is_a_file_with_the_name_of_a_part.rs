use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    #[part("file")]
    pub upload: FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(FilePart::new("a.txt", "Hello")).send(client);
}

fn main() {}
