use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub cursor: Option<String>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("x").send(client);
}

fn main() {}
