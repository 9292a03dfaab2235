use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/<file>/", multipart)]
pub struct Request {
    pub file: FilePart,
    pub title: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(FilePart::new("x", "y")).title("z").send(client);
}

fn main() {}
