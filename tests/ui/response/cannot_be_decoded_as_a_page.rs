use plane_api::{Cursor, Page, endpoint};

pub struct Opaque;

#[endpoint(GET, "/customers/" -> Page<Opaque>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().cursor("c").send(client);
}

fn main() {}
