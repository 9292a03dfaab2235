use plane_api::{FilePart, endpoint};

#[endpoint(POST, "/files/")]
pub struct Request {
    #[body]
    pub file: FilePart,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new(FilePart::new("x", "y")).send(client);
}

fn main() {}
