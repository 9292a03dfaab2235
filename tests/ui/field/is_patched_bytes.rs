use plane_api::{Bytes, Patch, endpoint};

#[endpoint(PATCH, "/files/")]
pub struct Request {
    pub data: Patch<Bytes>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().data("y").send(client);
}

fn main() {}
