use plane_api::{Bytes, endpoint};

#[endpoint(POST, "/files/")]
pub struct Request {
    pub data: Option<Bytes>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().data("y").send(client);
}

fn main() {}
