use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub cursor: Option<String>,
}

fn main() {}
