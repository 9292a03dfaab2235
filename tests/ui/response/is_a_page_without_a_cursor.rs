use plane_api::{Page, endpoint};

#[endpoint(GET, "/customers/" -> Page<u8>)]
pub struct Request {
    pub per_page: Option<u8>,
}

pub fn run(client: &plane_api::Client) {
    let _ = Request::new().per_page(1).send(client);
}

fn main() {}
