use plane_api::{Body, endpoint};

#[endpoint(POST, "/files/", multipart)]
pub struct Request {
    pub file: Body,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("y").send(client);
}

fn main() {}
