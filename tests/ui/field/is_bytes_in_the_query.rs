use plane_api::{Bytes, endpoint};

#[endpoint(GET, "/files/")]
pub struct Request {
    pub data: Vec<Bytes>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().data([Bytes::new()]).send(client);
}

fn main() {}
