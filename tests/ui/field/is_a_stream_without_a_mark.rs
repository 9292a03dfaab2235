use plane_api::{Body, endpoint};

#[endpoint(PUT, "/files/<id>/")]
pub struct Request {
    pub data: Body,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("7", "x").send(client);
}

fn main() {}
