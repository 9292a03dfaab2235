use plane_api::{Cursor, Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub cursor: Cursor,
}

fn main() {}
