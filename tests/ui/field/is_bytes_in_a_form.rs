use plane_api::{Bytes, endpoint};

#[endpoint(POST, "/files/", form)]
pub struct Request {
    pub data: Bytes,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("y").send(client);
}

fn main() {}
