use plane_api::{Patch, endpoint};

#[endpoint(GET, "/customers/")]
pub struct Request {
    pub name: Patch<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().name("x").send(client);
}

fn main() {}
