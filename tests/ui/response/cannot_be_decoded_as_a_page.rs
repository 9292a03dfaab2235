use plane_api::{Cursor, Page, endpoint};

pub struct Opaque;

#[endpoint(GET, "/customers/" -> Page<Opaque>)]
pub struct Request {
    pub cursor: Option<Cursor>,
}

fn main() {}
