use plane_api::{endpoint};

#[endpoint(POST, "/files/")]
pub struct Request {
    pub name: String,
    pub data: Option<plane_api::Body>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("x").data("y").send(client);
}

fn main() {}
