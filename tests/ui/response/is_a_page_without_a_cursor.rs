use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub per_page: Option<u8>,
}

fn main() {}
