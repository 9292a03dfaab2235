use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub cursor: Cursor,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new("c").send(client);
}

fn main() {}
